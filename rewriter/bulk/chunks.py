"""Files of requests for the Batch API: what goes into one, and what a line of the answer says.

The server knows a request by its custom id: the fingerprint of the note, and how many replies the note had before. So
an answer finds its note whenever it comes, and whoever asks for it.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from rewriter.bulk.journal import chunk_path
from rewriter.jsonline import json_line
from rewriter.loop import FILTERED, Reply
from rewriter.model import FILTER, NO_MONEY, TRANSIENT, classify

ENDPOINT: Final = "/v1/chat/completions"
# What the server takes in one file.
MOST_LINES, MOST_BYTES = 50_000, 200_000_000
# A chunk's way: on this disk only, on the server as a file, as a batch, its answers in the journal, and forgotten.
WRITTEN, UPLOADED, SENT, TAKEN, DONE = "written", "uploaded", "sent", "taken", "done"
_FP, _NUMBER = 16, 2
_ID = re.compile(rf"([0-9a-f]{{{2 * _FP}}})-([0-9]{{1,4}})")


class Key(NamedTuple):
    """Which request: the fingerprint of the note, and how many replies it had before."""

    fp: bytes
    number: int

    def __str__(self) -> str:
        return f"{self.fp.hex()}-{self.number}"


@dataclass(frozen=True, slots=True)
class Chunk:
    """One file of requests and how far it is. `name` is its own, everywhere; `sha` the SHA-256 of the file.

    `keys` are the requests in it, packed. `input` is about how many tokens they have.
    """

    name: str
    sha: str
    keys: bytes = field(repr=False)
    input: int
    state: str = WRITTEN
    file_id: str = ""
    batch_id: str = ""

    def unpack(self) -> Iterator[Key]:
        """Yield the requests in it."""
        step = _FP + _NUMBER
        for start in range(0, len(self.keys), step):
            yield Key(self.keys[start : start + _FP], int.from_bytes(self.keys[start + _FP : start + step]))

    @property
    def count(self) -> int:
        """How many requests are in it."""
        return len(self.keys) // (_FP + _NUMBER)


@dataclass
class Press:
    """Writes requests to files beside the journal, each as large as the server takes.

    `most_input` is the most tokens that may go out in one file.
    """

    journal: Path
    most_input: int | None = None
    most_lines: int = MOST_LINES
    most_bytes: int = MOST_BYTES
    _open: "_Sheet | None" = field(default=None, init=False)

    def add(self, key: Key, body: Mapping[str, Any], tokens: int) -> Chunk | None:
        """Write a request of about so many tokens; return the chunk that was full before it."""
        request = {"custom_id": str(key), "method": "POST", "url": ENDPOINT, "body": body}
        line = json_line(request)
        full = self.close() if self._open and self._is_full(self._open, line, tokens) else None
        self._open = self._open or _Sheet(self.journal)
        self._open.write(key, line, tokens)
        return full

    def close(self) -> Chunk | None:
        """Return the chunk that is begun, its file whole; None where there is none."""
        sheet, self._open = self._open, None
        return sheet.close() if sheet else None

    def _is_full(self, sheet: "_Sheet", line: bytes, tokens: int) -> bool:
        return (
            len(sheet.keys) == self.most_lines
            or sheet.size + len(line) > self.most_bytes
            or (self.most_input is not None and sheet.input + tokens > self.most_input)
        )


class _Sheet:
    """A file that is being written."""

    def __init__(self, journal: Path) -> None:
        self.keys: list[Key] = []
        self.size = self.input = 0
        self._name = secrets.token_hex(8)
        self._digest = hashlib.sha256()
        path = chunk_path(journal, self._name)
        self._stream: IO[bytes] = os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")

    def write(self, key: Key, line: bytes, tokens: int) -> None:
        self._stream.write(line)
        self._digest.update(line)
        self.keys.append(key)
        self.size += len(line)
        self.input += tokens

    def close(self) -> Chunk:
        self._stream.close()
        packed = b"".join(key.fp + key.number.to_bytes(_NUMBER) for key in self.keys)
        return Chunk(self._name, self._digest.hexdigest(), packed, self.input)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line says of a request: the reply, or why none came (`fault`) and whether it is worth asking again."""

    key: Key
    reply: Reply | None = None
    fault: str = ""
    again: bool = True


def read_answers(content: bytes) -> Iterator[Answer]:
    """Yield what a file of answers says, in its own order; a line that cannot be read says nothing."""
    for line in BytesIO(content):  # which knows no other end of line: text may hold U+2028
        if line.strip() and (answer := _read_answer(line)):
            yield answer


def _read_answer(line: bytes) -> Answer | None:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    found = _ID.fullmatch(str(_get(said, "custom_id")))
    if not found:
        return None
    key = Key(bytes.fromhex(found[1]), int(found[2]))
    response = _get(said, "response")
    status, body = _get(response, "status_code"), _get(response, "body")
    if status == 200 and isinstance(body, dict) and not _get(said, "error"):
        return _read_body(key, {**body, "_request_id": _get(response, "request_id")})
    code = _get(_get(body, "error"), "code") or _get(_get(said, "error"), "code")
    if code == FILTER:
        return Answer(key, Reply(FILTERED))
    # Without a status of its own the request was never tried: expired, cancelled, timed out, or simply left.
    again = not status or status == 200 or status in TRANSIENT
    return Answer(key, None, NO_MONEY if code == NO_MONEY else str(status or "unanswered"), again)


def _read_body(key: Key, body: dict[str, Any]) -> Answer:
    try:
        reply = classify(body)
    except (TypeError, LookupError):  # a shape that is no completion's
        return Answer(key, None, "unreadable")
    counts = (reply.usage.input, reply.usage.output, reply.usage.cached)
    return Answer(key, reply) if all(type(count) is int for count in counts) else Answer(key, None, "unreadable")


def _get(data: object, name: str) -> Any:
    return data.get(name) if isinstance(data, dict) else None
