from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from rewriter.errors import InputError
from rewriter.evaluate.record import Scored
from rewriter.evaluate.rows import read_rows


@dataclass(frozen=True)
class Item:
    name: str
    size: int = 0


KIND = TypeAdapter(Item)


def read(path: Path, text: str) -> list[tuple[int, Item]]:
    path.write_text(text, "utf-8")
    return list(read_rows(str(path), KIND, "items"))


def test_rows_come_with_their_lines_and_blank_lines_are_let_be(tmp_path: Path) -> None:
    rows = read(tmp_path / "a", '{"name": "x"}\n\n{"name": "y", "size": 2}\n')
    assert rows == [(1, Item("x")), (3, Item("y", 2))]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"name": 5}', "line 1 of the items: name: "),
        ("{}", "line 1 of the items: name: "),
        ("secret", "line 1 of the items: this is not JSON"),
        ('["secret"]', "line 1 of the items: "),
    ],
)
def test_a_fault_is_told_by_line_and_key_and_never_by_the_words(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path / "a", line)
    assert str(caught.value).startswith(said)
    assert "secret" not in str(caught.value)


def test_an_unknown_key_of_a_strict_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text('{"sample": "a", "epoch": 1, "note": "n", "run": {"status": "accepted"}, "extra": 1}')
    with pytest.raises(InputError, match="extra: there is no such key"):
        list(read_rows(str(tmp_path / "a"), TypeAdapter(Scored), "records"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the items cannot be read"):
        list(read_rows(str(tmp_path / "none"), KIND, "items"))
