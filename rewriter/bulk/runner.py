"""One run over a source of notes: what has no result yet is done, and every result is in the journal before it counts.

Rows are read in a thread, notes are read and judged in processes, requests and order are kept here. A stop (Ctrl+C,
the budget, a server that fails) lets what is in flight end; the next run goes on from the journal.
"""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from rewriter.bulk.calls import Calls, Stopped
from rewriter.bulk.journal import Job
from rewriter.bulk.outcome import FAULT, REJECTED, Outcome
from rewriter.bulk.pool import Case, Lost, Pool
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.tally import FINISHED, Tally
from rewriter.bulk.terms import fingerprint
from rewriter.loop import Reply

DIED = "the process that worked on the note ended"
_SLICE = 200
_TRIES = 2
_WAITING_PER_PROCESS = 4
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

    def stop(self, how: str) -> None:
        """Begin no more notes and no more requests; the first reason stands."""
        self.stopped = self.stopped or how

    async def run(self, rows: Iterator[Row | Reject]) -> str:
        """Do every note that has no result; return how the run ended."""
        loop = asyncio.get_running_loop()
        self._with_replies = await self.scribe.do(self.scribe.journal.find_begun)
        at_once = _WRITTEN_AT_ONCE if self.calls is None else 1
        waiting = _WAITING_PER_PROCESS * self.pool.processes
        room = asyncio.Semaphore(max(waiting, 2 * self.calls.width if self.calls else 0))
        # A thread of its own: a database's connection may be used in one thread only.
        with ThreadPoolExecutor(1, "source") as source:
            async with asyncio.TaskGroup() as tasks:
                while some := await loop.run_in_executor(source, self._take, rows):
                    new = await self._note(some)
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

    def _take(self, rows: Iterator[Row | Reject]) -> list[Row | Reject]:
        return [] if self.stopped else list(islice(rows, _SLICE))

    async def _note(self, some: Sequence[Row | Reject]) -> list[tuple[Row, bytes]]:
        """Note rows in the journal; return those to be done, with their fingerprints."""
        rows = [(row, fingerprint(self.terms, row.line)) for row in some if isinstance(row, Row)]
        rejects = [row for row in some if isinstance(row, Reject)]
        # Before the journal is asked: a note that ends meanwhile is in one of the two at least.
        busy = set(self._working)
        allowed, done = await self.scribe.do(self._write_rows, rows, rejects)
        self.tally.read += len(some)
        self.tally.rejected += len(rejects) + allowed.count(False)
        chosen = []
        for (row, fp), may in zip(rows, allowed, strict=True):
            if not may:
                continue
            if fp in done:
                self.tally.had += 1
            elif fp in busy:
                self.tally.equal += 1
            else:
                busy.add(fp)
                chosen.append((row, fp))
        return chosen

    def _write_rows(
        self, rows: Sequence[tuple[Row, bytes]], rejects: Sequence[Reject]
    ) -> tuple[list[bool], set[bytes]]:
        journal = self.scribe.journal
        for reject in rejects:
            journal.add_reject(self.job, reject)
        return journal.add_items(self.job, rows), journal.find_done([fp for _, fp in rows])

    async def _do(self, some: Sequence[tuple[Row, bytes]]) -> None:
        fps = [fp for _, fp in some]
        try:
            if self.calls is None:
                outcomes = await self._write([row for row, _ in some])
            else:
                outcomes = [await self._finish(row, fp) for row, fp in some]
            await self.scribe.do(self._write_outcomes, fps, outcomes)
            for outcome in outcomes:
                self._count(outcome)
        except Stopped as stopped:
            self.stop(stopped.reason)
        finally:
            self._working.difference_update(fps)

    def _write_outcomes(self, fps: Sequence[bytes], outcomes: Sequence[Outcome]) -> None:
        for fp, outcome in zip(fps, outcomes, strict=True):
            self.scribe.journal.add_outcome(fp, outcome)

    def _count(self, outcome: Outcome) -> None:
        if outcome.status == REJECTED:
            self.tally.rejected += 1
            return
        self.tally.statuses[outcome.status] += 1
        self.tally.questions += len(outcome.questions)
        if outcome.cause:
            self.tally.causes[outcome.cause] += 1

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
        for _ in range(_TRIES):
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
