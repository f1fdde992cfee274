from pathlib import Path

import pytest

from rewriter.bulk.filled import Filled, filled_rows
from rewriter.bulk.row import Reject
from rewriter.errors import InputError


def put(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_cells_are_found_by_their_heads_and_without_apostrophes(tmp_path: Path) -> None:
    path = put(tmp_path / "w.csv", "Answer,note_id,CODE ,other\r\n'=no, '007 ,DOC130,x\r\n,,,\r\n", "utf-8-sig")
    assert list(filled_rows(path)) == [Filled("row 2", " '007 ", "DOC130", "DOC130", "", "=no", "")]


def test_a_line_is_an_object_with_texts(tmp_path: Path) -> None:
    good = '{"note_id":"a","code":"DOC130","answer":"stairs","answered_on":"2026-11-20","options":["x"]}'
    path = put(tmp_path / "w.jsonl", f'{good}\n[1]\n{{"note_id":1}}\nno json\n{{"note_id":"\\ud800"}}\n')
    rows = list(filled_rows(path))
    assert rows[0] == Filled("line 1", "a", "DOC130", "DOC130", "", "stairs", "2026-11-20")
    assert [row.place for row in rows[1:] if isinstance(row, Reject)] == ["line 2", "line 3", "line 4", "line 5"]


def test_a_row_with_too_many_cells_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = put(tmp_path / "w.csv", "note_id,code,answer\na,DOC130,yes,then more\nb,DOC130,stairs\n")
    reject, filled = filled_rows(path)
    assert isinstance(reject, Reject)
    assert reject.place == "row 2"
    assert "then more" not in reject.reason
    assert filled == Filled("row 3", "b", "DOC130", "DOC130", "", "stairs", "")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"note_id,answer\n", "lacks the column code"),
        (b"", "lacks the column note_id"),
        ("note_id,code,answer\na,DOC130,\u00fc\n".encode("latin-1"), "not UTF-8"),
    ],
)
def test_a_file_that_is_no_worklist_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "w.csv"
    path.write_bytes(raw)
    with pytest.raises(InputError, match=message):
        list(filled_rows(path))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(filled_rows(tmp_path / "none.csv"))
