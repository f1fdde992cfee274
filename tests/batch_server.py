"""A small real HTTP server, on loopback, that speaks OpenAI's files and batches and keeps what it was sent."""

import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

Json = dict[str, Any]
# What becomes of a line: status and body of a response, the code of an error instead of one, or (None) nothing.
Line = tuple[int, Json] | str | None
Script = Callable[[Json], Line]
# Told the method and the path of each request: a status to answer with instead, and whether it is done all the same.
Fault = Callable[[str, str], tuple[int, bool] | None]

_NAME = re.compile(rb'filename="([^"]*)"')
_FIELD = re.compile(rb'name="([a-z_\[\]]+)"\r\n\r\n([^\r]*)\r\n')


def completion(text: str, usage: tuple[int, int] = (100, 20)) -> Line:
    """Return a whole reply with this text."""
    message = {"role": "assistant", "content": text, "refusal": None}
    counted = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return 200, {"id": "c1", "object": "chat.completion", "model": "scripted", "choices": [choice], "usage": counted}


def draft(rows: Mapping[str, str], usage: tuple[int, int] = (100, 20)) -> Line:
    """Return a reply that holds a draft."""
    sentences = [{"id": name, "text": text} for name, text in rows.items()]
    return completion(json.dumps({"sentences": sentences}), usage)


def refusal(status: int, code: str = "") -> Line:
    """Return a response that is an error."""
    return status, {"error": {"message": "refused", "type": "error", "code": code or None}}


@dataclass
class BatchServer:
    """Answers each line of a batch as its script says, once the batch was looked at `looks` times.

    `ends_as` is the status with which the n-th batch ends, `fails_with` the code and message under which it fails as a
    whole, given its lines. `answered` is how often each custom id got a reply, and so was paid for.
    """

    script: Script
    looks: int = 1
    fault: Fault = lambda method, path: None
    ends_as: Callable[[int], str] = lambda number: "completed"
    fails_with: Callable[[int, list[Json]], tuple[str, str] | None] = lambda number, lines: None
    files: dict[str, tuple[Json, bytes]] = field(default_factory=dict)
    batches: dict[str, Json] = field(default_factory=dict)
    answered: Counter[str] = field(default_factory=Counter)
    uploads: list[Json] = field(default_factory=list)
    requests: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._looked: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._made = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def __enter__(self) -> "BatchServer":
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def answer(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        """Return the status and the body of the answer to a request."""
        with self._lock:
            path = path.partition("?")[0].removeprefix("/v1")
            fault = self.fault(method, path)
            if fault and not fault[1]:
                return fault[0], b'{"error": {"message": "fault"}}'
            status, said = self._route(method, path.strip("/").split("/"), body)
            if fault:
                return fault[0], b'{"error": {"message": "fault"}}'
            return status, said if isinstance(said, bytes) else json.dumps(said).encode()

    def _route(self, method: str, path: list[str], body: bytes) -> tuple[int, Json | bytes]:
        match method, path:
            case "POST", ["files"]:
                return 200, self._upload(body)
            case "GET", ["files"]:
                return 200, {"object": "list", "data": [one for one, _ in self.files.values()], "has_more": False}
            case "GET", ["files", name, "content"] if name in self.files:
                return 200, self.files[name][1]
            case "DELETE", ["files", name] if name in self.files:
                del self.files[name]
                return 200, {"id": name, "object": "file", "deleted": True}
            case "POST", ["batches"]:
                return self._create(json.loads(body))
            case "GET", ["batches"]:
                return 200, {"object": "list", "data": list(self.batches.values()), "has_more": False}
            case "GET", ["batches", name] if name in self.batches:
                return 200, self._look(name)
        return 404, {"error": {"message": "no such thing", "type": "error", "param": "id", "code": "not_found"}}

    def _upload(self, body: bytes) -> Json:
        name = _NAME.search(body)
        assert name
        start = body.index(b"\r\n\r\n", name.end()) + 4
        fields = {found[1].decode(): found[2].decode() for found in _FIELD.finditer(body)}
        self.uploads.append(fields)
        return self.put(name[1].decode(), body[start : body.index(b"\r\n--", start)])

    def put(self, name: str, content: bytes) -> Json:
        """Keep a file; return what is told of it."""
        self._made += 1
        number = f"file-{self._made}"
        made = {"id": number, "object": "file", "bytes": len(content), "created_at": 1, "filename": name}
        self.files[number] = ({**made, "purpose": "batch", "status": "processed"}, content)
        return self.files[number][0]

    def _create(self, body: Json) -> tuple[int, Json]:
        self.requests.append(body)
        if body["input_file_id"] not in self.files:
            return 400, {"error": {"message": "no file", "type": "error", "param": "input_file_id", "code": None}}
        name = f"batch-{len(self.batches)}"
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "endpoint": body["endpoint"],
            "completion_window": "24h",
            "created_at": 1,
            "status": "validating",
            "input_file_id": body["input_file_id"],
            "metadata": body["metadata"],
            "output_file_id": None,
            "error_file_id": None,
            "errors": None,
        }
        return 200, self.batches[name]

    def _look(self, name: str) -> Json:
        batch = self.batches[name]
        self._looked[name] += 1
        if batch["status"] not in ("validating", "in_progress"):
            return batch
        batch["status"] = "in_progress"
        if self._looked[name] >= self.looks:
            self._end(batch, list(self.batches).index(name))
        return batch

    def _end(self, batch: Json, number: int) -> None:
        if batch["input_file_id"] not in self.files:
            batch["status"] = "failed"
            return
        lines = [json.loads(line) for line in self.files[batch["input_file_id"]][1].splitlines()]
        if failed := self.fails_with(number, lines):
            batch["status"] = "failed"
            batch["errors"] = {"object": "list", "data": [{"code": failed[0], "message": failed[1]}]}
            return
        good: list[Json] = []
        bad: list[Json] = []
        for line in reversed(lines):  # in no order
            said = self.script(line)
            if said is None:
                continue
            told: Json = {"id": "r", "custom_id": line["custom_id"], "response": None, "error": None}
            if isinstance(said, str):
                bad.append({**told, "error": {"code": said, "message": "not done"}})
                continue
            told["response"] = {"status_code": said[0], "request_id": "req-1", "body": said[1]}
            if said[0] == 200:
                self.answered[line["custom_id"]] += 1
            (good if said[0] == 200 else bad).append(told)
        batch["status"] = self.ends_as(number)
        for key, told_lines in (("output_file_id", good), ("error_file_id", bad)):
            if told_lines:
                content = "".join(json.dumps(one) + "\n" for one in told_lines).encode()
                batch[key] = self.put(f"{batch['id']}-{key}.jsonl", content)["id"]


def _handler(server: BatchServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else the body waits 40 ms for the client to have heard the head

        def _serve(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            status, said = server.answer(self.command, self.path, self.rfile.read(size))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_GET = do_POST = do_DELETE = _serve

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
