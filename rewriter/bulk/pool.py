"""Desks in processes of their own, one a core. A note stays at the desk that began it."""

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Any

from rewriter.bulk.desk import Desk
from rewriter.bulk.outcome import Outcome
from rewriter.bulk.terms import Terms
from rewriter.loop import Ask, Reply

# The desk of a process of the pool: set once, when the process starts.
_desk: Desk


@dataclass
class _Worker:
    terms: Terms
    busy: int = 0
    executor: ProcessPoolExecutor = field(init=False)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        """Start the process. Not as a fork: this one has threads."""
        spawn = multiprocessing.get_context("spawn")
        self.executor = ProcessPoolExecutor(1, spawn, initializer=_sit_down, initargs=(self.terms,))


@dataclass
class Case:
    """A note at its desk. `ask` is what waits for a reply; None once `outcome` is known."""

    ticket: int
    worker: _Worker = field(repr=False)
    executor: ProcessPoolExecutor = field(repr=False)
    ask: Ask | None = None
    outcome: Outcome | None = None

    def take(self, answer: Ask | Outcome) -> "Case":
        """Note what the desk answered."""
        self.ask, self.outcome = (answer, None) if isinstance(answer, Ask) else (None, answer)
        return self


class Lost(Exception):
    """The process that held a note ended; the note can be begun anew, at another."""


class Pool:
    """Processes that read, write and judge notes. Use as a context manager."""

    def __init__(self, terms: Terms, processes: int) -> None:
        self._workers = [_Worker(terms) for _ in range(processes)]
        self._tickets = 0

    @property
    def processes(self) -> int:
        """How many processes there are."""
        return len(self._workers)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.executor.shutdown(wait=True, cancel_futures=True)

    async def write(self, lines: Sequence[Mapping[str, Any]]) -> list[Outcome]:
        """Give some notes to one process, where no model is asked. Raises Lost."""
        worker = self._least_busy()
        written: list[Outcome] = await self._run(Case(0, worker, worker.executor), _write, lines)
        return written

    async def begin(self, line: Mapping[str, Any], replies: Sequence[Reply] = ()) -> Case:
        """Give a note to the process with the least to do; `replies` came for it before. Raises Lost."""
        self._tickets += 1
        worker = self._least_busy()
        case = Case(self._tickets, worker, worker.executor)
        return case.take(await self._run(case, _begin, case.ticket, line, replies))

    async def go_on(self, case: Case, reply: Reply) -> Case:
        """Give a note's next reply to its process. Raises Lost."""
        return case.take(await self._run(case, _go_on, case.ticket, reply))

    async def drop(self, case: Case) -> None:
        """Forget a note that waits for a reply."""
        with suppress(Lost):
            await self._run(case, _drop, case.ticket)

    def _least_busy(self) -> _Worker:
        return min(self._workers, key=lambda one: one.busy)

    async def _run(self, case: Case, work: Any, *arguments: Any) -> Any:
        worker = case.worker
        if worker.executor is not case.executor:
            raise Lost
        worker.busy += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(case.executor, work, *arguments)
        except BrokenProcessPool:
            if worker.executor is case.executor:  # the first of the notes it held to hear of it
                case.executor.shutdown(wait=False, cancel_futures=True)
                worker.open()
            raise Lost from None
        finally:
            worker.busy -= 1


def _sit_down(terms: Terms) -> None:
    """Make this process a desk, which ends when the process that started it does."""
    global _desk
    _desk = Desk(terms)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group: the first process decides
    gc.freeze()  # modules and packs live as long as the process
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _write(lines: Sequence[Mapping[str, Any]]) -> list[Outcome]:
    return [_desk.write(line) for line in lines]


def _begin(ticket: int, line: Mapping[str, Any], replies: Sequence[Reply]) -> Ask | Outcome:
    return _desk.begin(ticket, line, replies)


def _go_on(ticket: int, reply: Reply) -> Ask | Outcome:
    return _desk.go_on(ticket, reply)


def _drop(ticket: int) -> None:
    _desk.drop(ticket)
