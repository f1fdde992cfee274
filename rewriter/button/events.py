"""Replies to a client that may go away: work ends with it, and progress comes as server-sent events."""

import asyncio
from collections.abc import AsyncGenerator, Coroutine, Mapping
from contextlib import AsyncExitStack, aclosing
from typing import Any, NamedTuple, TypeVar

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from rewriter.button.problems import GONE, Problem, explain, respond
from rewriter.jsonline import json_text

MEDIA_TYPE = "text/event-stream"
PROBLEM = "problem"
_BEAT_SECONDS = 15.0

T = TypeVar("T")


class Event(NamedTuple):
    """One server-sent event: its name, and JSON on one line."""

    name: str
    data: bytes

    def encode(self) -> bytes:
        """Return the event as it is sent."""
        return b"event: " + self.name.encode() + b"\ndata: " + self.data + b"\n\n"


async def while_there(receive: Receive, work: Coroutine[Any, Any, T], seconds: float | None = None) -> T:
    """Return what `work` returns. Where the client goes away before, the work is cancelled, and Problem raised.

    Raises TimeoutError after so many seconds.
    """
    task = asyncio.create_task(work)
    gone = asyncio.create_task(_wait_until_gone(receive))
    try:
        done, _ = await asyncio.wait({task, gone}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if task in done:
            return task.result()
        if not done:
            raise TimeoutError
        raise Problem(GONE)
    finally:
        task.cancel()
        gone.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _wait_until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


class EventStream(Response):
    """A reply of events, with a sign of life where none comes for a while. `held` is let go at its end.

    What goes wrong after the start is the last event, a problem.
    """

    media_type = MEDIA_TYPE

    def __init__(
        self, events: AsyncGenerator[Event, None], held: AsyncExitStack, seconds: float, request_id: str
    ) -> None:
        super().__init__()
        del self.headers["content-length"]
        self.headers["X-Accel-Buffering"] = "no"  # proxies pass each event on at once
        self._events = events
        self._held = held
        self._seconds = seconds
        self._request_id = request_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events as they come."""
        async with self._held:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            try:
                await while_there(receive, self._send_all(send))
            except Problem:  # the client went away, which ends the reply too
                return

    async def _send_all(self, send: Send) -> None:
        beat = asyncio.create_task(_beat(send))
        try:
            async with aclosing(self._events) as events, asyncio.timeout(self._seconds):
                async for event in events:
                    await _send(send, event.encode())
        except Exception as error:  # the reply has begun: what is wrong can only be told in it
            body = respond(explain(error), self._request_id).body
            await _send(send, Event(PROBLEM, bytes(body)).encode())
        finally:
            beat.cancel()
            await asyncio.gather(beat, return_exceptions=True)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _send(send: Send, data: bytes) -> None:
    await send({"type": "http.response.body", "body": data, "more_body": True})


async def _beat(send: Send) -> None:
    while True:
        await asyncio.sleep(_BEAT_SECONDS)
        await _send(send, b": still at work\n\n")


def encode(data: Mapping[str, Any]) -> bytes:
    """Return data as JSON on one line."""
    return json_text(data).encode()
