"""Around every request: how large, how slow, with which headers, and what of it is logged."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rewriter.button.settings import ServeSettings
from rewriter.button.shield import Shield

NAME = "Testa Patiente"
UUID = "6f1c0e9a-2f57-4f0e-9b39-0d9a8a3f4c11"


class Asked:
    """One request through a shield: what was sent, counted and logged."""

    def __init__(
        self,
        app: ASGIApp,
        headers: dict[str, str] | None = None,
        body: list[bytes] | None = None,
        scope: dict[str, Any] | None = None,
        **settings: Any,
    ) -> None:
        self.sent: list[Message] = []
        self.counted: list[tuple[str, int, float]] = []
        self.error: BaseException | None = None
        pieces = list(body or [b""])

        async def receive() -> Message:
            if not pieces:
                await asyncio.sleep(3600)
            return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces) or body == []}

        async def send(message: Message) -> None:
            self.sent.append(message)

        async def go() -> None:
            shield = Shield(app, ServeSettings(**settings), lambda *told: self.counted.append(told))
            raw = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
            full = {"type": "http", "method": "POST", "path": f"/{NAME}", "scheme": "http", "headers": raw}
            try:
                await shield({**full, **(scope or {})}, receive, send)
            except asyncio.CancelledError as error:
                self.error = error

        asyncio.run(go())

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"])

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    @property
    def text(self) -> str:
        return b"".join(message.get("body", b"") for message in self.sent).decode()


async def read_all(scope: Scope, receive: Receive, send: Send) -> None:
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message["body"])
        more = message["more_body"]
    await PlainTextResponse(str(size))(scope, receive, send)


def failing(error: Callable[[], BaseException], *, late: bool = False) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if late:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        raise error()

    return app


def test_every_reply_has_its_headers() -> None:
    headers = Asked(read_all).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "strict-transport-security" not in headers


def test_sites_that_may_frame_the_pages_are_named() -> None:
    headers = Asked(read_all, frame_ancestors=["https://ehr.test"], public_url="https://notes.test").headers
    assert headers["content-security-policy"].endswith("frame-ancestors https://ehr.test")
    assert "x-frame-options" not in headers
    assert "strict-transport-security" in headers


def test_an_id_of_the_callers_own_is_kept_where_it_is_one() -> None:
    assert Asked(read_all, {"x-request-id": UUID}).headers["x-request-id"] == UUID
    for given in (NAME, UUID + "\n", UUID.upper(), ""):
        assert Asked(read_all, {"x-request-id": given}).headers["x-request-id"] != given


def test_a_body_has_a_largest_size() -> None:
    assert Asked(read_all, body=[b"x" * 1000, b"x" * 24], most_bytes=1024).text == "1024"
    assert Asked(read_all, body=[b"x" * 1000, b"x" * 25], most_bytes=1024).status == 413
    assert Asked(read_all, {"content-length": "1025"}, most_bytes=1024).status == 413
    assert Asked(read_all, {"content-length": "9" * 5000}, most_bytes=1024).status == 413


def test_a_body_may_not_take_for_ever() -> None:
    assert Asked(read_all, body=[], body_seconds=0.01).status == 408


def test_whoever_reads_on_waits_for_the_end_of_the_client_without_a_limit() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await receive()
        await PlainTextResponse("ok")(scope, receive, send)

    assert Asked(app, body_seconds=0.01).text == "ok"


@pytest.mark.parametrize("late", [False, True])
def test_what_goes_wrong_inside_does_not_get_out(caplog: pytest.LogCaptureFixture, late: bool) -> None:
    caplog.set_level(logging.DEBUG)
    asked = Asked(failing(lambda: KeyError(NAME), late=late))
    assert asked.status == (200 if late else 500)
    assert NAME not in asked.text + caplog.text
    assert "internal fault: KeyError at" in caplog.text


def test_what_is_cancelled_is_told_so() -> None:
    asked = Asked(failing(asyncio.CancelledError))
    assert asked.status == 503
    assert asked.error is not None
    assert asked.headers["retry-after"]


def test_a_log_line_names_the_route_and_nothing_that_was_sent(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    headers = {"x-request-id": UUID, "user-agent": NAME}
    asked = Asked(read_all, headers, scope={"method": NAME, "query_string": NAME.encode()})
    assert f"{UUID} other none 200" in caplog.text
    assert NAME not in caplog.text
    assert asked.counted[0][:2] == ("none", 200)


def test_what_is_no_request_passes() -> None:
    seen = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    Asked(app, scope={"type": "lifespan"})
    assert seen == ["lifespan"]
