import csv
import json
from pathlib import Path

from rewriter.bulk.exports import export
from rewriter.bulk.exports.done import COLUMNS
from rewriter.bulk.row import Row
from tests.exported import ACCEPTED, ORIGIN, SIGNED, fill, note


def test_a_row_has_every_column_and_data_as_text_of_json(tmp_path: Path) -> None:
    rows = [Row("row 2", "007", {"text": ACCEPTED}, "=c1", "2026-11-01", ORIGIN), note("b", **SIGNED)]
    journal, job = fill(tmp_path / "j", rows)
    path = tmp_path / "out.csv"
    assert export(journal, job, path) == 2
    with path.open(encoding="utf-8-sig", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert tuple(first) == COLUMNS
    assert (first["id"], first["clinician"], first["date"]) == ("'007", "'=c1", "2026-11-01")
    assert json.loads(first["origin"]) == ORIGIN
    assert (second["rewrite"], second["record_kind"]) == ("", "late_entry")
    journal.close()
