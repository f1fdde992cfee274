"""Notes from Parquet: a file, or a folder of them as Spark writes it. Only the columns needed are read, by batches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq

from rewriter.bulk.columns import Bound, Columns
from rewriter.bulk.readers.streams import DAMAGED, files_below, name_safely
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError

# Rows that are in memory at once: notes of a kilobyte are a megabyte.
_BATCH = 1_000
_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"
_BROKEN = (OSError, pa.ArrowException)
_LOGS = ("_delta_log", ".hoodie")


@dataclass(frozen=True, slots=True)
class Parquet:
    """A Parquet file, or a folder of Parquet files whose subfolders (`cpt=97112`) may be columns too."""

    path: Path
    columns: Columns

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes. Raises InputError where no file can be read, SettingsError as `Columns.bind` for any."""
        self._check()
        return self._read()

    def count(self) -> int | None:
        """Return how many rows the files say they have."""
        total = 0
        for file in self._files():
            try:
                with pq.ParquetFile(file) as opened:
                    total += opened.metadata.num_rows
            except _BROKEN:
                return None
        return total

    def explain(self) -> str:
        """Return how the files are read. Raises as `rows`."""
        return f"Parquet; {self._check()}"

    def _files(self) -> list[Path]:
        if not self.path.is_dir():
            return [self.path]
        if any((self.path / log).is_dir() for log in _LOGS):
            raise InputError("the folder is a table whose log says which files still count: read it with Spark")
        return files_below(self.path, (".parquet",))

    def _check(self) -> Bound:
        """Look into each file's description before the first note is done; return the first one's columns."""
        bounds = []
        for file in self._files():
            try:
                with pq.ParquetFile(file) as opened:
                    bounds.append(self._bind(file, opened)[0])
            except SettingsError as error:
                raise SettingsError(f"{self._place(file)}{error}") from None
            except _BROKEN:
                continue  # a reject, when its turn comes
        if not bounds:
            raise InputError("the source is not Parquet, or cannot be read")
        return bounds[0]

    def _bind(self, file: Path, opened: pq.ParquetFile) -> tuple[Bound, dict[str, str | None]]:
        """Return where a file holds what, and the values that its folders give to all of its rows."""
        folders = dict(_partition(part) for part in file.relative_to(self.path).parts[:-1] if "=" in part)
        own = opened.schema_arrow.names
        fixed = {name: value for name, value in folders.items() if name not in own}
        return self.columns.bind([*own, *fixed]), fixed

    def _read(self) -> Iterator[Row | Reject]:
        for file in self._files():
            before = self._place(file)
            number = 0
            try:
                # Nothing is fetched ahead, so that what is in memory does not depend on the size of a row group.
                with pq.ParquetFile(file, pre_buffer=False, buffer_size=1 << 16) as opened:
                    bound, fixed = self._bind(file, opened)
                    wanted = [name for name in bound.used if name not in fixed]
                    for batch in opened.iter_batches(_BATCH, columns=wanted, use_threads=False):
                        for record in _records(batch):
                            number += 1
                            yield bound.take(f"{before}row {number}", {**fixed, **record})
            except _BROKEN:
                yield Reject(f"{before}after row {number}", "", DAMAGED)

    def _place(self, file: Path) -> str:
        return "" if file == self.path else f"{name_safely(file.relative_to(self.path))}: "


def _partition(part: str) -> tuple[str, str | None]:
    name, _, value = part.partition("=")
    return unquote(name), None if value == _NO_VALUE else unquote(value)


def _records(batch: pa.RecordBatch) -> Iterator[Mapping[str, Any]]:
    columns = [_values(column) for column in batch.columns]
    for values in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, values, strict=True))


def _values(column: pa.Array) -> list[Any]:
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)  # Python has no nanoseconds
    try:
        return list(column.to_pylist(maps_as_pydicts="lossy"))
    except (ValueError, OverflowError, pa.ArrowException):
        return [_value(cell) for cell in column]


def _value(cell: pa.Scalar) -> Any:
    """Return a cell's value, or bytes where Python has none for it: text that is no UTF-8, the year 10000.

    No field but a text takes bytes, and that one says why it does not.
    """
    try:
        return cell.as_py(maps_as_pydicts="lossy")
    except (ValueError, OverflowError, pa.ArrowException):
        return b"\xff"
