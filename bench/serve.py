"""Measure the service: how many notes a second, how late, how much memory, and what HTTP costs beside the library.

    python -m bench.serve [SECONDS] [CONCURRENCY]

Runs `rewriter serve` with the composer in a process of its own, and asks `POST /v1/improve` for SECONDS (60) with
CONCURRENCY (64) requests in flight, each of another note of `bench.notes`. Before and after that, one request at a time
is measured beside the same call of the library in this process: the difference is what HTTP, the processes and the
audit (each result is on the disk before it is given) cost. Memory is that of all the service's processes together, each
page once (PSS): after a tenth of the time, and at the end.
"""

import asyncio
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from statistics import median

import httpx2

from bench.notes import make_note
from rewriter.amend import to_dict
from rewriter.improve import improve
from rewriter.intake import Options, take_line
from rewriter.visit import Visit

SECONDS, CONCURRENCY, ALONE = 60.0, 64, 200
NOW = datetime(2026, 11, 22)
OPTIONS = Options("97112", Visit(), (), "narrative", None)


def main() -> None:
    """Print the figures."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    concurrency = int(sys.argv[2]) if len(sys.argv) > 2 else CONCURRENCY
    with tempfile.TemporaryDirectory() as folder, run_service(Path(folder)) as (process, address):
        before = measure_alone(address)
        taken, errors, memory = asyncio.run(drive(address, process.pid, seconds, concurrency))
        after = measure_alone(address)
    library, http = (min(pair) for pair in zip(before, after, strict=True))
    print(f"{len(taken):,} notes in {seconds:g} s, {concurrency} at once: {len(taken) / seconds:.1f} a second")
    print(f"p50 {share(taken, 0.5):.0f} ms, p99 {share(taken, 0.99):.0f} ms, errors {errors}")
    print(f"memory {memory[0]:.0f} MB after a tenth of the time, {memory[1]:.0f} MB at the end")
    print(f"one at a time: library {library:.1f} ms, HTTP {http:.1f} ms (medians): {http - library:.1f} ms more")


@contextmanager
def run_service(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run the service without limits on how often a client asks; yield its process and its address."""
    limits = '{"limits": {"per_minute": 100000000, "burst": 100000000, "at_once": 10000}}'
    given = {**os.environ, "REWRITER_SERVE_LOCAL": limits, "PYTHONPATH": str(Path(__file__).parents[1])}
    log = folder / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "rewriter", "serve", "--port", "0"], cwd=folder, env=given, stderr=stream
        )
    try:
        address = ""
        while not address:
            if process.poll() is not None:
                raise SystemExit(log.read_text())
            time.sleep(0.1)
            address = log.read_text().partition("Serving at ")[2].partition(" (")[0]
        while not is_ready(address):
            time.sleep(0.1)
        yield process, address
    finally:
        process.terminate()
        process.wait()


def is_ready(address: str) -> bool:
    """Tell whether the service can be asked."""
    try:
        return httpx2.get(f"{address}readyz").status_code == 200
    except httpx2.TransportError:
        return False


def measure_alone(address: str) -> tuple[float, float]:
    """Return the medians of a call of the library and of one over HTTP, in milliseconds, taken in turns."""
    library, http = [], []
    with httpx2.Client(base_url=address, timeout=60) as client:
        for number in range(ALONE):
            line = body(-number - 1)
            began = time.perf_counter()
            intake = take_line(line, OPTIONS, None, NOW)
            result = improve(intake.note, **intake.rules)
            to_dict(result, intake.record(result))
            library.append(time.perf_counter() - began)
            began = time.perf_counter()
            client.post("v1/improve", json=body(-number - 1)).raise_for_status()
            http.append(time.perf_counter() - began)
    return median(library) * 1000, median(http) * 1000


async def drive(
    address: str, pid: int, seconds: float, concurrency: int
) -> tuple[list[float], int, tuple[float, float]]:
    """Return milliseconds of each reply in order of size, how many were none, and the memory early and at the end."""
    numbers = itertools.count()
    taken: list[float] = []
    errors = 0
    ends = time.monotonic() + seconds
    limits = httpx2.Limits(max_connections=concurrency)

    async def ask(client: httpx2.AsyncClient) -> None:
        nonlocal errors
        while time.monotonic() < ends:
            line = body(next(numbers))
            began = time.perf_counter()
            try:
                reply = await client.post("v1/improve", json=line)
            except httpx2.TransportError:
                errors += 1
                continue
            errors += reply.status_code != 200
            taken.append((time.perf_counter() - began) * 1000)

    async with httpx2.AsyncClient(base_url=address, timeout=60, limits=limits) as client, asyncio.TaskGroup() as tasks:
        for _ in range(concurrency):
            tasks.create_task(ask(client))
        await asyncio.sleep(seconds / 10)
        early = held_by_all(pid)
    return sorted(taken), errors, (early, held_by_all(pid))


def body(number: int) -> dict[str, object]:
    """Return a note as it is sent."""
    made = make_note(number)
    return {name: made[name] for name in ("text", "cpt", "minutes")}


def share(taken: list[float], part: float) -> float:
    """Return what this part of the replies took at most; NaN where there was none."""
    return taken[min(len(taken) - 1, int(len(taken) * part))] if taken else float("nan")


def held_by_all(pid: int) -> float:
    """Return the MB that a process and those below it hold together."""
    children = [int(one) for path in Path(f"/proc/{pid}/task").glob("*/children") for one in path.read_text().split()]
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    own = next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
    return own + sum(map(held_by_all, children))


if __name__ == "__main__":
    main()
