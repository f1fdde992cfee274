"""One run by batches, against a server on loopback, with one desk in this process; it may be killed at any point."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from rewriter import underway
from rewriter.bulk.batches import Batches
from rewriter.bulk.budget import Budget, Spent
from rewriter.bulk.desk import Desk
from rewriter.bulk.dispatch import open_chunks
from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.pool import Case, Pool
from rewriter.bulk.rounds import BatchCalls, BatchRunner
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.scribe import Scribe
from rewriter.loop import Reply
from rewriter.model import Server
from rewriter.processes import Lost, Seat
from rewriter.prompt import load_prompt
from rewriter.settings import load_settings
from tests.batch_server import BatchServer, Json, Line, draft
from tests.bulk import ASKING, GOOD, NOW, begin_once, no_time, row

T = TypeVar("T")
BAD = {**GOOD, "s2": "Therapist used {cue9}."}
REPAIR = {"s2": GOOD["s2"]}
AIDE = "NMR performed by aide. Balance ex 15 min."


class Killed(Exception):
    """What stands for the end of the process."""


class Point:
    """Raises Killed at its n-th passing, and from then on; 0 is never."""

    def __init__(self, kill_at: int = 0) -> None:
        self.passed = 0
        self._kill_at = kill_at

    def __call__(self) -> None:
        self.passed += 1
        if 0 < self._kill_at <= self.passed:
            raise Killed


class Here(Pool):
    """One desk in this process."""

    def __init__(self) -> None:
        self._desk = Desk(ASKING)
        self._tickets = 0
        self.dies_at: str | None = None

    @property
    def processes(self) -> int:
        return 1

    async def begin(self, line: Mapping[str, Any], replies: Sequence[Reply] = ()) -> Case:
        if line["text"] == self.dies_at:
            raise Lost
        self._tickets += 1
        case = Case(Seat(self._tickets, cast(Any, None), cast(Any, None)))
        return case.take(self._desk.begin(case.seat.ticket, line, replies))

    async def go_on(self, case: Case, reply: Reply) -> Case:
        return case.take(self._desk.go_on(case.seat.ticket, reply))

    async def drop(self, case: Case) -> None:
        self._desk.drop(case.seat.ticket)


class Mortal(Scribe):
    """A scribe that is killed before it writes."""

    def __init__(self, journal: Journal, point: Point) -> None:
        super().__init__(journal)
        self._point = point

    def do(self, work: Callable[..., T], *arguments: Any) -> "asyncio.Future[T]":
        self._point()
        return super().do(work, *arguments)


class MortalBatches(Batches):
    """Batches that are killed before the server is asked, or before what it said is heard."""

    def __init__(self, server: Server, point: Point) -> None:
        super().__init__(server)
        self._point = point

    async def _try(self, call: Callable[[], Any], tries: int = 0) -> Any:
        self._point()
        said = await super()._try(call, tries)
        self._point()
        return said


def go(
    path: Path,
    server: BatchServer,
    rows: Sequence[Row | Reject],
    *,
    budget: Budget | None = None,
    point: Point | None = None,
    begin: Callable[[BatchRunner], None] = lambda _: None,
    dies_at: str | None = None,
    **settings: Any,
) -> tuple[BatchRunner, str]:
    """Do one run; return the runner and how it ended. Raises what `point` does."""
    journal = Journal(path, create=True)
    point = point or Point()
    job = journal.begin_run(ASKING.digest(), "rows", {}, NOW)
    budget = budget or Budget(spent=Spent(Decimal(str(job.cost)), job.usage.input + job.usage.output))

    async def work() -> tuple[BatchRunner, str]:
        connection = Server("m", load_settings(base_url=server.url, api_key="k", tries=3, **settings), sleep=no_time)
        calls = BatchCalls(MortalBatches(connection, point), load_prompt("arrange"), budget)
        pool = Here()
        pool.dies_at = dies_at
        async with Mortal(journal, point) as scribe:
            runner = BatchRunner(job, ASKING.digest(), scribe, pool, calls)
            begin(runner)
            try:
                return runner, await runner.run(lambda: iter(rows))
            finally:
                await calls.aclose()

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(underway, "begin", begin_once)
            return asyncio.run(work())
    except* Killed:
        pass  # raised below: what is raised here comes out in a group on some versions of Python 3.11
    finally:
        journal.close()
    raise Killed


def last_job(path: Path) -> Job:
    journal = Journal(path)
    try:
        return journal.job()
    finally:
        journal.close()


def left_open(path: Path) -> int:
    """Return how many chunks may have left something with the server."""
    journal = Journal(path)
    try:
        return len(open_chunks(journal, journal.job()))
    finally:
        journal.close()


def weigh(line: Json) -> int:
    """Return how many tokens the server counts."""
    return 200 + sum(len(message["content"]) for message in line["body"]["messages"]) // 3


def minutes_of(line: Json) -> int:
    """Return the minutes of the note that a line is about: by them the notes differ."""
    found = re.search(r"(\d+) min", line["body"]["messages"][-1]["content"])
    assert found
    return int(found[1])


def number_of(line: Json) -> int:
    """Return how many replies the note of a line had before."""
    return int(line["custom_id"].rpartition("-")[2])


def well(_: Json) -> Line:
    return draft(GOOD)


def mended(line: Json) -> Line:
    """Some notes need a repair, always the same ones."""
    if number_of(line):
        return draft(REPAIR)
    return draft(BAD if minutes_of(line) % 2 else GOOD)


ROWS = [row(number) for number in range(12)]
