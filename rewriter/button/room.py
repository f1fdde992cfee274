"""How many requests are in work at once. A few more may wait; the others are told when to come again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from rewriter.button.problems import BUSY, Problem, wait_for

_LONGEST_WAIT = 60.0
_SHARE = 0.1  # of the newest in the mean of how long a request takes


@dataclass
class Room:
    """Places for work. `wait_seconds` is the longest that a request waits for one; `clock` is seconds."""

    at_once: int
    most_waiting: int
    wait_seconds: float
    clock: Callable[[], float]
    in_work: int = 0
    waiting: int = 0
    _mean: float = 0.0
    _places: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self._places = asyncio.Semaphore(self.at_once)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place. Raises Problem (503) where none is free in time, or too many wait."""
        if self._places.locked() and self.waiting >= self.most_waiting:
            raise self._full()
        self.waiting += 1
        try:
            async with asyncio.timeout(self.wait_seconds):
                await self._places.acquire()
        except TimeoutError:
            raise self._full() from None
        finally:
            self.waiting -= 1
        self.in_work += 1
        began = self.clock()
        try:
            yield
        finally:
            self._mean += _SHARE * (self.clock() - began - self._mean)
            self.in_work -= 1
            self._places.release()

    def _full(self) -> Problem:
        """Say when those who wait now will have been served."""
        return Problem(BUSY, headers=wait_for(min(_LONGEST_WAIT, self._mean * (1 + self.waiting / self.at_once))))
