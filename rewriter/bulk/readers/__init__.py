"""Readers: each turns a source of one format into rows, one at a time, whatever its size.

What cannot be a note becomes a reject with its place and a reason that never repeats it; the rest goes on.
"""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.delimited import Delimited
from rewriter.bulk.readers.folder import SUFFIXES, Folder
from rewriter.bulk.readers.json_lines import JsonLines, first_resource
from rewriter.bulk.readers.source import CSV, FHIR, FORMATS, JSONL, PARQUET, SQL, TEXT, TSV, Source
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError
from rewriter.extra import needs_extra

__all__ = ["FORMATS", "Source", "count", "explain", "open_source"]

# Imported only where they are used: module and reader.
_IN_EXTRA = {PARQUET: ("parquet", "Parquet"), FHIR: ("fhir", "FhirExport"), SQL: ("database", "Database")}
_IN_FOLDERS = {".parquet": PARQUET, ".ndjson": FHIR, ".ndjson.gz": FHIR, **dict.fromkeys(SUFFIXES, TEXT)}
_SUFFIXES = {".jsonl": JSONL, ".ndjson": JSONL, ".csv": CSV, ".tsv": TSV, ".parquet": PARQUET}


class Reader(Protocol):
    """What reads one format. Making it opens nothing."""

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes; what is wrong with the whole source is raised before the first."""

    def count(self) -> int | None:
        """Return how many rows there are; None where it is not cheap to know."""

    def explain(self) -> str:
        """Return in a line how the source is read: its format, its encoding, which column holds what."""


def open_source(source: Source, columns: Columns = Columns()) -> Iterator[Row | Reject]:
    """Return the notes of a source, read as they are asked for; `columns` say what is where in a table.

    Raises SettingsError for a format or columns that do not fit, InputError where the source cannot be opened; both at
    once. While it is read, only a database that ends in the middle raises InputError.
    """
    return _find_reader(source, columns).rows()


def count(source: Source) -> int | None:
    """Return about how many rows a source has; None where it is not cheap to know. Raises as `open_source`."""
    return _find_reader(source, Columns()).count()


def explain(source: Source, columns: Columns = Columns()) -> str:
    """Return in a line how a source is read, the columns that were guessed among it. Raises as `open_source`."""
    return _find_reader(source, columns).explain()


def _find_reader(source: Source, columns: Columns) -> Reader:
    if source.sql:
        if source.path or source.format not in ("", SQL) or not source.query.strip():
            raise SettingsError("a database is read by a query, and nothing else")
        return _load(SQL)(source.sql, source.query, columns)
    if source.path is None:
        raise SettingsError("the source must be a file, a folder, or a database with a query")
    if not source.path.exists():
        raise InputError("the source cannot be opened: there is no such file or folder")
    chosen = source.format or _find_format(source.path)
    if chosen == JSONL:
        return JsonLines(source.path, columns)
    if chosen in (CSV, TSV):
        return Delimited(source.path, columns, "\t" if chosen == TSV else "")
    if chosen == TEXT:
        return Folder(source.path, columns)
    if chosen in (PARQUET, FHIR):
        return _load(chosen)(source.path, columns)
    raise SettingsError(f"the format must be one of {', '.join(FORMATS)}; {SQL} is read with a query")


def _load(kind: str) -> Callable[..., Reader]:
    """Return what makes the reader of a kind that needs packages of the extra. Raises SettingsError without them."""
    module, name = _IN_EXTRA[kind]
    with needs_extra("bulk"):
        return cast(Callable[..., Reader], getattr(import_module(f"{__name__}.{module}"), name))


def _find_format(path: Path) -> str:
    if path.is_dir():
        formats = _find_formats(path)
        if chosen := next((kind for kind in (PARQUET, FHIR, TEXT) if kind in formats), None):
            return chosen
        raise SettingsError("the folder holds no file of a known format; say which of " + ", ".join(FORMATS))
    name = path.name.casefold().removesuffix(".gz")
    found = next((kind for suffix, kind in _SUFFIXES.items() if name.endswith(suffix)), None)
    if found is None:
        raise SettingsError("the file's name does not tell its format; say which of " + ", ".join(FORMATS))
    return FHIR if found == JSONL and first_resource(path) else found


def _find_formats(folder: Path) -> set[str]:
    """Return the formats of the files of a folder, up to the first that decides."""
    found: set[str] = set()
    for _, _, files in os.walk(folder):
        found |= {kind for name in files for suffix, kind in _IN_FOLDERS.items() if name.casefold().endswith(suffix)}
        if PARQUET in found:
            break
    return found
