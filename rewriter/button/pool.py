"""Processes that read and judge, so that the event loop never waits for a text.

Measured on two busy cores, 64 notes at once: in threads the event loop is late by 14 ms at the median and 112 ms in the
worst of a hundred turns, since reading holds the interpreter's lock; with processes by 0.1 and 12 ms, at the same
number of notes a second or more. A process can also be lost without taking the service along.
"""

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing.connection import wait
from typing import TypeVar, TypeVarTuple

from rewriter.button.desk import Desk
from rewriter.button.problems import BUSY, SLOW, Problem, wait_for
from rewriter.button.turn import Order, Refused, Turn
from rewriter.engine import Writer
from rewriter.intake import Options
from rewriter.loop import Reply
from rewriter.pack import load_pack

Arguments = TypeVarTuple("Arguments")
T = TypeVar("T")

# The desk of a process of the pool: set once, when the process starts.
_desk: Desk


@dataclass
class _Worker:
    make: Callable[[], ProcessPoolExecutor]
    busy: int = 0
    executor: ProcessPoolExecutor = field(init=False)

    def __post_init__(self) -> None:
        self.executor = self.make()


@dataclass(frozen=True)
class Case:
    """A note that was given to a process."""

    ticket: int
    worker: _Worker = field(repr=False)
    executor: ProcessPoolExecutor = field(repr=False)


class Pool:
    """Processes that read, write and judge. They start at the first use, or with `warm`."""

    def __init__(self, options: Options, writer: Writer | None, seconds: float, processes: int) -> None:
        def make() -> ProcessPoolExecutor:
            spawn = multiprocessing.get_context("spawn")  # not as a fork: this process has threads
            return ProcessPoolExecutor(1, spawn, initializer=_sit_down, initargs=(options, writer, seconds))

        self._workers = [_Worker(make) for _ in range(processes)]
        self._tickets = 0

    async def warm(self) -> None:
        """Start every process and let it load the words."""
        async with asyncio.TaskGroup() as tasks:
            for worker in self._workers:
                tasks.create_task(self._run(Case(0, worker, worker.executor), _load))

    def close(self) -> None:
        """End the processes; what they are at is not awaited."""
        for worker in self._workers:
            worker.executor.shutdown(wait=False, cancel_futures=True)

    def open_case(self) -> Case:
        """Return a new case, at the process with the least to do."""
        self._tickets += 1
        worker = min(self._workers, key=lambda one: one.busy)
        return Case(self._tickets, worker, worker.executor)

    async def begin(self, case: Case, order: Order, now: datetime) -> Turn:
        """Give a note to its process. Raises Problem."""
        return _accept(await self._run(case, _begin, case.ticket, order, now))

    async def go_on(self, case: Case, reply: Reply) -> Turn:
        """Give a model's reply to the note's process. Raises Problem."""
        return _accept(await self._run(case, _go_on, case.ticket, reply))

    def drop(self, case: Case) -> None:
        """Forget a note, whatever became of it; a process does first what it was given first."""
        with suppress(RuntimeError):  # its process is gone, or the pool is closed
            case.executor.submit(_drop, case.ticket)

    async def check(self, order: Order) -> Turn:
        """Have a text judged. Raises Problem."""
        return _accept(await self._run(self.open_case(), _check, order))

    async def list_rules(self, name: str) -> bytes:
        """Return rules as JSON. Raises Problem."""
        found = await self._run(self.open_case(), _list_rules, name)
        if isinstance(found, Refused):
            raise Problem(found.kind, found.detail)
        return found

    async def _run(self, case: Case, work: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        worker = case.worker
        worker.busy += 1
        try:
            if worker.executor is not case.executor:
                raise BrokenProcessPool
            return await asyncio.get_running_loop().run_in_executor(case.executor, work, *arguments)
        except BrokenProcessPool:
            if worker.executor is case.executor:  # the first of the notes it held to hear of it
                case.executor.shutdown(wait=False, cancel_futures=True)
                worker.executor = worker.make()
            raise Problem(BUSY, "The process that worked on this ended.", headers=wait_for(1)) from None
        finally:
            worker.busy -= 1


def _accept(turn: Turn | Refused) -> Turn:
    if isinstance(turn, Refused):
        raise Problem(turn.kind, turn.detail, headers=wait_for(30) if turn.kind == SLOW else None)
    return turn


def _sit_down(options: Options, writer: Writer | None, seconds: float) -> None:
    """Make this process a desk, which ends when the process that started it does."""
    global _desk
    _desk = Desk(options, writer, seconds)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group: the first process decides
    load_pack(options.cpt, options.overlay, options.payer)
    gc.freeze()  # modules and packs live as long as the process
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _load() -> None:
    """Nothing: the process has loaded what it needs when it comes here."""


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
