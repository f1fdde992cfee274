"""Rows enter the journal, and results of their notes; either way they are counted."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from rewriter.bulk.journal import Job
from rewriter.bulk.outcome import REJECTED, Outcome
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.tally import Tally
from rewriter.bulk.terms import fingerprint

_SLICE = 200


async def read_slices(
    rows: Iterator[Row | Reject], is_stopped: Callable[[], object]
) -> AsyncIterator[list[Row | Reject]]:
    """Yield the rows of a source, some at a time, until it ends or `is_stopped`."""

    def take() -> list[Row | Reject]:
        return [] if is_stopped() else list(islice(rows, _SLICE))

    # A thread of its own: a database's connection may be used in one thread only.
    with ThreadPoolExecutor(1, "source") as source:
        while some := await asyncio.get_running_loop().run_in_executor(source, take):
            yield some


@dataclass
class Register:
    """The rows and results of one run. `terms` is the digest of the job's terms."""

    job: Job
    terms: bytes
    scribe: Scribe
    tally: Tally = field(default_factory=Tally)

    async def note(self, some: Sequence[Row | Reject], working: Collection[bytes]) -> list[tuple[Row, bytes]]:
        """Note rows in the journal; return those to be done, with their fingerprints.

        `working` are the fingerprints of notes that are being done, and that need not be done twice.
        """
        rows = [(row, fingerprint(self.terms, row.line)) for row in some if isinstance(row, Row)]
        rejects = [row for row in some if isinstance(row, Reject)]
        # Before the journal is asked: a note that ends meanwhile is in one of the two at least.
        busy = {fp for _, fp in rows if fp in working}
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

    async def conclude(self, fps: Sequence[bytes], outcomes: Sequence[Outcome]) -> None:
        """Keep what became of notes, then count it."""
        await self.scribe.do(self._write_outcomes, fps, outcomes)
        for outcome in outcomes:
            self._count(outcome)

    def _write_rows(
        self, rows: Sequence[tuple[Row, bytes]], rejects: Sequence[Reject]
    ) -> tuple[list[bool], set[bytes]]:
        journal = self.scribe.journal
        for reject in rejects:
            journal.add_reject(self.job, reject)
        return journal.add_items(self.job, rows), journal.find_done([fp for _, fp in rows])

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
