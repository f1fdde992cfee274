"""One thread that writes the journal: whatever waits is one transaction, so that many notes share one flush."""

import asyncio
import queue
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from rewriter.bulk.journal import Journal

T = TypeVar("T")
_MOST = 500


class _Deed(NamedTuple):
    done: asyncio.Future[Any]
    work: Callable[..., Any]
    arguments: tuple[Any, ...]


class Scribe:
    """Runs the journal's methods in a thread of its own, for an event loop. Use as an async context manager."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._waiting: queue.SimpleQueue[_Deed | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, daemon=True)

    async def __aenter__(self) -> "Scribe":
        self._loop = asyncio.get_running_loop()
        self._thread.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._waiting.put(None)
        await asyncio.to_thread(self._thread.join)

    def do(self, work: Callable[..., T], *arguments: Any) -> "asyncio.Future[T]":
        """Run a method of the journal; the future is done when what it wrote is on the disk."""
        done: asyncio.Future[T] = self._loop.create_future()
        self._waiting.put(_Deed(done, work, arguments))
        return done

    def _write(self) -> None:
        while (first := self._waiting.get()) is not None:
            deeds = [first]
            ended = False
            while len(deeds) < _MOST and not ended:
                try:
                    more = self._waiting.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    ended = True
                else:
                    deeds.append(more)
            self._commit(deeds)
            if ended:
                return

    def _commit(self, deeds: list[_Deed]) -> None:
        results: list[Any] = []
        try:
            with self.journal.transaction():
                results = [deed.work(*deed.arguments) for deed in deeds]
        except Exception as error:
            self._loop.call_soon_threadsafe(_fail, deeds, error)
        else:
            self._loop.call_soon_threadsafe(_finish, deeds, results)


def _finish(deeds: list[_Deed], results: list[Any]) -> None:
    for deed, result in zip(deeds, results, strict=True):
        if not deed.done.cancelled():
            deed.done.set_result(result)


def _fail(deeds: list[_Deed], error: Exception) -> None:
    for deed in deeds:
        if not deed.done.cancelled():
            deed.done.set_exception(error)
