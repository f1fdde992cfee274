"""A chat completions server that answers at once. `python -m bench.callers.server WORKLOAD` prints its port.

It answers by script, does not read beyond what it must, and keeps count: `GET /log` returns one
`[model, row, number, bytes of the request]` for each request so far, forgets them, and starts every script anew.
"""

import asyncio
import json
import sys
from collections import Counter
from typing import Any

from bench.callers.client import Row, load_rows, pin

Log = list[tuple[str, int, int, int]]


class Server(asyncio.Protocol):
    """One connection: whole requests in, whole replies out, in order."""

    def __init__(self, rows: list[Row], counts: "Counter[tuple[str, int]]", log: Log) -> None:
        self._rows = rows
        self._counts = counts
        self._log = log
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that is complete."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].lower()
            _, _, length = head.partition(b"content-length:")
            stop = end + 4 + int(length.split(b"\r\n")[0] or 0)
            if len(self._buffer) < stop:
                return
            body, self._buffer = self._buffer[end + 4 : stop], self._buffer[stop:]
            self._send(self._answer(json.loads(body), len(body)) if body else self._tell())

    def _answer(self, request: dict[str, Any], size: int) -> bytes:
        model = request["model"]
        told = [text for message in request["messages"] if isinstance(text := message.get("content"), str)]
        index = next(n for n, row in enumerate(self._rows) if any(row.sheet in text for text in told))
        number = self._counts[model, index]
        self._counts[model, index] += 1
        script = self._rows[index].replies[model]
        text = script[number % len(script)]
        self._log.append((model, index, number, size))
        return complete(model, text)

    def _tell(self) -> bytes:
        told = json.dumps(self._log).encode()
        self._log.clear()
        self._counts.clear()
        return told

    def _send(self, body: bytes) -> None:
        head = (
            f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req-1\r\ncontent-length: {len(body)}"
        )
        self._transport.write(head.encode() + b"\r\n\r\n" + body)


def complete(model: str, text: str) -> bytes:
    """Return a completion with this text, with all that OpenAI's own says beside it."""
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text, "refusal": None, "annotations": []},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": {
            "prompt_tokens": 900,
            "completion_tokens": 100,
            "total_tokens": 1000,
            "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
        },
        "service_tier": "default",
        "system_fingerprint": "fp",
    }
    return json.dumps(body).encode()


async def main() -> None:
    """Serve until ended from outside."""
    pin(last=True)
    rows = load_rows(sys.argv[1])
    counts: Counter[tuple[str, int]] = Counter()
    log: Log = []
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(rows, counts, log), "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
