"""One task's share of a model, where many tasks on many machines ask one server and know nothing of each other.

The share is static: the organisation's limits divided by the tasks that run at once. Within it a task keeps to the same
pace as a run on one machine, and slows down by itself where the server says that it has too many requests.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from rewriter.bulk.breaker import Breaker
from rewriter.bulk.desk import Desk
from rewriter.bulk.outcome import Outcome
from rewriter.bulk.pace import Pace
from rewriter.bulk.slots import Slots
from rewriter.bulk.tokens import find_largest
from rewriter.engine import Writer
from rewriter.errors import SettingsError
from rewriter.loop import Ask, Limits, Reply
from rewriter.model import Server
from rewriter.settings import Settings


@dataclass(frozen=True)
class Share:
    """What each of `tasks` running at once may ask of a server: its part of the limits, `at_once` requests in flight.

    The limits are the organisation's, of any 60 seconds; tokens None is no limit. A share goes to other machines as it
    is, the key in `settings` too: engines send it like any other part of a function. Raises SettingsError where a
    task's part is less than one request a minute.
    """

    settings: Settings = field(repr=False)
    requests_per_minute: float
    tokens_per_minute: float | None = None
    tasks: int = 1
    at_once: int = 8

    def __post_init__(self) -> None:
        if self.tasks < 1 or self.at_once < 1:
            raise SettingsError("tasks and requests in flight must be above zero")
        if not self.requests_per_minute >= self.tasks:  # so that it is said of a NaN too
            raise SettingsError(f"the requests a minute must be at least {self.tasks:,}: one for each task at once")

    def check(self, limits: Limits) -> None:
        """Raise SettingsError where a task's part of the tokens is too small for a note with these limits."""
        least = 2 * find_largest(limits) * self.tasks
        if self.tokens_per_minute is not None and self.tokens_per_minute < least:
            raise SettingsError(
                f"the tokens a minute must be at least {least:,} for {self.tasks:,} tasks at once:"
                " run fewer, or lower a note's own limit"
            )

    def pace(self, slots: Slots, limits: Limits) -> Pace:
        """Return the pace of one task. Raises SettingsError as `check` does."""
        self.check(limits)
        tokens = None if self.tokens_per_minute is None else self.tokens_per_minute / self.tasks
        return Pace(
            slots,
            requests_per_minute=self.requests_per_minute / self.tasks,
            tokens_per_minute=tokens,
            largest=find_largest(limits),
        )

    def open(self, writer: Writer) -> "Asker":
        """Return what asks the model for one task. Raises SettingsError as `check` does."""
        return Asker(writer, self)


class Asker:
    """Brings a model's replies to the notes of a desk. Use as a context manager, outside of any event loop.

    Once the server does not serve it, no more is asked: the notes left end as `unreachable`, for the next run.
    """

    def __init__(self, writer: Writer, share: Share) -> None:
        self._writer = writer
        self._slots = Slots(share.at_once)
        self._pace = share.pace(self._slots, writer.limits)
        self._breaker = Breaker()
        self._server = Server(writer.name, share.settings, gate=self._pace)
        self._loop = asyncio.Runner()

    def __enter__(self) -> "Asker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._loop:
            self._loop.run(self._server.aclose())

    def write(self, desk: Desk, lines: Sequence[Mapping[str, Any]]) -> list[Outcome]:
        """Return what becomes of some notes, in their order."""
        return self._loop.run(self._write(desk, lines))

    async def _write(self, desk: Desk, lines: Sequence[Mapping[str, Any]]) -> list[Outcome]:
        return await asyncio.gather(*(self._finish(desk, ticket, line) for ticket, line in enumerate(lines)))

    async def _finish(self, desk: Desk, ticket: int, line: Mapping[str, Any]) -> Outcome:
        step = desk.begin(ticket, line)
        while isinstance(step, Ask):
            step = desk.go_on(ticket, await self._reply(step))
        return step

    async def _reply(self, ask: Ask) -> Reply:
        async with self._slots.place():
            reply = await self._server.reply(ask, self._writer.prompt)
        if self._breaker.judge(reply):
            self._pace.shut()
        return reply
