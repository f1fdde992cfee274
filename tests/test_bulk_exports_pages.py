import re
import stat
from pathlib import Path

import pytest

from rewriter.bulk.exports import export
from rewriter.errors import SettingsError
from tests.exported import ACCEPTED, HOSTILE, NO_GOAL, fill, note

ROWS = [
    note("a", NO_GOAL, "Practitioner/1", "2026-11-02"),
    note("b", NO_GOAL, "Practitioner-1", ""),
    note("c", NO_GOAL, ""),
    note(HOSTILE, NO_GOAL, HOSTILE),
    note("done", ACCEPTED, "Practitioner/9"),
]


def test_each_clinician_has_a_page_and_the_index_lists_them(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS)
    folder = tmp_path / "pages"
    assert export(journal, job, folder, "worklist") == 4
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    names = {file.name for file in folder.iterdir()}
    assert {"index.html", "no-clinician.html", "practitioner-1.html", "practitioner-1-2.html"} <= names
    assert len(names) == 5
    index = (folder / "index.html").read_text()
    assert set(re.findall('href="([^"]+)"', index)) == names - {"index.html"}
    assert "4 clinicians" in index
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert set(folder.iterdir()) <= set(journal.exports())
    journal.close()


def test_a_page_shows_its_own_questions_as_text_and_nothing_that_runs(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS)
    export(journal, job, tmp_path / "pages", "worklist")
    pages = {file.name: file.read_text() for file in (tmp_path / "pages").iterdir()}
    assert "note a" in pages["practitioner-1-2.html"]
    assert "note b" not in pages["practitioner-1-2.html"]
    assert "no date given" in pages["practitioner-1.html"]
    assert "DOC130" in pages["no-clinician.html"]
    assert "<li>other</li>" in pages["no-clinician.html"]
    for text in pages.values():
        assert "<script>" not in text
        assert "default-src 'none'" in text
    journal.close()


def test_a_page_without_questions_any_more_is_removed_and_other_files_stay(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS[:2])
    folder = tmp_path / "pages"
    export(journal, job, folder, "worklist")
    (folder / "other.html").write_text("not ours")
    journal.execute("DELETE FROM item WHERE note_id = 'a'")
    assert export(journal, job, folder, "worklist") == 1
    assert {file.name for file in folder.iterdir()} == {"index.html", "practitioner-1.html", "other.html"}
    journal.close()


def test_a_folder_with_a_page_of_another_origin_is_left_alone(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS[:1])
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "index.html").write_text("not ours")
    with pytest.raises(SettingsError, match="not an export of this journal"):
        export(journal, job, folder, "worklist")
    assert [file.name for file in folder.iterdir()] == ["index.html"]
    journal.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [])
    with pytest.raises(SettingsError, match="cannot be made"):
        export(journal, job, tmp_path / "none" / "pages", "worklist")
    journal.close()
