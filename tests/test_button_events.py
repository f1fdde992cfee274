"""Replies to whoever may go away."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from starlette.types import Message

from rewriter.button import events
from rewriter.button.events import Event, EventStream, encode, while_there
from rewriter.button.problems import STALE, Problem

NAME = "Testa Patiente"


async def stay() -> Message:
    await asyncio.sleep(3600)
    return {"type": "http.disconnect"}


async def leave() -> Message:
    await asyncio.sleep(0.01)
    return {"type": "http.disconnect"}


class Sent:
    def __init__(self) -> None:
        self.messages: list[Message] = []

    async def __call__(self, message: Message) -> None:
        self.messages.append(message)

    @property
    def text(self) -> str:
        return b"".join(message.get("body", b"") for message in self.messages).decode()

    @property
    def is_ended(self) -> bool:
        return not self.messages[-1].get("more_body", True)


def send(way: AsyncGenerator[Event, None], receive: Any = stay, seconds: float = 600) -> tuple[Sent, list[str]]:
    sent = Sent()
    let_go: list[str] = []

    async def go() -> None:
        held = AsyncExitStack()
        held.callback(let_go.append, "held")
        await EventStream(way, held, seconds, "id")({"type": "http"}, receive, sent)

    asyncio.run(go())
    return sent, let_go


def test_an_event_is_one_line_of_json() -> None:
    assert (
        Event("done", encode({"a": "one\ntwo \u2028"})).encode()
        == 'event: done\ndata: {"a":"one\\ntwo \u2028"}\n\n'.encode()
    )


def test_events_are_sent_as_they_come_and_the_place_is_let_go() -> None:
    async def way() -> AsyncGenerator[Event, None]:
        yield Event("reading", b"{}")
        yield Event("done", b"{}")

    sent, let_go = send(way())
    start = sent.messages[0]
    assert (b"content-type", b"text/event-stream; charset=utf-8") in start["headers"]
    assert not any(name == b"content-length" for name, _ in start["headers"])
    assert sent.text == "event: reading\ndata: {}\n\nevent: done\ndata: {}\n\n"
    assert sent.is_ended
    assert let_go == ["held"]


@pytest.mark.parametrize(("error", "status"), [(Problem(STALE), 409), (KeyError(NAME), 500), (TimeoutError(), 503)])
def test_what_goes_wrong_is_the_last_event(error: Exception, status: int) -> None:
    async def way() -> AsyncGenerator[Event, None]:
        yield Event("reading", b"{}")
        raise error

    sent, let_go = send(way())
    assert "event: problem\ndata: {" in sent.text
    assert f'"status":{status}' in sent.text
    assert NAME not in sent.text
    assert sent.is_ended
    assert let_go == ["held"]


def test_a_stream_has_an_end() -> None:
    async def way() -> AsyncGenerator[Event, None]:
        await asyncio.sleep(3600)
        yield Event("done", b"{}")

    sent, _ = send(way(), seconds=0.01)
    assert '"status":503' in sent.text


def test_a_client_that_goes_away_ends_the_work() -> None:
    ended = []

    async def way() -> AsyncGenerator[Event, None]:
        try:
            yield Event("reading", b"{}")
            await asyncio.sleep(3600)
        finally:
            ended.append(True)

    sent, let_go = send(way(), leave)
    assert ended == [True]
    assert let_go == ["held"]
    assert not sent.is_ended


def test_where_nothing_comes_a_sign_of_life_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_BEAT_SECONDS", 0.01)

    async def way() -> AsyncGenerator[Event, None]:
        await asyncio.sleep(0.1)
        yield Event("done", b"{}")

    sent, _ = send(way())
    assert sent.text.startswith(": still at work\n\n")
    assert sent.text.endswith("event: done\ndata: {}\n\n")


def test_work_is_returned_or_raised_while_the_client_is_there() -> None:
    async def give() -> int:
        return 7

    async def fail() -> int:
        raise Problem(STALE)

    assert asyncio.run(while_there(stay, give())) == 7
    with pytest.raises(Problem):
        asyncio.run(while_there(stay, fail()))


def test_work_has_an_end() -> None:
    with pytest.raises(TimeoutError):
        asyncio.run(while_there(stay, asyncio.sleep(3600), 0.01))


def test_work_is_cancelled_when_the_client_goes() -> None:
    ended = []

    async def work() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            ended.append(True)

    with pytest.raises(Problem) as caught:
        asyncio.run(while_there(leave, work()))
    assert caught.value.status_code == 499
    assert ended == [True]
