"""What every caller shares: the workload, and a process that makes calls when told to and says what they cost.

Standard library only: it runs in each library's own venv. Every caller is started with two arguments, the file of the
workload and the address of the server.
"""

import asyncio
import gc
import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import Any

# The names of the models: what the server replies with depends on them.
GOOD, MENDING, FAULTY = "good", "mending", "faulty"
WRONG = " and impaired balance."  # how a sentence ends that invents a deficit


@dataclass(frozen=True)
class Row:
    """One note, and what a model is asked for it and replies.

    `rewrite` is the text of the good draft. `sheet` tells the row in a request; `body` is the whole first request.
    `replies` are for each model the texts of its replies, in turn. `cases` counts the faulty drafts; `fault` is what a
    sentence is told that ends in WRONG.
    """

    text: str
    rewrite: str
    minutes: float
    sheet: str
    body: Mapping[str, Any]
    replies: Mapping[str, list[str]]
    cases: int
    fault: str


Call = Callable[[Row], Awaitable[object]]


def save_rows(path: Path, rows: list[Row]) -> None:
    """Write a workload."""
    path.write_text(json.dumps([asdict(row) for row in rows]), "utf-8")


def load_rows(path: str) -> list[Row]:
    """Return a workload."""
    return [Row(**row) for row in json.loads(Path(path).read_text("utf-8"))]


def pin(*, last: bool) -> None:
    """Keep this process on the first or the last core that it may use, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[-1 if last else 0]})


async def serve(rows: list[Row], calls: Mapping[str, Call], faulty: Call) -> None:
    """Obey the lines of stdin: `NAME CONCURRENCY COUNT` makes calls, `faulty` makes one for each faulty draft.

    Each is answered with a line: the milliseconds of CPU of one call.
    """
    pin(last=False)
    for line in iter(sys.stdin.readline, ""):
        name, *numbers = line.split()
        if name == FAULTY:
            await _run(faulty, (row for row in rows for _ in range(row.cases)), 1)
            print(0.0, flush=True)
            continue
        concurrency, count = map(int, numbers)
        warm = max(concurrency, len(rows) // 2)  # opens the connections, warms the processor
        await _run(calls[name], islice(cycle(rows), warm), concurrency)
        gc.collect()
        began = process_time()
        await _run(calls[name], islice(cycle(rows), count), concurrency)
        print((process_time() - began) * 1e3 / count, flush=True)


async def _run(call: Call, rows: Iterator[Row], concurrency: int) -> None:
    async def work() -> None:
        for row in rows:  # one iterator for all workers
            await call(row)

    await asyncio.gather(*(work() for _ in range(concurrency)))
