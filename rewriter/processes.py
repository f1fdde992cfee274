"""Processes that work beside an event loop, each on what it was given before.

A process can be lost without taking the others along: it is replaced, and whoever waits for it hears of it.
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
from multiprocessing.connection import wait
from typing import TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
T = TypeVar("T")

_METHOD = "spawn"  # not as a fork: this process has threads


class Lost(Exception):
    """The process that held something has ended; what it held can be begun anew, at another."""


@dataclass
class _Worker:
    make: Callable[[], ProcessPoolExecutor]
    busy: int = 0
    executor: ProcessPoolExecutor = field(init=False)

    def __post_init__(self) -> None:
        self.executor = self.make()


@dataclass(frozen=True)
class Seat:
    """A place at one process, for what stays there; `ticket` is its own."""

    ticket: int
    worker: _Worker = field(repr=False)
    executor: ProcessPoolExecutor = field(repr=False)


class Processes:
    """A number of processes. Each starts at its first use, with `begin(*arguments)`."""

    def __init__(self, count: int, begin: Callable[[*Arguments], None], *arguments: *Arguments) -> None:
        def make() -> ProcessPoolExecutor:
            context = multiprocessing.get_context(_METHOD)
            return ProcessPoolExecutor(1, context, initializer=_start, initargs=(begin, *arguments))

        self._workers = [_Worker(make) for _ in range(count)]
        self._tickets = 0

    def __len__(self) -> int:
        return len(self._workers)

    async def warm(self) -> None:
        """Start every process."""
        async with asyncio.TaskGroup() as tasks:
            for worker in self._workers:
                tasks.create_task(self.run(Seat(0, worker, worker.executor), _load))

    def close(self, *, wait: bool) -> None:
        """End the processes; what they are at is awaited or not."""
        for worker in self._workers:
            worker.executor.shutdown(wait=wait, cancel_futures=True)

    def take_seat(self) -> Seat:
        """Return a new seat, at the process with the least to do."""
        self._tickets += 1
        worker = min(self._workers, key=lambda one: one.busy)
        return Seat(self._tickets, worker, worker.executor)

    async def run(self, seat: Seat, work: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        """Return what the seat's process makes of something. Raises Lost."""
        worker = seat.worker
        if worker.executor is not seat.executor:
            raise Lost
        worker.busy += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(seat.executor, work, *arguments)
        except BrokenProcessPool:
            if worker.executor is seat.executor:  # the first of what it held to hear of it
                seat.executor.shutdown(wait=False, cancel_futures=True)
                worker.executor = worker.make()
            raise Lost from None
        finally:
            worker.busy -= 1

    def tell(self, seat: Seat, work: Callable[[*Arguments], None], *arguments: *Arguments) -> None:
        """Have the seat's process do something that nobody waits for, after all that it was given before."""
        with suppress(RuntimeError):  # the process is gone, or all are closed
            seat.executor.submit(work, *arguments)


def _start(begin: Callable[[*Arguments], None], *arguments: *Arguments) -> None:
    """Begin in a new process, which ends when the one that started it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group: the first process decides
    begin(*arguments)
    gc.freeze()  # modules and packs live as long as the process
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _load() -> None:
    """Nothing: the process has begun when it comes here."""
