"""A table that a spreadsheet opens as it is meant.

A cell that begins with = + - @, a tab or a line end gets an apostrophe before it: else the spreadsheet would calculate
it, and text of a note could be a formula. So does an id that it would take for a number or a day and write otherwise.
The file begins with a byte order mark, by which a spreadsheet knows UTF-8.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rewriter.bulk.exports.file import Stream
from rewriter.bulk.guarded import guard, guard_id


@contextmanager
def sheet(stream: Stream, heads: Sequence[str], ids: str) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """Write the heads; yield what writes a row: texts and numbers by head. `ids` is the head of the ids."""
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    rows = csv.DictWriter(text, heads, lineterminator="\r\n")
    rows.writeheader()

    def write(row: Mapping[str, Any]) -> None:
        cells = {name: guard(value) if isinstance(value, str) else value for name, value in row.items()}
        rows.writerow({**cells, ids: guard_id(row[ids])})

    try:
        yield write
    finally:
        text.detach()  # the stream stays open: whoever opened it closes it
