"""Requests to a model for many notes: within the budget, at the server's pace, and none once the run is to stop."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from rewriter.loop import Ask, Reply

# Keeps a reply and what it cost, before the next request may take its place.
Keep = Callable[[Reply, float], Awaitable[None]]


class Stopped(Exception):
    """Nothing more may be asked in this run; `reason` is how the run ends."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Calls(Protocol):
    """What sends the requests of a run."""

    @property
    def width(self) -> int:
        """The most requests that may be in flight at once."""

    def stop(self, reason: str) -> None:
        """Send nothing more; what was sent is awaited and kept."""

    async def reply(self, ask: Ask, keep: Keep) -> Reply:
        """Return the reply to a request, once it is kept. Raises Stopped where nothing may be asked any more."""

    async def aclose(self) -> None:
        """Close the connections."""
