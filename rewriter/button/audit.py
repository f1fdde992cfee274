"""The audit: what was read, sent to a model, accepted and written, when and by whom, never the text.

`Trail.add` returns when a record is on the disk; what it is about happens after that, or not at all. Records that come
together are written together, since the disk takes longer than the work. One service holds a file at a time.
"""

import asyncio
import fcntl
import hashlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rewriter.button.chain import NOTHING, RECOVERED, TORN, Head, hash_torn, link, read_head
from rewriter.errors import JournalError

OPENED, IMPROVE, CHECK, MODEL_CALL, ACCEPT, READ = "opened", "improve", "check", "model_call", "accept", "read"
# Ids, hashes, versions and codes have this form, and sentences do not.
_PLAIN = re.compile(r"[A-Za-z0-9@._:/|#+=~-]{0,200}")
_LONGEST_LINE = 1 << 16


def plain(value: str) -> str:
    """Return a name as the audit may hold it: as it is where it looks like an id, else its hash."""
    return value if _PLAIN.fullmatch(value) else f"sha256:{hashlib.sha256(value.encode()).hexdigest()}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass
class Trail:
    """An audit file that is held open. Use `open`, and `aclose` at the end."""

    path: Path
    key: bytes = field(default=b"", repr=False)
    now: Callable[[], str] = _now
    head: Head = NOTHING
    _file: int | None = None
    _lock: int | None = None
    _waiting: list[tuple[Mapping[str, Any], asyncio.Future[None]]] = field(default_factory=list)
    _writer: asyncio.Task[None] | None = None

    @property
    def is_well(self) -> bool:
        """Whether the last record could be written."""
        return self._file is not None

    def open(self) -> None:
        """Open the file, made if need be, for this service alone; say so in it. Raises JournalError."""
        lock = self.path.with_name(self.path.name + ".lock")
        try:
            self._lock = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._begin()
            self._put([{"at": self.now(), "event": OPENED}])
        except BlockingIOError:
            self._let_go()
            raise JournalError("another service holds this audit file") from None
        except OSError as error:
            self._let_go()
            raise JournalError(f"the audit file cannot be written: {error.strerror}") from None
        except JournalError:
            self._let_go()
            raise

    async def add(self, event: str, **told: str | int | None) -> None:
        """Keep a record; return once it is on the disk.

        Raises JournalError where that cannot be: then what the record is about must not happen. Raises ValueError
        for what may be text.
        """
        record = {
            "at": self.now(),
            "event": event,
            **{name: value for name, value in told.items() if value not in (None, "")},
        }
        if not all(isinstance(value, int) or _PLAIN.fullmatch(value) for value in record.values()):
            raise ValueError("an audit record holds ids, hashes and counts only")
        kept = asyncio.get_running_loop().create_future()
        self._waiting.append((record, kept))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await kept

    async def aclose(self) -> None:
        """Write what waits, and close the file."""
        if self._writer is not None:
            await self._writer
        self._let_go()

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            fault = await asyncio.to_thread(self._try_put, [record for record, _ in batch])
            for _, kept in batch:
                if kept.cancelled():
                    continue
                if fault:
                    kept.set_exception(JournalError(fault))
                else:
                    kept.set_result(None)

    def _try_put(self, records: Sequence[Mapping[str, Any]]) -> str:
        """Write records; return what went wrong. After that the next ones begin with a look at the file's end."""
        try:
            if self._file is None:
                self._begin()
            self._put(records)
        except (OSError, JournalError) as error:
            self._close()
            return str(error) if isinstance(error, JournalError) else f"the audit cannot be written: {error.strerror}"
        return ""

    def _put(self, records: Sequence[Mapping[str, Any]]) -> None:
        assert self._file is not None
        head, lines = self.head, []
        for record in records:
            line, head = link(record, head, self.key)
            lines.append(line)
        data = b"".join(lines)
        while data:
            data = data[os.write(self._file, data) :]
        os.fsync(self._file)
        self.head = head

    def _begin(self) -> None:
        """Open the file at its end. What broke off there is closed, and named in a record."""
        if self._lock is None:
            raise JournalError("the audit is closed")
        self._file = os.open(self.path, os.O_CREAT | os.O_RDWR | os.O_APPEND, 0o600)
        size = os.fstat(self._file).st_size
        at = max(0, size - _LONGEST_LINE)
        lines = os.pread(self._file, size - at, at).splitlines(keepends=True)
        torn = b""
        self.head = NOTHING
        if lines:
            last = read_head(lines[-1], self.key)
            if last is None:
                torn = lines.pop()
                last = read_head(lines[-1], self.key) if lines else NOTHING
            if last is None:
                raise JournalError("the audit file is broken, or was written with another key: see `rewriter audit`")
            self.head = last
        if torn:
            if not torn.endswith(b"\n"):
                os.write(self._file, b"\n")
            self._put([{"at": self.now(), "event": RECOVERED, TORN: hash_torn(torn)}])

    def _close(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
        self._file = None

    def _let_go(self) -> None:
        self._close()
        if self._lock is not None:
            os.close(self._lock)
        self._lock = None
