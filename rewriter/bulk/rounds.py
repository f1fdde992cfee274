"""Many notes through the Batch API, in rounds: each note that lacks a result asks, all is sent, all answers are taken.

The loop of a note is begun anew in each round, from the replies that the journal has of it: nothing else need be kept,
and a run may be killed in any round. A repair is asked for in the next round. Rounds go on until no note asks.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from rewriter.bulk.batches import Batches, check_server
from rewriter.bulk.budget import Budget, Spent
from rewriter.bulk.calls import Stopped
from rewriter.bulk.chunks import Chunk, Key, Press
from rewriter.bulk.collector import Collector
from rewriter.bulk.dispatch import Dispatch
from rewriter.bulk.journal import Job, find_chunks
from rewriter.bulk.outcome import FAULT, Outcome
from rewriter.bulk.pool import Pool
from rewriter.bulk.prices import find_price
from rewriter.bulk.register import Register, read_slices
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.runner import DIED, TRIES, WAITING_PER_PROCESS
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.server import Bounds
from rewriter.bulk.tally import BUDGET, FINISHED, Tally
from rewriter.bulk.tokens import estimate, find_most
from rewriter.engine import Manner
from rewriter.loop import UNREACHABLE, Ask, Reply, Usage
from rewriter.model import Server
from rewriter.processes import Lost
from rewriter.prompt import Prompt
from rewriter.settings import Settings


@dataclass
class BatchCalls:
    """What the requests of a run are sent with."""

    batches: Batches
    prompt: Prompt
    budget: Budget

    async def aclose(self) -> None:
        """Close the connections."""
        await self.batches.server.aclose()


def open_batch_calls(
    manner: Manner, settings: Settings, bounds: Bounds, *, used: Usage = Usage(), cost: float = 0.0
) -> BatchCalls:
    """Return what asks a model as `manner` says, by batches; nothing is sent yet.

    `used` and `cost` are of the job's earlier runs. Of the bounds the budget and the rates hold: how much a server
    takes at once it tells by itself. Raises SettingsError for what cannot be used.
    """
    check_server(settings)
    price = find_price(manner.name, settings, by_hand=bounds.rates, batch=True)
    spent = Spent(Decimal(str(cost)), used.input + used.output)
    budget = Budget(price, bounds.money, bounds.tokens, spent)
    return BatchCalls(Batches(Server(manner.name, settings)), manner.prompt, budget)


@dataclass
class BatchRunner:
    """What one run needs; `terms` is the digest of the job's terms."""

    job: Job
    terms: bytes
    scribe: Scribe
    pool: Pool
    calls: BatchCalls
    tally: Tally = field(default_factory=Tally)
    stopped: str = ""
    # What is held back for the requests of this round, and whether one more did not fit into the budget.
    _held: Spent = field(default_factory=Spent)
    _is_full: bool = False
    _dispatch: Dispatch = field(init=False)
    _collector: Collector = field(init=False)

    def __post_init__(self) -> None:
        batches, budget = self.calls.batches, self.calls.budget
        self._dispatch = Dispatch(self.job, self.terms, self.scribe, batches)
        self._collector = Collector(self.job, self.scribe, self._dispatch, batches, budget, self.tally)

    def stop(self, how: str) -> None:
        """End soon: what is with the server stays there, and the next run takes it. The first reason stands."""
        self.stopped = self.stopped or how
        self._collector.close(self.stopped)
        self.calls.batches.halt()

    async def run(self, make_rows: Callable[[], Iterator[Row | Reject]]) -> str:
        """Do every note that has no result; return how the run ended. `make_rows` yields all rows, each time anew."""
        self._remove_files()
        try:
            await self._collector.collect((), await self._dispatch.recover())
            register = Register(self.job, self.terms, self.scribe, self.tally)
            while not self.stopped and (chunks := await self._ask(make_rows(), register)):
                await self._collector.collect(chunks)
                self._release()
                register = replace(register, tally=Tally())  # rows count once
            if self._collector.closed and not self.stopped:  # something may have been left half sent
                await self._dispatch.recover()
        except Stopped as stopped:
            self._collector.close(stopped.reason)
        finally:
            self._remove_files()
        return self.stopped or self._collector.closed or (BUDGET if self._is_full else FINISHED)

    def _release(self) -> None:
        """Hold back no more for requests that were answered: the rest of the budget may do for others."""
        self.calls.budget.give_back(self._held)
        self._held, self._is_full = Spent(), False

    def _remove_files(self) -> None:
        """Remove requests that were not sent: they are written anew."""
        for path in find_chunks(self.scribe.journal.path):
            path.unlink()

    async def _ask(self, rows: Iterator[Row | Reject], register: Register) -> list[Chunk]:
        """Go over all rows: what can be concluded is, what asks is written. Return what is to be sent."""
        chunks: list[Chunk] = []
        press = Press(self.scribe.journal.path, self._collector.most_enqueued)
        taken: set[bytes] = set()
        room = asyncio.Semaphore(WAITING_PER_PROCESS * self.pool.processes)
        conclusions = Register(self.job, self.terms, self.scribe, self.tally)

        async def do(row: Row, fp: bytes) -> None:
            answer = await self._begin(row, fp)
            if isinstance(answer, Outcome):
                await conclusions.conclude([fp], [answer])
            elif answer and (full := self._write(press, *answer)):
                chunks.append(full)
                await self._dispatch.begin(full)

        try:
            async with asyncio.TaskGroup() as tasks:
                async for some in read_slices(rows, lambda: self.stopped):
                    for row, fp in await register.note(some, taken):
                        taken.add(fp)
                        await room.acquire()
                        task = tasks.create_task(do(row, fp))
                        task.add_done_callback(lambda _: room.release())
        finally:
            last = press.close()
        if last:
            chunks.append(last)
            await self._dispatch.begin(last)
        return chunks

    async def _begin(self, row: Row, fp: bytes) -> Outcome | tuple[Key, Ask] | None:
        """Return what becomes of a note or what it asks; None where it may ask no more."""
        for _ in range(TRIES):
            replies = await self.scribe.do(self.scribe.journal.find_replies, fp)
            if self._is_shut() and not replies:
                return None
            key = Key(fp, len(replies))
            try:
                case = await self.pool.begin(row.line, replies)
                if case.ask and self._collector.is_given_up(key):
                    case = await self.pool.go_on(case, Reply(UNREACHABLE))
                if case.ask is None:
                    assert case.outcome is not None
                    return case.outcome
                await self.pool.drop(case)
                return key, case.ask
            except Lost:
                continue
        return Outcome(FAULT, DIED)

    def _write(self, press: Press, key: Key, ask: Ask) -> Chunk | None:
        """Write a request, if it may be made; return the chunk that was full before it."""
        if self._is_shut():
            return None
        held = self.calls.budget.take(find_most(ask, 1))
        if held is None:
            self._is_full = True
            return None
        self._held += held
        body = self.calls.batches.server.body(ask, self.calls.prompt)
        body.pop("service_tier", None)  # batches are a tier of their own
        return press.add(key, body, estimate(ask))

    def _is_shut(self) -> bool:
        return bool(self._is_full or self._collector.closed)
