"""Desks in processes of their own, one a core. A note stays at the desk that began it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from rewriter.bulk.desk import Desk
from rewriter.bulk.outcome import Outcome
from rewriter.bulk.terms import Terms
from rewriter.loop import Ask, Reply
from rewriter.processes import Lost, Processes, Seat

# The desk of a process of the pool: set once, when the process starts.
_desk: Desk


@dataclass
class Case:
    """A note at its desk. `ask` is what waits for a reply; None once `outcome` is known."""

    seat: Seat = field(repr=False)
    ask: Ask | None = None
    outcome: Outcome | None = None

    def take(self, answer: Ask | Outcome) -> "Case":
        """Note what the desk answered."""
        self.ask, self.outcome = (answer, None) if isinstance(answer, Ask) else (None, answer)
        return self


class Pool:
    """Processes that read, write and judge notes. Use as a context manager."""

    def __init__(self, terms: Terms, processes: int) -> None:
        self._processes = Processes(processes, _sit_down, terms)

    @property
    def processes(self) -> int:
        """How many processes there are."""
        return len(self._processes)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self._processes.close(wait=True)

    async def write(self, lines: Sequence[Mapping[str, Any]]) -> list[Outcome]:
        """Give some notes to one process, where no model is asked. Raises Lost."""
        return await self._processes.run(self._processes.take_seat(), _write, lines)

    async def begin(self, line: Mapping[str, Any], replies: Sequence[Reply] = ()) -> Case:
        """Give a note to the process with the least to do; `replies` came for it before. Raises Lost."""
        seat = self._processes.take_seat()
        return Case(seat).take(await self._processes.run(seat, _begin, seat.ticket, line, replies))

    async def go_on(self, case: Case, reply: Reply) -> Case:
        """Give a note's next reply to its process. Raises Lost."""
        return case.take(await self._processes.run(case.seat, _go_on, case.seat.ticket, reply))

    async def drop(self, case: Case) -> None:
        """Forget a note that waits for a reply."""
        with suppress(Lost):
            await self._processes.run(case.seat, _drop, case.seat.ticket)


def _sit_down(terms: Terms) -> None:
    global _desk
    _desk = Desk(terms)


def _write(lines: Sequence[Mapping[str, Any]]) -> list[Outcome]:
    return [_desk.write(line) for line in lines]


def _begin(ticket: int, line: Mapping[str, Any], replies: Sequence[Reply]) -> Ask | Outcome:
    return _desk.begin(ticket, line, replies)


def _go_on(ticket: int, reply: Reply) -> Ask | Outcome:
    return _desk.go_on(ticket, reply)


def _drop(ticket: int) -> None:
    _desk.drop(ticket)
