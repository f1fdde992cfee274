"""How many requests may be in flight: fewer when the server has too many, more again while it has not.

Additive tries would be too slow for the hundreds that some servers bear, so growth is by a share of what there is.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_FIRST = 20
_LESS, _MORE = 0.8, 1.05


class Slots:
    """Places for requests in flight, given in the order in which they are asked for."""

    def __init__(self, most: int) -> None:
        self.most = most
        # How often the places were made fewer: tries that began before are of the same episode.
        self.episode = 0
        self._places = float(min(_FIRST, most))
        self._taken = 0
        self._clean = 0
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def places(self) -> int:
        """How many requests may be in flight now."""
        return int(self._places)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Wait for a place and hold it."""
        await self._take()
        try:
            yield
        finally:
            self._give_back()

    def grow(self) -> None:
        """Note a try that went well. After as many as there are places, all of them needed, there are some more."""
        if self._taken < self.places:
            return
        self._clean += 1
        if self._clean >= self.places:
            self._clean = 0
            self._places = min(float(self.most), self._places * _MORE)
            self._hand_out()

    def pause(self) -> None:
        """Note a try that failed for another reason than that there are too many: growth begins anew."""
        self._clean = 0

    def shrink(self, episode: int) -> None:
        """Note that the server had too many requests; `episode` is what it was when the try began."""
        self._clean = 0
        if episode == self.episode:
            self.episode += 1
            self._places = max(1.0, self._places * _LESS)

    async def _take(self) -> None:
        if self._taken < self.places and not self._waiting:
            self._taken += 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # it was given the place just before
                self._give_back()
            raise

    def _give_back(self) -> None:
        self._taken -= 1
        self._hand_out()

    def _hand_out(self) -> None:
        while self._waiting and self._taken < self.places:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                self._taken += 1
