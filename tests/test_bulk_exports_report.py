from pathlib import Path

import pytest

from rewriter.bulk.exports import export
from rewriter.bulk.exports.report import export_report
from rewriter.errors import SettingsError
from tests.exported import NO_GOAL, REJECT, fill, note

ROWS = [note("a"), note("b", NO_GOAL)]


def test_the_report_is_about_every_row(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [*ROWS, REJECT])
    assert export(journal, job, tmp_path / "report.html") == 3
    assert "<article>" not in (tmp_path / "report.html").read_text()
    journal.close()


def test_examples_come_from_the_source(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS)
    path = tmp_path / "report.html"
    assert export_report(journal, job, path, ROWS, 5) == 2
    assert path.read_text().count("<article>") == 2
    path.unlink()
    path.write_text("mine")
    journal.execute("DELETE FROM export")
    with pytest.raises(SettingsError, match="not an export of this journal"):
        export_report(journal, job, path, ROWS, 5)
    journal.close()
