"""Notes from JSON lines: one object a line, plain or gzipped."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from rewriter.bulk.columns import Bound, Columns
from rewriter.bulk.readers.streams import count_lines, read_lines
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError
from rewriter.files import decode
from rewriter.note import parse_json

# A key that none of the first lines has is not in this file: it was misspelt.
_HEAD = 100


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A file of JSON lines."""

    path: Path
    columns: Columns

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes. Raises InputError where the file cannot be opened, SettingsError as `Columns.bind`."""
        self._bind()
        return self._read()

    def count(self) -> int | None:
        """Return how many lines there are, blank ones included."""
        return count_lines(self.path)

    def explain(self) -> str:
        """Return how the file is read. Raises as `rows`."""
        bound = self._bind()
        return f"JSON lines; {bound}" if bound else "JSON lines"

    def _bind(self) -> Bound | None:
        """Return what the first lines hold where; None where none of them is an object."""
        keys: dict[str, None] = {}
        for _, record in islice(read_objects(self.path), _HEAD):
            if not isinstance(record, str):
                keys.update(dict.fromkeys(record))
        return self.columns.bind(list(keys)) if keys else None

    def _read(self) -> Iterator[Row | Reject]:
        # Lines may have different keys, but most have the same.
        bind = lru_cache(maxsize=64)(self.columns.bind_loosely)
        for number, record in read_objects(self.path):
            place = f"line {number}"
            if isinstance(record, str):
                yield Reject(place, "", record)
            else:
                yield bind(tuple(record)).take(place, record)


def read_objects(path: Path) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    """Yield the objects of a file with the numbers of their lines, from 1; a text says why a line has none.

    Raises InputError where the file cannot be opened.
    """
    number = 0
    try:
        for number, raw in read_lines(path):
            yield number, _read_object(raw)
    except InputError as error:
        if not number:
            raise
        yield number + 1, str(error)


def first_resource(path: Path) -> str:
    """Return the kind of FHIR resource that a file begins with; "" where it begins with none."""
    with suppress(InputError):
        for _, record in islice(read_objects(path), _HEAD):
            if not isinstance(record, str):
                return str(record.get("resourceType") or "")
    return ""


def _read_object(raw: bytes | None) -> Mapping[str, Any] | str:
    if raw is None:
        return "the line is too long"
    try:
        record = parse_json(decode(raw, "line"), "the line")
    except InputError as error:
        return str(error)
    return record if isinstance(record, dict) else "the line is not a JSON object"
