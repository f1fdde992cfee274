"""A small real HTTP server that speaks the chat completions protocol, and its faults, on loopback."""

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

Script = Callable[[int, Mapping[str, Any]], "Answer"]


@dataclass(frozen=True)
class Answer:
    """What the server does with one request. `kind` names a fault of the connection, or "body"."""

    kind: str = "body"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    usage: tuple[int, int] = (0, 0)


def completion(
    text: str | None, *, reason: str = "stop", refusal: str | None = None, usage: tuple[int, int] = (100, 20)
) -> Answer:
    """Return a whole reply with this text."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": reason}],
        "usage": {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)},
    }
    return Answer(body=json.dumps(body).encode(), usage=usage)


def draft(rows: Mapping[str, str], usage: tuple[int, int] = (100, 20)) -> Answer:
    """Return a reply that holds a draft."""
    sentences = [{"id": name, "text": text} for name, text in rows.items()]
    return completion(json.dumps({"sentences": sentences}), usage=usage)


def error(status: int, code: str = "", headers: Mapping[str, str] | None = None) -> Answer:
    """Return an error status in the protocol's form."""
    body = {"error": {"message": "refused", "type": "error", "code": code or None}}
    return Answer(status=status, headers=headers or {}, body=json.dumps(body).encode())


EMPTY_CHOICES = Answer(body=json.dumps({"id": "x", "object": "chat.completion", "model": "m", "choices": []}).encode())
NOT_JSON = Answer(body=b"<html>gateway</html>")
HANG, RESET, CUT, DRIP = Answer("hang"), Answer("reset"), Answer("cut"), Answer("drip")


class FaultServer:
    """Answers each request as its script says; counts what it was asked and the tokens that it charged."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.requests: list[dict[str, Any]] = []
        self.charged = (0, 0)
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> "FaultServer":
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(
                    (int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if b"content-length" in line), 0
                )
                raw = await reader.readexactly(length)
                if not await self._answer(json.loads(raw) if raw else {}, writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(self, request: dict[str, Any], writer: asyncio.StreamWriter) -> bool:
        """Answer one request; return whether the connection stays open."""
        number = len(self.requests)
        self.requests.append(request)
        answer = self._script(number, request)
        self.charged = (self.charged[0] + answer.usage[0], self.charged[1] + answer.usage[1])
        if answer.kind == "hang":
            await asyncio.sleep(3600)
        if answer.kind == "reset":
            writer.transport.abort()
            return False
        lines = [f"HTTP/1.1 {answer.status} X", "Content-Type: application/json", "x-request-id: req-1"]
        lines += [f"{name}: {value}" for name, value in answer.headers.items()]
        length = 1000 if answer.kind in ("cut", "drip") else len(answer.body)
        writer.write(("\r\n".join([*lines, f"Content-Length: {length}"]) + "\r\n\r\n").encode())
        if answer.kind == "cut":
            writer.write(b'{"id": "x", "cho')
            await writer.drain()
            return False
        if answer.kind == "drip":
            for _ in range(1000):
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.05)
        writer.write(answer.body)
        await writer.drain()
        return True
