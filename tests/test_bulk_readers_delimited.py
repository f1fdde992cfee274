"""Notes from CSV and TSV."""

import csv
import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.delimited import Delimited
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError


def read(path: Path, raw: str | bytes, separator: str = "", columns: Columns = Columns()) -> list[Row | Reject]:
    """Write a file and read its rows."""
    file = path / "notes.csv"
    file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return list(Delimited(file, columns, separator).rows())


def texts(rows: list[Row | Reject]) -> list[str]:
    """Return the text of each note, and the reason of each reject."""
    return [row.reason if isinstance(row, Reject) else row.line["text"] for row in rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_header_tells_what_parts_the_cells(tmp_path: Path, separator: str) -> None:
    rows = read(tmp_path, separator.join(["id", "text"]) + "\r\n" + separator.join(["a", "Wt shift R"]) + "\r\n")
    assert rows == [Row("line 2", "a", {"text": "Wt shift R"})]


def test_a_quoted_cell_holds_line_breaks_and_places_are_those_of_the_file(tmp_path: Path) -> None:
    rows = read(tmp_path, 'id,text\na,"Wt shift R,\n""push thru"""\n\nb,Step taps\n')
    assert [(row.place, row.id) for row in rows] == [("line 2", "a"), ("line 5", "b")]
    assert texts(rows) == ['Wt shift R,\n"push thru"', "Step taps"]


def test_inches_are_no_quotes(tmp_path: Path) -> None:
    assert texts(read(tmp_path, 'id,text\na,6" step x10\nb,4" step\n')) == ['6" step x10', '4" step']


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('x,"no end', "a quote is not closed"),
        ('x,"ends" early', "a quote is not closed"),
        ("x", "it has 1 cells, the header has 2"),
        ("x,y,z", "it has 3 cells, the header has 2"),
        (",y", "it has no id"),
        ("x,", "it has no text"),
    ],
)
def test_a_broken_row_costs_only_itself(tmp_path: Path, broken: str, reason: str) -> None:
    rows = read(tmp_path, f"id,text\na,Wt shift\n{broken}\nb,Step taps\nc,Gait\n")
    assert [row.place for row in rows] == ["line 2", "line 3", "line 4", "line 5"]
    found = texts(rows)
    assert found[1].startswith(reason)
    assert [found[0], *found[2:]] == ["Wt shift", "Step taps", "Gait"]


def test_one_row_in_another_encoding_costs_only_itself(tmp_path: Path) -> None:
    raw = "id,text\na,Flex 90°\nb,½ range\n".encode() + b"c,Flex 80\xb0\n"
    assert texts(read(tmp_path, raw)) == ["Flex 90°", "½ range", "'text' has a broken character (lone surrogate)"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_files_of_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    assert texts(read(tmp_path, "id,text\na,Flex 90° “ok”\n".encode(encoding))) == ["Flex 90° “ok”"]


def test_a_gzipped_file_that_was_cut_off_ends_in_a_reject(tmp_path: Path) -> None:
    lines = "".join(f"n{number},Wt shift x{number * 7919}\n" for number in range(50_000))
    raw = gzip.compress(f"id,text\n{lines}".encode())
    rows = read(tmp_path, raw[: len(raw) // 2])
    assert len(rows) > 1000
    assert all(isinstance(row, Row) for row in rows[:-1])
    assert rows[-1] == Reject(f"after {rows[-2].place}", "", rows[-1].reason)  # type: ignore[union-attr]
    assert "damaged" in texts(rows)[-1]


def test_rows_are_counted_without_the_header(tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text('id,text\na,"two\nlines"\nb,one\n')
    assert Delimited(file, Columns()).count() == 2
    assert Delimited(file, Columns()).explain() == "cells parted by ',', in UTF-8; id = id, text = text"
    file.write_bytes(gzip.compress(file.read_bytes()))
    assert Delimited(file, Columns()).count() is None


@pytest.mark.parametrize(("raw", "error"), [("", InputError), ("\n\n", InputError), ('"id,text\n', SettingsError)])
def test_a_file_without_a_header_is_refused_at_once(tmp_path: Path, raw: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"empty|first line"):
        read(tmp_path, raw)


cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@given(st.lists(st.tuples(st.integers(), cells), max_size=8))
def test_what_python_writes_is_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str]]) -> None:
    said = io.StringIO()
    csv.writer(said).writerows([("id", "text"), *rows])
    found = read(tmp_path_factory.getbasetemp(), said.getvalue(), ",")
    assert [row.line["text"] for row in found if isinstance(row, Row)] == [text for _, text in rows if text.strip()]


@given(st.binary(max_size=200))
def test_whatever_stands_in_a_file_each_row_is_a_note_or_a_reject(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    rows = read(tmp_path_factory.getbasetemp(), b"id,text\nfirst,ok\n" + raw)
    assert all(row.place for row in rows)
    assert (rows[0].id, texts(rows)[0]) == ("first", "ok")
