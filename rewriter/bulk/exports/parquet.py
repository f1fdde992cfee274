"""Results as Parquet, written group by group of rows: never all in memory."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from rewriter.bulk.exports.done import ALWAYS, COUNTS, DATA, TEXTS, columns, done_notes, flatten
from rewriter.bulk.exports.file import Stream
from rewriter.bulk.journal import Job, Journal

SCHEMA = pa.schema(
    [
        *(pa.field(name, pa.string(), nullable=name not in ALWAYS) for name in TEXTS),
        *(pa.field(name, pa.int32(), nullable=False) for name in COUNTS),
        *(pa.field(name, pa.string(), nullable=False) for name in DATA),
    ]
)
_ROWS = 10_000
# A note may have a million characters: ten thousand of those are more than a column of one group can hold.
_CHARACTERS = 32_000_000


def write(journal: Journal, job: Job, stream: Stream, _ending: str) -> int:
    """Write a row for each note; findings, questions and origin are text of JSON."""
    count = 0
    with pq.ParquetWriter(stream, SCHEMA, compression="zstd") as file:
        for rows in _groups(journal, job):
            file.write_batch(pa.RecordBatch.from_pylist(rows, SCHEMA))
            count += len(rows)
    return count


def _groups(journal: Journal, job: Job) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    characters = 0
    for done in done_notes(journal, job):
        row = flatten(columns(done))
        rows.append(row)
        characters += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(rows) == _ROWS or characters >= _CHARACTERS:
            yield rows
            rows, characters = [], 0
    if rows:
        yield rows
