"""One request from its text to its result: the processes read and judge, a model is asked, the audit is told first.

What is recorded before it happens: each request to a model, and the handing over of a result.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import datetime

from rewriter.button.audit import CHECK, IMPROVE, MODEL_CALL, Trail, plain
from rewriter.button.metrics import Metrics
from rewriter.button.pool import Pool
from rewriter.button.turn import DRAFT, Done, Order, Told
from rewriter.loop import LATE, Ask, Reply
from rewriter.model import ModelEngine


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks, as the audit has it: the request, the client, the person where one is known."""

    request_id: str
    client: str
    user: str = ""


@dataclass(frozen=True)
class Drive:
    """What a request needs. `engine` is None where the composer writes; its connections are the service's."""

    pool: Pool
    trail: Trail
    metrics: Metrics
    engine: ModelEngine | None = None
    now: Callable[[], datetime] = datetime.now

    async def improve(self, order: Order, sha256: str, who: Who) -> AsyncGenerator[Told | Done, None]:
        """Yield what there is to tell of a note's way, and its result at last; `sha256` is the hash of its text.

        Closing it, or cancelling who waits for it, cancels the request to the model. Raises Problem or JournalError.
        """
        case = self.pool.open_case()
        try:
            turn = await self.pool.begin(case, order, self.now())
            ends = asyncio.get_running_loop().time() + (self.engine.timeout if self.engine else 0)
            asks = 0
            while True:
                for told in turn.told:
                    yield told
                if turn.ask is None:
                    break
                asks += 1
                yield Told(DRAFT, {"by": "model", "kind": turn.ask.kind, "ask": asks})
                turn = await self.pool.go_on(case, await self._ask(turn.ask, ends, sha256, who))
            assert turn.done is not None
            await self._record(IMPROVE, turn.done, sha256, who)
            yield turn.done
        finally:
            self.pool.drop(case)

    async def check(self, order: Order, sha256: str, who: Who) -> Done:
        """Return the verdict on a text. Raises Problem or JournalError."""
        turn = await self.pool.check(order)
        assert turn.done is not None
        await self._record(CHECK, turn.done, sha256, who)
        return turn.done

    async def _ask(self, ask: Ask, ends: float, sha256: str, who: Who) -> Reply:
        assert self.engine is not None
        prompt = self.engine.prompt
        await self.trail.add(
            MODEL_CALL,
            request_id=who.request_id,
            client=who.client,
            user=who.user,
            note_sha256=sha256,
            kind=ask.kind,
            model=plain(self.engine.name),
            prompt=prompt.id,
            prompt_sha256=prompt.sha256,
        )
        began = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout_at(ends):
                reply = await self.engine.transport.reply(ask, prompt)
        except TimeoutError:
            reply = Reply(LATE, seconds=asyncio.get_running_loop().time() - began)
        self.metrics.count_call(reply)
        return reply

    async def _record(self, event: str, done: Done, sha256: str, who: Who) -> None:
        await self.trail.add(
            event,
            request_id=who.request_id,
            client=who.client,
            user=who.user,
            note_sha256=sha256,
            result_sha256=done.sha256,
            status=done.status,
            **{name: plain(said) for name, said in done.versions.items() if said},
        )
        self.metrics.count_result(event, done.status)
