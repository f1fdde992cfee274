"""Measure how sources are read. From the project's root: `python -m bench.parquet [NOTES] [FORMAT ...]`.

Notes of `bench.notes`, 1,000,000 unless said otherwise, are written to a file of each format (parquet, csv, jsonl) and
read in a process of its own. Parquet is one row group, the worst case for memory. Seconds are the processor's: to turn
every row into a note, and to count the rows. The memory is the peak of the whole process, and, beside it, that at the
first row.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bench.notes import make_notes

NOTES = 1_000_000
_AT_ONCE = 10_000
# Not `ru_maxrss`: on Linux that of a child begins with what its parent had.
_READ = """
import sys
from pathlib import Path
from time import process_time
from rewriter.bulk.readers import Source, count, open_source
from rewriter.bulk.row import Row

def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1e3

source = Source(Path(sys.argv[1]))
begin = process_time()
counted = count(source)
seconds_to_count = process_time() - begin
rows = open_source(source)
assert isinstance(next(rows), Row)
before = peak()
begin = process_time()
read = 1 + sum(isinstance(row, Row) for row in rows)
seconds = process_time() - begin
assert read == counted
print(read, seconds, seconds_to_count, before, peak())
"""


def main() -> None:
    """Print a row for each format."""
    count = int(sys.argv[1]) if sys.argv[1:] else NOTES
    print(f"{count:,} notes; Python {sys.version.split()[0]}, pyarrow {pa.__version__}")
    print(f"{'':10}{'MB of file':>12}{'rows/s':>12}{'seconds':>10}{'to count':>10}{'MB at first':>13}{'MB peak':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[2:] or _WRITERS:
            file = Path(folder, f"notes.{name}")
            _WRITERS[name](file, count)
            done = subprocess.run([sys.executable, "-c", _READ, file], capture_output=True, text=True, check=True)
            read, seconds, to_count, first, peak = map(float, done.stdout.split())
            size, rate = file.stat().st_size / 1e6, read / seconds
            print(f"{name:10}{size:12,.0f}{rate:12,.0f}{seconds:10.1f}{to_count:10.2f}{first:13.0f}{peak:9.0f}")
            file.unlink()


def _write_parquet(file: Path, count: int) -> None:
    batches = (pa.RecordBatch.from_pylist(some) for some in _some(make_notes(count)))
    pq.write_table(pa.Table.from_batches(batches), file, row_group_size=count)


def _write_cells(file: Path, count: int) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        notes = make_notes(count)
        first = next(notes)
        writer = csv.DictWriter(stream, first)
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(notes)


def _write_lines(file: Path, count: int) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(note) + "\n" for note in make_notes(count))


def _some(notes: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(islice(notes, _AT_ONCE)):
        yield some


_WRITERS: Mapping[str, Callable[[Path, int], None]] = {
    "parquet": _write_parquet,
    "csv": _write_cells,
    "jsonl": _write_lines,
}


if __name__ == "__main__":
    main()
