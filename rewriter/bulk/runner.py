"""One run over a source of notes: what has no result yet is done, and every result is in the journal before it counts.

Rows are read in a thread, notes are read and judged in processes, requests and order are kept here. A stop (Ctrl+C,
the budget, a server that fails) lets what is in flight end; the next run goes on from the journal.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from rewriter.bulk.calls import Calls, Stopped
from rewriter.bulk.journal import Job
from rewriter.bulk.outcome import FAULT, Outcome
from rewriter.bulk.pool import Case, Pool
from rewriter.bulk.register import Register, read_slices
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.tally import FINISHED, Tally
from rewriter.loop import Reply
from rewriter.processes import Lost

DIED = "the process that worked on the note ended"
TRIES = 2
WAITING_PER_PROCESS = 4
# Notes that go to a process together where no model is asked: handing one over costs as much as a tenth of writing it.
_WRITTEN_AT_ONCE = 8


@dataclass
class Runner:
    """What one run needs. `calls` is None where the composer writes, `terms` the digest of the job's terms."""

    job: Job
    terms: bytes
    scribe: Scribe
    pool: Pool
    calls: Calls | None = None
    tally: Tally = field(default_factory=Tally)
    stopped: str = ""
    _working: set[bytes] = field(default_factory=set)
    _with_replies: set[bytes] = field(default_factory=set)
    _register: Register = field(init=False)

    def __post_init__(self) -> None:
        self._register = Register(self.job, self.terms, self.scribe, self.tally)

    def stop(self, how: str) -> None:
        """Begin no more notes and no more requests; the first reason stands."""
        self.stopped = self.stopped or how
        if self.calls:
            self.calls.stop(self.stopped)

    async def run(self, rows: Iterator[Row | Reject]) -> str:
        """Do every note that has no result; return how the run ended."""
        self._with_replies = await self.scribe.do(self.scribe.journal.find_begun)
        at_once = _WRITTEN_AT_ONCE if self.calls is None else 1
        waiting = WAITING_PER_PROCESS * self.pool.processes
        room = asyncio.Semaphore(max(waiting, 2 * self.calls.width if self.calls else 0))
        async with asyncio.TaskGroup() as tasks:
            async for some in read_slices(rows, lambda: self.stopped):
                new = await self._register.note(some, self._working)
                for start in range(0, len(new), at_once):
                    await room.acquire()
                    if self.stopped:
                        room.release()
                        break
                    some_new = new[start : start + at_once]
                    self._working.update(fp for _, fp in some_new)
                    task = tasks.create_task(self._do(some_new))
                    task.add_done_callback(lambda _: room.release())
        return self.stopped or FINISHED

    async def _do(self, some: Sequence[tuple[Row, bytes]]) -> None:
        fps = [fp for _, fp in some]
        try:
            if self.calls is None:
                outcomes = await self._write([row for row, _ in some])
            else:
                outcomes = [await self._finish(row, fp) for row, fp in some]
            await self._register.conclude(fps, outcomes)
        except Stopped as stopped:
            self.stop(stopped.reason)
        finally:
            self._working.difference_update(fps)

    async def _write(self, rows: Sequence[Row]) -> list[Outcome]:
        """Return what becomes of notes where no model is asked; those of a process that dies are begun anew singly."""
        with suppress(Lost):
            return await self.pool.write([row.line for row in rows])
        outcomes = []
        for row in rows:
            try:
                outcomes += await self.pool.write([row.line])
            except Lost:
                outcomes.append(Outcome(FAULT, DIED))
        return outcomes

    async def _finish(self, row: Row, fp: bytes) -> Outcome:
        """Return what becomes of a note. One whose process dies is begun anew once: it may be what kills it."""
        for _ in range(TRIES):
            replies: list[Reply] = []
            if fp in self._with_replies:
                replies = await self.scribe.do(self.scribe.journal.find_replies, fp)
            try:
                case = await self.pool.begin(row.line, replies)
                while case.outcome is None:
                    reply = await self._ask(case, fp, len(replies))
                    replies.append(reply)
                    case = await self.pool.go_on(case, reply)
                return case.outcome
            except Lost:
                self._with_replies.add(fp)
        return Outcome(FAULT, DIED)

    async def _ask(self, case: Case, fp: bytes, number: int) -> Reply:
        assert self.calls is not None
        assert case.ask is not None
        try:
            if self.stopped:
                raise Stopped(self.stopped)
            return await self.calls.reply(case.ask, partial(self._keep, fp, number))
        except BaseException:
            await self.pool.drop(case)
            raise

    async def _keep(self, fp: bytes, number: int, reply: Reply, cost: float) -> None:
        await self.scribe.do(self.scribe.journal.add_reply, self.job, fp, number, reply, cost)
        self.tally.calls += 1
        self.tally.usage += reply.usage
        self.tally.cost += cost
