"""Processes that read and judge, so that the event loop never waits for a text.

Measured on two busy cores, 64 notes at once: in threads the event loop is late by 14 ms at the median and 112 ms in the
worst of a hundred turns, since reading holds the interpreter's lock; with processes by 0.1 and 12 ms, at the same
number of notes a second or more. A process can also be lost without taking the service along.
"""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import TypeVar, TypeVarTuple

from rewriter.button.desk import Desk
from rewriter.button.problems import BUSY, SLOW, Problem, wait_for
from rewriter.button.turn import Order, Refused, Turn
from rewriter.engine import Writer
from rewriter.intake import Options
from rewriter.loop import Reply
from rewriter.pack import load_pack
from rewriter.processes import Lost, Processes, Seat

Arguments = TypeVarTuple("Arguments")
T = TypeVar("T")

# The desk of a process of the pool: set once, when the process starts.
_desk: Desk


class Pool:
    """Processes that read, write and judge. They start at the first use, or with `warm`."""

    def __init__(self, options: Options, writer: Writer | None, seconds: float, processes: int) -> None:
        self._processes = Processes(processes, _sit_down, options, writer, seconds)

    async def warm(self) -> None:
        """Start every process and let it load the words. Raises Problem."""
        lost = False
        try:
            await self._processes.warm()
        except* Lost:
            lost = True  # raised below: what is raised here comes out in a group on some versions of Python 3.11
        if lost:
            raise _lost()

    def close(self) -> None:
        """End the processes; what they are at is not awaited."""
        self._processes.close(wait=False)

    def open_case(self) -> Seat:
        """Return where a new note goes: the process with the least to do."""
        return self._processes.take_seat()

    async def begin(self, case: Seat, order: Order, now: datetime) -> Turn:
        """Give a note to its process. Raises Problem."""
        return _accept(await self._run(case, _begin, case.ticket, order, now))

    async def go_on(self, case: Seat, reply: Reply) -> Turn:
        """Give a model's reply to the note's process. Raises Problem."""
        return _accept(await self._run(case, _go_on, case.ticket, reply))

    def drop(self, case: Seat) -> None:
        """Forget a note, whatever became of it; a process does first what it was given first."""
        self._processes.tell(case, _drop, case.ticket)

    async def check(self, order: Order) -> Turn:
        """Have a text judged. Raises Problem."""
        return _accept(await self._run(self.open_case(), _check, order))

    async def list_rules(self, name: str) -> bytes:
        """Return rules as JSON. Raises Problem."""
        found = await self._run(self.open_case(), _list_rules, name)
        if isinstance(found, Refused):
            raise Problem(found.kind, found.detail)
        return found

    async def _run(self, case: Seat, work: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        try:
            return await self._processes.run(case, work, *arguments)
        except Lost:
            raise _lost() from None


def _lost() -> Problem:
    return Problem(BUSY, "The process that worked on this ended.", headers=wait_for(1))


def _accept(turn: Turn | Refused) -> Turn:
    if isinstance(turn, Refused):
        raise Problem(turn.kind, turn.detail, headers=wait_for(30) if turn.kind == SLOW else None)
    return turn


def _sit_down(options: Options, writer: Writer | None, seconds: float) -> None:
    global _desk
    _desk = Desk(options, writer, seconds)
    load_pack(options.cpt, options.overlay, options.payer)
    import_module("rewriter.fidelity")  # else the first check with a source would wait for it


def _begin(ticket: int, order: Order, now: datetime) -> Turn | Refused:
    return _desk.begin(ticket, order, now)


def _go_on(ticket: int, reply: Reply) -> Turn | Refused:
    return _desk.go_on(ticket, reply)


def _drop(ticket: int) -> None:
    _desk.drop(ticket)


def _check(order: Order) -> Turn | Refused:
    return _desk.check(order)


def _list_rules(name: str) -> bytes | Refused:
    return _desk.list_rules(name)
