"""Chunks go to the server as far as it has room for them, and each answer is kept once.

The counts of a batch may lie, and a batch that completed may lack answers: what counts is which request has one.
"""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from rewriter.bulk.batches import FAILED, Batches, Remote
from rewriter.bulk.budget import Budget
from rewriter.bulk.calls import Stopped
from rewriter.bulk.chunks import TAKEN, Answer, Chunk, Key, read_answers
from rewriter.bulk.dispatch import Dispatch, move
from rewriter.bulk.journal import Job
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.tally import FAILING, QUOTA, Tally
from rewriter.loop import Reply
from rewriter.model import NO_MONEY

# A request that came back without a reply so often is given up for this run.
_MOST_FAILURES = 3
# So many batches in a row without a single reply end the run; small ones do not tell of the server.
_MOST_IN_VAIN, _TELLING = 3, 100
# Seconds between two looks at the batches: at first, and at the most.
_FIRST_PAUSE, _LONGEST_PAUSE = 10.0, 300.0
_SLICE = 500


@dataclass
class Collector:
    """Sends the chunks of a run and takes their answers.

    `closed` says why nothing more may be asked, though what was asked is waited for. `most_enqueued` is the most tokens
    of input that may wait with the server at once, once it has told.
    """

    job: Job
    scribe: Scribe
    dispatch: Dispatch
    batches: Batches
    budget: Budget
    tally: Tally
    closed: str = ""
    most_enqueued: int | None = None
    _failures: Counter[Key] = field(default_factory=Counter)
    _in_vain: int = 0

    def close(self, reason: str) -> None:
        """Ask nothing more; the first reason stands."""
        self.closed = self.closed or reason

    def is_given_up(self, key: Key) -> bool:
        """Whether a request came back without a reply too often."""
        return self._failures[key] >= _MOST_FAILURES

    async def collect(self, chunks: Sequence[Chunk], sent: Sequence[Chunk] = ()) -> None:
        """Send chunks and take the answers to them, and to those that were `sent` before. Raises Stopped."""
        waiting, out, pause = deque(chunks), list(sent), _FIRST_PAUSE
        while waiting or out:
            await self._send(waiting, out)
            ended = [chunk for chunk in out if await self._take(chunk)]
            out = [chunk for chunk in out if chunk not in ended]
            pause = _FIRST_PAUSE if ended else min(pause * 1.5, _LONGEST_PAUSE)
            if out:
                await self.batches.wait(pause)

    async def _send(self, waiting: deque[Chunk], out: list[Chunk]) -> None:
        """Send what there is room for. What cannot be sent at all is dropped: its notes ask again."""
        while waiting:
            chunk, most = waiting[0], self.most_enqueued
            if self.closed or (most is not None and chunk.input > most and chunk.count > 1):
                await self.dispatch.drop(waiting.popleft())
            elif most is not None and out and sum(one.input for one in out) + chunk.input > most:
                return
            else:
                try:
                    out.append(await self.dispatch.send(waiting.popleft()))
                except Stopped as stopped:
                    self.close(stopped.reason)

    async def _take(self, chunk: Chunk) -> bool:
        """Take the answers of a chunk, if its batch has ended; return whether it has."""
        remote = await self.batches.look(chunk.batch_id)
        if remote and not remote.is_ended:
            return False
        if remote and remote.is_too_large:
            self._shrink(chunk, remote)
        else:
            await self._keep_all(chunk, remote)
        chunk = replace(chunk, state=TAKEN)
        await self.scribe.do(move, self.scribe.journal, chunk)
        await self.dispatch.forget(chunk, remote)
        return True

    def _shrink(self, chunk: Chunk, remote: Remote) -> None:
        """Send less at once from now on: what the server allows, or half of what it did not."""
        if chunk.count == 1:
            self.close(FAILING)
        fits = remote.limit is not None and remote.limit < chunk.input
        self.most_enqueued = remote.limit if fits else chunk.input // 2

    async def _keep_all(self, chunk: Chunk, remote: Remote | None) -> None:
        """Keep the replies of a chunk; what has none is asked again in the next round."""
        keys = set(chunk.unpack())
        answered: set[Key] = set()
        for file_id in (remote.output_id, remote.error_id) if remote else ():
            answers: Iterator[Answer] = read_answers(await self.batches.read(file_id)) if file_id else iter(())
            ours = (answer for answer in answers if answer.key in keys)
            while some := list(islice(ours, _SLICE)):
                answered |= await self._keep(some)
        for key in keys - answered:
            self._failures[key] += 1
        telling = chunk.count >= _TELLING or (remote is not None and remote.status == FAILED)
        self._in_vain = 0 if answered else self._in_vain + telling
        if self._in_vain >= _MOST_IN_VAIN:
            self.close(FAILING)
        if remote and remote.lacks_money:
            self.close(QUOTA)

    async def _keep(self, some: Sequence[Answer]) -> set[Key]:
        """Keep replies, each of them once; return which requests have one now."""
        replies = {answer.key: answer.reply for answer in some if answer.reply}
        for answer in some:
            if answer.fault == NO_MONEY:
                self.close(QUOTA)
            elif not answer.reply and not answer.again:
                self._failures[answer.key] = _MOST_FAILURES
        new = await self.scribe.do(self._find_new, list(replies))
        costs = {key: self.budget.spend(replies[key].usage) for key in new}
        await self.scribe.do(self._write_replies, replies, costs)
        for key, cost in costs.items():
            self.tally.calls += 1
            self.tally.usage += replies[key].usage
            self.tally.cost += cost
        return set(replies)

    def _find_new(self, keys: Sequence[Key]) -> list[Key]:
        journal = self.scribe.journal
        return [key for key in keys if len(journal.find_replies(key.fp)) <= key.number]

    def _write_replies(self, replies: dict[Key, Reply], costs: dict[Key, float]) -> None:
        for key, cost in costs.items():
            self.scribe.journal.add_reply(self.job, key.fp, key.number, replies[key], cost)
