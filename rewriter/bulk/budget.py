"""What a job may spend, in money and tokens. The most that a request may take is held back before it is sent.

So the caps are kept whatever the requests in flight turn out to take, in whatever order they come back.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from decimal import Decimal

from rewriter.bulk.calls import Stopped
from rewriter.bulk.prices import Price
from rewriter.bulk.tally import BUDGET
from rewriter.errors import SettingsError
from rewriter.loop import Usage


@dataclass(frozen=True, slots=True)
class Spent:
    """Dollars and tokens. Money is counted exactly: sums of floats would drift."""

    money: Decimal = Decimal(0)
    tokens: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.money + other.money, self.tokens + other.tokens)

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(self.money - other.money, self.tokens - other.tokens)


@dataclass
class Budget:
    """The caps of a job (dollars, and tokens of input and output together; None: no cap) and what was spent so far.

    `price` is None where no price is known; then nothing costs anything, and money cannot be capped (SettingsError).
    """

    price: Price | None = None
    most_money: float | None = None
    most_tokens: int | None = None
    spent: Spent = Spent()
    _held: Spent = Spent()
    _holding: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    def __post_init__(self) -> None:
        if self.most_money is not None and self.price is None:
            raise SettingsError("no price is known for this model: give one, or cap the tokens instead of the money")

    @asynccontextmanager
    async def hold(self, most: Usage) -> AsyncIterator[None]:
        """Hold back the most that a request may take while it is made, and what it took is counted by `spend`.

        Where it does not fit it waits for others, which mostly take less than is held back for them; Stopped is raised
        where there are none.
        """
        while (held := self.take(most)) is None:
            if not self._holding:
                raise Stopped(BUDGET)
            await self._changed.wait()
        self._holding += 1
        try:
            yield
        finally:
            self.give_back(held)
            self._holding -= 1
            changed, self._changed = self._changed, asyncio.Event()
            changed.set()

    def take(self, most: Usage) -> Spent | None:
        """Hold back the most that a request may take; return what is to be given back, None where it does not fit."""
        needed = self._count(most)
        if not self._fits(needed):
            return None
        self._held += needed
        return needed

    def give_back(self, held: Spent) -> None:
        """Hold back no more what `take` returned, for one request or the sum of many."""
        self._held -= held

    def spend(self, *used: Usage) -> float:
        """Count what was taken; return its dollars."""
        taken = sum(map(self._count, used), Spent())
        self.spent += taken
        return float(taken.money)

    def _count(self, usage: Usage) -> Spent:
        return Spent(self.price(usage) if self.price else Decimal(0), usage.input + usage.output)

    def _fits(self, needed: Spent) -> bool:
        after = self.spent + self._held + needed
        return (self.most_money is None or after.money <= Decimal(str(self.most_money))) and (
            self.most_tokens is None or after.tokens <= self.most_tokens
        )
