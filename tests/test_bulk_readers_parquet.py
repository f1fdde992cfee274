"""Notes from Parquet."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.parquet import Parquet
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError


def write(path: Path, columns: dict[str, Any], **how: Any) -> Path:
    """Write a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), path, **how)
    return path


def test_a_file_becomes_notes_whatever_its_types(tmp_path: Path) -> None:
    zoned = pa.array([datetime(2026, 11, 20, 8, tzinfo=UTC)] * 2, pa.timestamp("ns", "UTC"))
    file = write(
        tmp_path / "notes.parquet",
        {
            "note_id": pa.array([1, 2], pa.int64()),
            "text": pa.array(["Wt shift R", "Step taps"]).dictionary_encode(),
            "minutes": [Decimal("25.00"), None],
            "dos": zoned,
            "visit.signed_on": [date(2026, 11, 21), None],
            "visit": [{"units": 2, "payer": None, "goals": ["stairs"]}, None],
            "encounter": [{"id": "e1"}, {"id": None}],
            "room": ["4", "5"],
        },
    )
    reader = Parquet(file, Columns(keep=("encounter",)))
    first, second = {"encounter": {"id": "e1"}}, {"encounter": {"id": None}}
    visit = {"units": 2, "goals": ["stairs"], "date": "2026-11-20", "signed_on": "2026-11-21"}
    assert list(reader.rows()) == [
        Row("row 1", "1", {"text": "Wt shift R", "minutes": 25, "visit": visit}, "", "2026-11-20", first),
        Row("row 2", "2", {"text": "Step taps", "visit": {"date": "2026-11-20"}}, "", "2026-11-20", second),
    ]
    assert reader.count() == 2
    assert "id = note_id" in reader.explain()


def test_rows_are_numbered_across_batches(tmp_path: Path) -> None:
    names = [f"n{number}" for number in range(2_500)]
    file = write(tmp_path / "notes.parquet", {"id": names, "text": ["Gait"] * 2_500}, row_group_size=700)
    assert [(row.place, row.id) for row in Parquet(file, Columns()).rows()] == [
        (f"row {number}", name) for number, name in enumerate(names, 1)
    ]


def test_a_folder_as_spark_writes_it_is_one_source(tmp_path: Path) -> None:
    write(tmp_path / "cpt=97112" / "part-1.parquet", {"id": ["a"], "text": ["Wt shift"]})
    write(tmp_path / "cpt=97530" / "part-0.parquet", {"text": ["Transfers"], "id": ["b"]})
    write(tmp_path / "cpt=__HIVE_DEFAULT_PARTITION__" / "part-0.parquet", {"id": ["c"], "text": ["Gait"]})
    write(tmp_path / "_temporary.parquet", {"oops": ["x"]})
    write(tmp_path / "_temporary" / "part-0.parquet", {"oops": ["x"]})
    (tmp_path / "_SUCCESS").touch()
    reader = Parquet(tmp_path, Columns())
    assert list(reader.rows()) == [
        Row("cpt=97112/part-1.parquet: row 1", "a", {"text": "Wt shift", "cpt": "97112"}),
        Row("cpt=97530/part-0.parquet: row 1", "b", {"text": "Transfers", "cpt": "97530"}),
        Row("cpt=__HIVE_DEFAULT_PARTITION__/part-0.parquet: row 1", "c", {"text": "Gait"}),
    ]
    assert reader.count() == 3


def test_a_cell_that_cannot_be_read_costs_only_its_row(tmp_path: Path) -> None:
    raw = pa.array([b"Gait", b"\xff", None, b"Stairs"], pa.binary())
    text = pa.Array.from_buffers(pa.string(), 4, raw.buffers())
    file = write(tmp_path / "notes.parquet", {"id": ["a", "b", "c", "d"], "text": text})
    assert [getattr(row, "reason", "") for row in Parquet(file, Columns()).rows()] == [
        "",
        "'text' is not UTF-8 text",
        "it has no text",
        "",
    ]


def test_a_time_beyond_what_python_knows_costs_only_its_row(tmp_path: Path) -> None:
    days = pa.array([0, 2**58], pa.timestamp("us"))
    file = write(tmp_path / "notes.parquet", {"id": ["a", "b"], "text": ["Gait", "Gait"], "dos": days})
    good, bad = Parquet(file, Columns()).rows()
    assert isinstance(good, Row)
    assert bad == Reject("row 2", "b", "'visit.date' is not a date written as 2026-11-20")


def test_a_damaged_file_among_others_costs_only_its_rows(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", {"id": ["a"], "text": ["Gait"]})
    (tmp_path / "b.parquet").write_bytes(b"PAR1 not really PAR1")
    damaged = write(
        tmp_path / "c.parquet",
        {"id": [f"c{number}" for number in range(4_000)], "text": [f"Gait x{number}" for number in range(4_000)]},
        row_group_size=2_000,
    )
    raw = bytearray(damaged.read_bytes())
    middle = pq.ParquetFile(damaged).metadata.row_group(1).column(0).data_page_offset
    raw[middle : middle + 200] = b"\xff" * 200
    damaged.write_bytes(raw)
    write(tmp_path / "d.parquet", {"id": ["d"], "text": ["Gait"]})
    rows = list(Parquet(tmp_path, Columns()).rows())
    places = {row.place for row in rows if isinstance(row, Reject)}
    assert places == {"b.parquet: after row 0", "c.parquet: after row 2000"}
    assert sum(isinstance(row, Row) for row in rows) == 2_002
    assert rows[-1].id == "d"
    assert Parquet(tmp_path, Columns()).count() is None


def test_what_is_no_parquet_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "notes.parquet"
    file.write_text("id,text\n")
    for reader in (Parquet(file, Columns()), Parquet(tmp_path / "empty", Columns())):
        with pytest.raises(InputError, match="not Parquet"):
            reader.rows()


def test_a_table_with_a_log_is_not_taken_for_its_files(tmp_path: Path) -> None:
    write(tmp_path / "part-0.parquet", {"id": ["a"], "text": ["deleted since"]})
    (tmp_path / "_delta_log").mkdir()
    with pytest.raises(InputError, match="read it with Spark"):
        Parquet(tmp_path, Columns()).rows()


def test_each_file_is_looked_into_before_the_first_note_is_done(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", {"id": ["a"], "text": ["Gait"]})
    write(tmp_path / "b.parquet", {"id": ["a"], "body": ["Gait"]})
    with pytest.raises(SettingsError, match=r"b\.parquet: which column is the text"):
        Parquet(tmp_path, Columns()).rows()
