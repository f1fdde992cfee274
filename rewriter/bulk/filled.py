"""Rows of a worklist that was filled in, as they stand in the file: CSV, or JSON lines by its ending `.jsonl`."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rewriter.batch import lines
from rewriter.bulk.guarded import unguard
from rewriter.bulk.row import Reject
from rewriter.errors import InputError
from rewriter.files import check_characters, decode
from rewriter.note import parse_json

NOTE, CODE, KEY, QUESTION, ANSWER, DAY = "note_id", "code", "question_key", "question", "answer", "answered_on"
_NEEDED = (NOTE, CODE, ANSWER)
_WHAT = "the worklist"


class Filled(NamedTuple):
    """One row: where it stands, which question it is of, what was answered, and when; "" where a cell is empty.

    `key` is the code alone in a worklist of an older version, which had no keys.
    """

    place: str
    note: str
    code: str
    key: str
    asked: str
    answer: str
    day: str


def filled_rows(path: Path) -> Iterator[Filled | Reject]:
    """Yield the rows of a worklist. Raises InputError where the file cannot be read, or lacks a column."""
    return _json_rows(path) if path.suffix.lower() == ".jsonl" else _csv_rows(path)


def _json_rows(path: Path) -> Iterator[Filled | Reject]:
    for number, raw in lines(str(path), "worklist"):
        place = f"line {number}"
        try:
            item = parse_json(decode(raw or b"", "line"), "the line")
            if not isinstance(item, Mapping) or not all(isinstance(item.get(key), str) for key in _NEEDED):
                raise InputError(f"the line must be an object with the texts {', '.join(_NEEDED)}")
            check_characters(item, "the line")
        except InputError as error:
            yield Reject(place, "", str(error))
        else:
            yield _filled(place, {key: value for key, value in item.items() if isinstance(value, str)})


def _csv_rows(path: Path) -> Iterator[Filled | Reject]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _cell_rows(csv.reader(stream))
    except OSError as error:
        raise InputError(f"{_WHAT} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError(f"{_WHAT} is not UTF-8 text: save it as 'CSV UTF-8'") from None
    except csv.Error as error:
        raise InputError(f"{_WHAT} is not a CSV file: {error}") from None


def _cell_rows(rows: Iterable[list[str]]) -> Iterator[Filled | Reject]:
    numbered = enumerate(rows, 1)
    _, first = next(numbered, (1, []))
    heads = [head.strip().lower() for head in first]
    if lacking := [name for name in _NEEDED if name not in heads]:
        raise InputError(f"{_WHAT} lacks the column {lacking[0]}")
    for number, cells in numbered:
        place = f"row {number}"
        if any(cells[len(heads) :]):
            yield Reject(place, "", "the row has more cells than there are columns")
        elif any(cells):
            yield _filled(place, dict(zip(heads, map(unguard, cells), strict=False)))


def _filled(place: str, cells: Mapping[str, str]) -> Filled:
    code, key, asked, answer, day = (cells.get(name, "").strip() for name in (CODE, KEY, QUESTION, ANSWER, DAY))
    return Filled(place, cells.get(NOTE, ""), code, key or code, asked, answer, day)
