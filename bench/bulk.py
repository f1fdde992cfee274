"""Measure what a bulk run costs beside the work itself.

    python -m bench.bulk composer [COUNT ...]
    python -m bench.bulk model [NOTES]

`composer` runs each COUNT (10,000 and 100,000) of `bench.notes` from a generator into a journal, and says how many
notes a second that is, beside what one core's `improve` alone does in the same run times the cores, and how much memory
the processes held at most, all together.

`model` sends the same number of requests to a server in a process of its own, with the same client settings and
concurrency: a bare loop of AsyncOpenAI, then bulk, at 0 and 50 ms of latency, in interleaved rounds.
"""

import asyncio
import json
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from statistics import median

from openai import AsyncOpenAI

from bench.notes import make_note
from rewriter.bulk.drive import Drive
from rewriter.bulk.journal import Journal
from rewriter.bulk.row import Row
from rewriter.bulk.server import Bounds, open_calls
from rewriter.bulk.tally import Tally
from rewriter.bulk.terms import Terms
from rewriter.engine import Writer
from rewriter.improve import improve
from rewriter.intake import Options, take_line
from rewriter.model import open_engine
from rewriter.settings import Settings, load_settings
from rewriter.visit import Visit
from tests.bulk import GOOD, note

NOW = datetime(2026, 11, 22)
OPTIONS = Options("97112", Visit(), (), "narrative", None)
CORES = os.cpu_count() or 1
ALONE = 2_000
ROUNDS = 3
LATENCIES = ((0, 8), (50, 4))  # milliseconds, requests in flight


def main() -> None:
    """Print the figures of what was asked for."""
    what, *counts = sys.argv[1:] or ["composer"]
    if what == "model":
        measure_model(int(counts[0]) if counts else 400)
    else:
        measure_composer([int(count) for count in counts] or [10_000, 100_000])


def measure_composer(counts: list[int]) -> None:
    """Print notes a second, the share of what the cores allow, and the peak of memory, for each count."""
    columns = f"{'of allowed':>10} {'CPU ms':>7} {'peak MB':>8} {'journal MB':>10}"
    print(f"{'notes':>10} {'seconds':>9} {'notes/s':>8} {columns}")
    for count in counts:
        before = run_alone()
        with tempfile.TemporaryDirectory() as folder, watch_memory() as peak:
            path = Path(folder) / "journal"
            began, used = time.perf_counter(), processor_seconds()
            run_bulk(path, (to_row(make_note(number)) for number in range(count)), Terms(OPTIONS, None, NOW))
            seconds, used = time.perf_counter() - began, processor_seconds() - used
            size = path.stat().st_size / 1e6
        allowed = CORES * (before + run_alone()) / 2
        rate = count / seconds
        cost = f"{used * 1000 / count:>7.2f} {max(peak):>8.0f} {size:>10.0f}"
        print(f"{count:>10,} {seconds:>9.1f} {rate:>8.1f} {rate / allowed:>10.1%} {cost}", flush=True)


def processor_seconds() -> float:
    """Return the seconds of processor time that this process has used, with those of its children that have ended."""
    return sum(os.times()[:4])


def run_alone() -> float:
    """Return how many notes a second `improve` does in this process, made into rows as bulk's are."""
    lines = [to_row(make_note(-number - 1)).line for number in range(ALONE)]
    for line in lines[:50]:
        _improve(line)
    began = time.perf_counter()
    for line in lines:
        _improve(line)
    return ALONE / (time.perf_counter() - began)


def _improve(line: object) -> None:
    intake = take_line(dict(line), OPTIONS, None, NOW)  # type: ignore[call-overload]
    improve(intake.note, **intake.rules)


def to_row(data: dict[str, object]) -> Row:
    """Return a line of `bench.notes` as a reader would."""
    line = {name: data[name] for name in ("text", "cpt", "minutes")}
    return Row("bench", str(data["id"]), line, str(data["clinician"]), str(data["date"]), {})


def run_bulk(path: Path, rows: Iterator[Row], terms: Terms, settings: Settings | None = None, width: int = 0) -> None:
    """Run a job to its end."""
    journal = Journal(path, create=True)
    job = journal.begin_run(terms.digest(), "bench", {}, NOW)
    opener = None
    if settings is not None:
        engine = open_engine("m", settings=settings)
        bounds = Bounds(width)

        def opener() -> object:
            return open_calls(engine, settings, bounds)

    Drive(journal, job, terms, lambda: rows, CORES, Tally(), print, opener).run()  # type: ignore[arg-type]
    counts = journal.count(job)
    assert ("", "") not in counts
    journal.close()


@contextmanager
def watch_memory() -> Iterator[list[float]]:
    """Note twice a second how many MB this process and its children hold together, each page once (PSS)."""
    seen, ended = [0.0], threading.Event()

    def look() -> None:
        while not ended.wait(0.5):
            seen.append(sum(map(_held, [os.getpid(), *_children(os.getpid())])))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()


def _children(pid: int) -> list[int]:
    try:
        own = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        threads = [path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    pids = {int(one) for some in (own, *threads) for one in some}
    return [*pids, *(below for one in pids for below in _children(one))]


def _held(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


# --- a model's server ------------------------------------------------------------------------------------------------


def measure_model(notes: int) -> None:
    """Print the requests a second of a bare loop and of bulk, at each latency."""
    print(f"{'latency':>8} {'in flight':>9} {'bare/s':>8} {'bulk/s':>8} {'ratio':>6}")
    for latency, width in LATENCIES:
        with serving(latency) as url:
            settings = load_settings(base_url=url, api_key="none")
            rounds = [compare(notes, number, width, settings) for number in range(ROUNDS)]
        bare, bulk = (median(one[side] for one in rounds) for side in (0, 1))
        ratio = median(one[1] / one[0] for one in rounds)
        print(f"{latency:>5} ms {width:>9} {bare:>8.1f} {bulk:>8.1f} {ratio:>6.2f}")


def compare(notes: int, number: int, width: int, settings: Settings) -> tuple[float, float]:
    """Return the requests a second of a bare loop and of bulk; bulk's start is not counted, nor the loop's imports."""
    engine = open_engine("m", settings=settings)
    bodies = bare_bodies(notes, settings)
    bare = notes / asyncio.run(run_bare(bodies, width, settings))
    texts = [note(number * notes + each) for each in range(notes)]
    rows = (Row("bench", f"n{each}", {"text": text}, "", "", {}) for each, text in enumerate(texts))
    began: list[float] = []

    def told() -> Iterator[Row]:
        for row in rows:
            began.append(time.perf_counter())
            yield row

    with tempfile.TemporaryDirectory() as folder:
        terms = Terms(OPTIONS, None, NOW, Writer.of(engine), settings.parameters)
        run_bulk(Path(folder) / "journal", told(), terms, settings, width)
        seconds = time.perf_counter() - began[0]
    return bare, notes / seconds


def bare_bodies(notes: int, settings: Settings) -> list[dict[str, object]]:
    """Return requests as large as bulk's."""
    messages = [{"role": "system", "content": "x" * 3_000}, {"role": "user", "content": "y" * 2_500}]
    return [{"model": "m", "messages": messages, "max_tokens": 900, "seed": number} for number in range(notes)]


async def run_bare(bodies: list[dict[str, object]], width: int, settings: Settings) -> float:
    """Return the seconds that a bare loop takes."""
    room = asyncio.Semaphore(width)
    async with AsyncOpenAI(base_url=settings.base_url, api_key="none", max_retries=0) as client:

        async def ask(body: dict[str, object]) -> None:
            async with room:
                await client.chat.completions.create(**body)  # type: ignore[call-overload]

        await ask(bodies[0])
        began = time.perf_counter()
        await asyncio.gather(*map(ask, bodies))
        return time.perf_counter() - began


@contextmanager
def serving(latency: int) -> Iterator[str]:
    """Run a server in a process of its own that answers every request with the same draft; yield its address."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there, latency / 1000), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}/v1"
    finally:
        process.terminate()
        process.join()


def _serve(pipe: "multiprocessing.connection.Connection[int, int]", latency: float) -> None:
    content = json.dumps({"sentences": [{"id": name, "text": text} for name, text in GOOD.items()]})
    message = {"role": "assistant", "content": content}
    body = json.dumps(
        {
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 900, "completion_tokens": 90, "total_tokens": 990},
        }
    ).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                size = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
                await reader.readexactly(size)
                if latency:
                    await asyncio.sleep(latency)
                writer.write(answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def serve() -> None:
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


if __name__ == "__main__":
    main()
