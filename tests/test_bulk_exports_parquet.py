import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rewriter.bulk.exports import export, parquet
from rewriter.bulk.row import Row
from tests.exported import ACCEPTED, ORIGIN, SIGNED, fill, note


def test_a_row_is_a_note_with_its_types(tmp_path: Path) -> None:
    rows = [Row("row 2", "007", {"text": ACCEPTED}, "c1", "2026-11-01", ORIGIN), note("b", **SIGNED)]
    journal, job = fill(tmp_path / "j", rows)
    path = tmp_path / "out.parquet"
    assert export(journal, job, path) == 2
    table = pq.read_table(path)
    assert table.schema.equals(parquet.SCHEMA)
    assert table.schema.field("asks").type == pa.int32()
    first, second = table.to_pylist()
    assert (first["id"], first["status"], second["rewrite"]) == ("007", "accepted", None)
    assert json.loads(first["origin"]) == ORIGIN
    journal.close()


def test_a_job_without_results_is_a_table_without_rows(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [])
    assert export(journal, job, tmp_path / "out.parquet") == 0
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0
    journal.close()


@pytest.mark.parametrize(("limit", "value"), [("_ROWS", 2), ("_CHARACTERS", 1)])
def test_rows_are_written_group_by_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(parquet, limit, value)
    journal, job = fill(tmp_path / "j", [note(name) for name in "abc"])
    export(journal, job, tmp_path / "out.parquet")
    file = pq.ParquetFile(tmp_path / "out.parquet")
    assert file.num_row_groups == {"_ROWS": 2, "_CHARACTERS": 3}[limit]
    assert file.read().column("id").to_pylist() == ["a", "b", "c"]
    file.close()
    journal.close()
