"""When a try may be sent: within the limits a minute, and not while the server has said that it has too many.

One pace stands before all tries of a run, first and further ones: every one of them counts at the server.
"""

import asyncio
from contextlib import suppress
from functools import partial

from aiolimiter import AsyncLimiter

from rewriter.bulk.slots import Slots
from rewriter.bulk.tokens import estimate
from rewriter.errors import SettingsError
from rewriter.loop import OK, Ask
from rewriter.model import TOO_MANY, Told

_MINUTE = 60.0
_COOLDOWN = 15.0
# The part of a minute's limit that may leave at once, so that a timer's lateness costs no throughput.
_BURST = 0.02


class Pace:
    """The gate of a run. Limits are of any 60 seconds; None is no limit. `largest` is the most tokens of a request.

    A server counts tokens when a request comes, and then the most that its reply may take.
    """

    def __init__(
        self,
        slots: Slots,
        *,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        largest: int = 0,
    ) -> None:
        """Raise SettingsError where the tokens of a minute are not enough for two of the largest requests."""
        self._slots = slots
        self._largest = largest
        # One bucket keeps both limits: a request takes the larger one of its shares of them.
        self._per_request = 1 / (requests_per_minute + 1) if requests_per_minute else 0.0
        self._per_token = 1 / tokens_per_minute if tokens_per_minute else 0.0
        burst = max(_BURST, self._per_request, self._per_token * largest)
        if burst > 0.5:
            raise SettingsError(f"the tokens a minute must be at least {2 * largest:,}, or a note's own limit be lower")
        self._limiter: AsyncLimiter | None = None
        if self._per_request or self._per_token:
            # What leaves at once and what leaks in a minute are together the limit, so no window exceeds it.
            self._limiter = AsyncLimiter(burst, burst * _MINUTE / (1 - burst))
        self._turn = asyncio.Lock()
        self._shut = asyncio.Event()
        self._again_at = 0.0

    async def enter(self, ask: Ask) -> Told | None:
        """Wait until a request may be tried; return who is told how the try ended, None once the pace is shut."""
        async with self._turn:
            while not self._shut.is_set():
                await self._cool_down()
                if self._limiter:
                    await self._limiter.acquire(self._share(ask))
                # While it waited for its share, another try may have been told that there are too many.
                if self._seconds_left() <= 0 and not self._shut.is_set():
                    return partial(self._hear, self._slots.episode)
        return None

    def shut(self) -> None:
        """Let no more tries pass."""
        self._shut.set()

    def _share(self, ask: Ask) -> float:
        tokens = min(estimate(ask) + ask.most_tokens, self._largest)
        return max(self._per_request, self._per_token * tokens)

    def _hear(self, episode: int, outcome: str, wait: float | None) -> None:
        if outcome == OK:
            self._slots.grow()
        elif outcome == TOO_MANY:
            self._slots.shrink(episode)
            self._again_at = max(self._again_at, _now() + (_COOLDOWN if wait is None else wait))
        else:
            self._slots.pause()

    def _seconds_left(self) -> float:
        return self._again_at - _now()

    async def _cool_down(self) -> None:
        while (seconds := self._seconds_left()) > 0 and not self._shut.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._shut.wait()


def _now() -> float:
    return asyncio.get_running_loop().time()
