"""The requests of a run to one model: a place in flight, room in the budget, a turn at the server's pace.

A request keeps its place until its reply is kept, so a killed run repeats at most as many as were in flight.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from rewriter.bulk.breaker import Breaker
from rewriter.bulk.budget import Budget, Spent
from rewriter.bulk.calls import Keep, Stopped
from rewriter.bulk.pace import Pace
from rewriter.bulk.prices import Rates, find_price
from rewriter.bulk.slots import Slots
from rewriter.bulk.tokens import estimate, find_largest, find_most
from rewriter.engine import Manner
from rewriter.errors import SettingsError
from rewriter.loop import UNREACHABLE, Ask, Reply, Usage
from rewriter.model import TIMED_OUT, Server, Transport
from rewriter.prompt import Prompt
from rewriter.settings import Settings


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a job may ask of its server and its purse. None is no limit.

    `at_once` is the most requests in flight, `money` dollars, `tokens` input and output together; both are for all runs
    of the job. `rates` is a price given by hand. Raises SettingsError for what is not above zero.
    """

    at_once: int = 64
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    money: float | None = None
    tokens: int | None = None
    rates: Rates | None = None

    def __post_init__(self) -> None:
        for name in ("at_once", "requests_per_minute", "tokens_per_minute", "money", "tokens"):
            value = getattr(self, name)
            if value is not None and not 0 < value < float("inf"):
                raise SettingsError(f"the limit {name} must be above zero")


@dataclass
class ServerCalls:
    """Sends the requests of a run; the `Calls` of a runner. `transport` passes `pace` at each of its `tries`."""

    transport: Transport
    prompt: Prompt
    slots: Slots
    pace: Pace
    budget: Budget
    tries: int
    stopped: str = ""
    _breaker: Breaker = field(default_factory=Breaker)

    @property
    def width(self) -> int:
        """The most requests that may be in flight at once."""
        return self.slots.most

    def stop(self, reason: str) -> None:
        """Send nothing more, further tries included; what was sent is awaited and kept. The first reason stands."""
        self.stopped = self.stopped or reason
        self.pace.shut()

    async def reply(self, ask: Ask, keep: Keep) -> Reply:
        """Return the reply to a request, once it is kept. Raises Stopped where nothing may be asked any more."""
        async with self.slots.place():
            self._check()
            try:
                async with self.budget.hold(find_most(ask, self.tries)):
                    self._check()
                    return await self._ask(ask, keep)
            except Stopped as stopped:
                self.stop(stopped.reason)
                raise

    async def aclose(self) -> None:
        """Close the connections."""
        await self.transport.aclose()

    def _check(self) -> None:
        if self.stopped:
            raise Stopped(self.stopped)

    async def _ask(self, ask: Ask, keep: Keep) -> Reply:
        reply = await self.transport.reply(ask, self.prompt)
        # What timed out was read by the server, and is billed, though it tells nothing.
        read = [Usage(estimate(ask)) for one in reply.tries if one.outcome == TIMED_OUT]
        cost = self.budget.spend(reply.usage, *read)
        reply = replace(reply, usage=sum(read, reply.usage))
        if reply.tries or reply.outcome != UNREACHABLE:  # it was sent
            if reason := self._breaker.judge(reply):
                self.stop(reason)
            await keep(reply, cost)
        if reply.outcome == UNREACHABLE:
            self._check()
        return reply


def open_calls(
    manner: Manner, settings: Settings, bounds: Bounds, *, used: Usage = Usage(), cost: float = 0.0
) -> ServerCalls:
    """Return what asks a model as `manner` says; nothing is sent yet. `used` and `cost` are of the job's earlier runs.

    Raises SettingsError for bounds that cannot be kept.
    """
    slots = Slots(bounds.at_once)
    pace = Pace(
        slots,
        requests_per_minute=bounds.requests_per_minute,
        tokens_per_minute=bounds.tokens_per_minute,
        largest=find_largest(manner.limits),
    )
    budget = Budget(
        find_price(manner.name, settings, by_hand=bounds.rates),
        bounds.money,
        bounds.tokens,
        Spent(Decimal(str(cost)), used.input + used.output),
    )
    transport = Server(manner.name, settings, gate=pace)
    return ServerCalls(transport, manner.prompt, slots, pace, budget, settings.tries)
