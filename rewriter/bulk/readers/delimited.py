"""Notes from CSV and TSV: a header, then one row a note; a quoted cell may hold line breaks.

A row that is broken costs only itself: after a quote that is not closed, reading begins anew with the next line.
"""

import csv
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import chain
from pathlib import Path

from rewriter.bulk.columns import Bound, Columns
from rewriter.bulk.readers.streams import DAMAGE, DAMAGED, find_encoding, is_plain, open_stream
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError
from rewriter.note import LONGEST

_SEPARATORS = ",;\t|"
_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252, as it is not UTF-8"}


@dataclass(frozen=True, slots=True)
class Delimited:
    """A file of rows whose cells a `separator` parts; "" is whichever the header has most."""

    path: Path
    columns: Columns
    separator: str = ""

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes. Raises InputError where the file cannot be read, SettingsError as `Columns.bind`."""
        encoding = find_encoding(self.path)
        with self._open(encoding) as (_, rows):
            self._bind(rows)
        return self._read(encoding)

    def count(self) -> int | None:
        """Return how many rows there are, broken ones counted as they come; None for a gzipped file."""
        if not is_plain(self.path):
            return None
        with self._open(find_encoding(self.path)) as (_, rows):
            return max(0, sum(1 for _ in rows) - 1)

    def explain(self) -> str:
        """Return how the file is read. Raises as `rows`."""
        encoding = find_encoding(self.path)
        with self._open(encoding) as (separator, rows):
            _, bound = self._bind(rows)
        return f"cells parted by {separator!r}, in {_NAMES[encoding]}; {bound}"

    def _bind(self, rows: Iterator[tuple[int, list[str] | str]]) -> tuple[list[str], Bound]:
        try:
            _, header = next(rows, (0, []))
        except (*DAMAGE, UnicodeDecodeError):
            raise InputError(DAMAGED) from None
        if not header:
            raise InputError("the source is empty")
        if isinstance(header, str):
            raise SettingsError("the first line does not name the columns")
        header = [name.strip() for name in header]
        return header, self.columns.bind(header)

    def _read(self, encoding: str) -> Iterator[Row | Reject]:
        with self._open(encoding) as (_, rows):
            header, bound = self._bind(rows)
            number = 1
            try:
                for number, cells in rows:
                    place = f"line {number}"
                    if isinstance(cells, str):
                        yield Reject(place, "", cells)
                    elif len(cells) != len(header):
                        yield Reject(place, "", f"it has {len(cells)} cells, the header has {len(header)}")
                    else:
                        yield bound.take(place, dict(zip(header, cells, strict=True)))
            except (*DAMAGE, UnicodeDecodeError):
                yield Reject(f"after line {number}", "", DAMAGED)

    @contextmanager
    def _open(self, encoding: str) -> Iterator[tuple[str, Iterator[tuple[int, list[str] | str]]]]:
        # What the encoding does not define becomes a lone surrogate, and its row a reject.
        with open_stream(self.path) as stream, TextIOWrapper(stream, encoding, "surrogateescape", newline="") as lines:
            try:
                first = next(lines, "")
            except (*DAMAGE, UnicodeDecodeError):
                raise InputError(DAMAGED) from None
            separator = self.separator or max(_SEPARATORS, key=first.count)
            yield separator, _split(chain([first], lines), separator)


class _Lines:
    """Lines that can be taken back: `taken` are those since it was last emptied."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def take_back(self) -> None:
        """Leave all but the first of the lines taken to be taken again."""
        self._again.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def _split(lines: Iterator[str], separator: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the cells of each row that is not blank with the number of its first line, from 1.

    A text says why a row has none.
    """
    # The limit is the module's, for one cell: no note is longer, and a quote left open must not eat the file.
    csv.field_size_limit(LONGEST)
    numbered, number = _Lines(lines), 1
    while True:
        numbered.taken.clear()
        try:
            # A new one for each row: an error leaves the old one in the middle of a cell.
            cells: list[str] | str = next(csv.reader(numbered, delimiter=separator, strict=True))
        except StopIteration:
            return
        except csv.Error:
            cells = "a quote is not closed or stands where none may, or a cell is too long"
            numbered.take_back()
        if cells:
            yield number, cells
        number += len(numbered.taken)
