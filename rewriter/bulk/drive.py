"""A run from its first row to its last, and what stops it: Ctrl+C, a server or a purse that gives no more.

The first Ctrl+C lets what is in flight end, the second does not. Either way the next run goes on from the journal.
"""

import asyncio
import signal
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rewriter.bulk.calls import Calls
from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.pool import Pool
from rewriter.bulk.rounds import BatchCalls, BatchRunner
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.runner import Runner
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.tally import INTERRUPTED, Tally
from rewriter.bulk.terms import Terms
from rewriter.errors import JournalError, RewriterError

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
DRAINING = "What is in flight is finished first; Ctrl+C again ends at once. Nothing is lost either way."


@dataclass
class Drive:
    """What a run needs. `make_rows` yields all rows of the source, each time anew; `calls` is None for the composer.

    `tell` is given a line for the person who interrupts the run.
    """

    journal: Journal
    job: Job
    terms: Terms
    make_rows: Callable[[], Iterator[Row | Reject]]
    processes: int
    tally: Tally
    tell: Callable[[str], None]
    open_calls: Callable[[], Calls | BatchCalls] | None = None

    def run(self) -> str:
        """Do every note that has no result; return how the run ended.

        Raises what reading the source does, and JournalError where the journal cannot be written.
        """
        how = ""
        try:
            how = asyncio.run(self._run())
        except sqlite3.Error as error:
            raise JournalError(f"the journal cannot be written: {error}") from None
        except BaseExceptionGroup as group:
            raise _find_cause(group) from None
        finally:
            self.journal.end_run(self.job, how or INTERRUPTED, self.tally.seconds)
        return how

    async def _run(self) -> str:
        async with Scribe(self.journal) as scribe:
            with Pool(self.terms, self.processes) as pool:
                calls = self.open_calls() if self.open_calls else None
                try:
                    return await self._watch(scribe, pool, calls)
                finally:
                    if calls:
                        await calls.aclose()

    async def _watch(self, scribe: Scribe, pool: Pool, calls: Calls | BatchCalls | None) -> str:
        digest = self.terms.digest()
        if isinstance(calls, BatchCalls):
            batches = BatchRunner(self.job, digest, scribe, pool, calls, self.tally)
            stop, work = batches.stop, batches.run(self.make_rows)
        else:
            runner = Runner(self.job, digest, scribe, pool, calls, self.tally)
            stop, work = runner.stop, runner.run(self.make_rows())
        task = asyncio.create_task(work)
        interrupted = False

        def interrupt() -> None:
            nonlocal interrupted
            if interrupted:
                task.cancel()
                return
            interrupted = True
            self.tell(DRAINING)
            stop(INTERRUPTED)

        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, interrupt)
        try:
            return await task
        except asyncio.CancelledError:
            if not interrupted:
                raise
            return INTERRUPTED
        finally:
            for number in _SIGNALS:
                loop.remove_signal_handler(number)


def _find_cause(group: BaseExceptionGroup[Any]) -> BaseException:
    """Return the error of a group that tells most: one raised on purpose before all others."""
    leaves: list[BaseException] = []
    waiting: list[BaseException] = [group]
    while waiting:
        error = waiting.pop()
        if isinstance(error, BaseExceptionGroup):
            waiting.extend(error.exceptions)
        else:
            leaves.append(error)
    for error in leaves:
        if isinstance(error, sqlite3.Error):
            return JournalError(f"the journal cannot be written: {error}")
    return next((error for error in leaves if isinstance(error, RewriterError)), leaves[0])
