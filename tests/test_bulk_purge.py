from datetime import datetime
from pathlib import Path

import pytest

from rewriter.bulk.exports import export
from rewriter.bulk.journal import Journal, hold
from rewriter.bulk.outcome import Outcome
from rewriter.bulk.purge import purge
from rewriter.bulk.row import Row
from rewriter.errors import JournalError
from tests.exported import NO_GOAL, fill, note

NOW = datetime(2026, 11, 22, 9, 0)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "bulk.journal", create=True)


def test_purge_removes_every_file_with_text(journal: Journal) -> None:
    job = journal.begin_run(b"terms", "notes.jsonl", {"cpt": "97112"}, NOW)
    journal.add_items(job, [(Row("row a", "a", {"text": "Gait."}), b"1")])
    journal.add_outcome(b"1", Outcome("accepted", data=b"secret note"))
    export = journal.path.with_name("results.jsonl")
    export.write_text("secret note")
    journal.add_export(export)
    journal.close()
    removed = purge(journal.path)
    assert {journal.path, export} <= set(removed)
    assert list(journal.path.parent.iterdir()) == []
    with pytest.raises(JournalError):
        purge(journal.path)


def test_a_journal_that_is_in_use_is_not_purged(journal: Journal) -> None:
    with hold(journal.path), pytest.raises(JournalError, match="another run"):
        purge(journal.path)
    assert journal.path.exists()


def test_purge_removes_the_folders_that_exports_made_and_no_others(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", NO_GOAL, "Practitioner/1")])
    made, found, shared = (tmp_path / name for name in ("made", "found", "shared"))
    found.mkdir()
    for folder in (made, found, shared):
        export(journal, job, folder, "worklist")
    (shared / "theirs.txt").write_text("not ours")
    journal.close()
    assert made in purge(tmp_path / "j")
    assert not made.exists()
    assert list(found.iterdir()) == []
    assert [file.name for file in shared.iterdir()] == ["theirs.txt"]
