"""The files and batches of OpenAI's Batch API: one call of the server each, tried again where it may succeed later.

A creation whose answer was lost may have taken place: before it is tried again, what it would make is looked for. So a
file or a batch is made once, and paid for once. No text is logged or put into an exception.

The files of requests and replies hold note text, and zero data retention does not cover them. They are deleted as soon
as the replies are in the journal, and expire after a week where nobody comes to do it.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import openai
from openai.types import Batch, FileObject
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt

from rewriter.bulk.calls import Stopped
from rewriter.bulk.chunks import ENDPOINT
from rewriter.bulk.tally import FAILING, INTERRUPTED, QUOTA
from rewriter.errors import SettingsError
from rewriter.model import NO_MONEY, Server, is_transient, name_fault, pause
from rewriter.settings import Settings

COMPLETED, FAILED, EXPIRED, CANCELLED = "completed", "failed", "expired", "cancelled"
_ENDED = frozenset({COMPLETED, FAILED, EXPIRED, CANCELLED})
_TOO_MANY_TOKENS = "token_limit_exceeded"
_LIMIT = re.compile(r"[Ll]imit: ([0-9][0-9,]*)")
# Seconds that the server keeps files by itself: a batch takes a day, and its owner may be away over a weekend.
_KEPT = 7 * 24 * 3600
# The longest wait for a file of 200 MB to go out or come in, in seconds.
_TRANSFER = 1800.0
# Seconds until what was just made is surely found.
_SETTLING = 5.0
# A batch takes hours, and so may the server's trouble: an hour and more of tries before its answers are given up.
_PATIENCE = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Remote:
    """A batch as the server tells of it: ids of its files are "" where there are none.

    `fault` is the code under which it failed as a whole, `limit` the most tokens that may be enqueued where that was
    why and the server says.
    """

    id: str
    name: str
    status: str
    file_id: str
    output_id: str
    error_id: str
    fault: str = ""
    limit: int | None = None

    @property
    def is_ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in _ENDED

    @property
    def is_too_large(self) -> bool:
        """Whether it failed for having more tokens than may be enqueued: the same requests pass in smaller files."""
        return self.fault == _TOO_MANY_TOKENS

    @property
    def lacks_money(self) -> bool:
        """Whether it failed since the account has no money left."""
        return self.fault == NO_MONEY


def check_server(settings: Settings) -> None:
    """Raise SettingsError where the server is not OpenAI's."""
    if not settings.is_openai:
        raise SettingsError("the Batch API is OpenAI's: another server may keep files in other ways, or for ever")


class Batches:
    """The files and batches of a server. Its methods raise Stopped where the server gives nothing, or no money is left.

    A batch is known by the name of its chunk, which it is given as metadata with the SHA-256 of its file and the job.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self._halted = asyncio.Event()

    def halt(self) -> None:
        """Wait no more: what would be looked at or tried again later is left to the next run."""
        self._halted.set()

    async def wait(self, seconds: float) -> None:
        """Wait so long. Raises Stopped once it is halted."""
        both = [asyncio.ensure_future(self.server.sleep(seconds)), asyncio.ensure_future(self._halted.wait())]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in both:
                one.cancel()
        if self._halted.is_set():
            raise Stopped(INTERRUPTED)

    async def upload(self, path: Path, name: str) -> str:
        """Put a file on the server under a name of its own; return its id there."""
        size = path.stat().st_size

        async def create() -> str:
            with path.open("rb") as stream:
                file = await self.server.open().files.create(
                    file=(f"{name}.jsonl", stream),
                    purpose="batch",
                    expires_after={"anchor": "created_at", "seconds": _KEPT},
                    timeout=_TRANSFER,
                )
            return _check(file, FileObject).id

        async def find() -> str | None:
            found = await self.find_files([name])
            return next((file.id for file in found if file.bytes == size), None)

        return await self._make(create, find)

    async def create(self, file_id: str, name: str, sha: str, job: str) -> Remote:
        """Begin a batch; a file just put there may take a while to be found."""

        async def create() -> Remote:
            batch = await self.server.open().batches.create(
                input_file_id=file_id,
                endpoint=ENDPOINT,
                completion_window="24h",
                metadata={"job": job, "chunk": name, "sha": sha},
                output_expires_after={"anchor": "created_at", "seconds": _KEPT},
            )
            return _remote(batch)

        async def find() -> Remote | None:
            return (await self.find([name])).get(name)

        return await self._make(create, find)

    async def look(self, batch_id: str) -> Remote | None:
        """Return how a batch stands; None where the server knows of none."""

        async def retrieve() -> Remote | None:
            try:
                return _remote(await self.server.open().batches.retrieve(batch_id))
            except openai.NotFoundError:
                return None

        return await self._try(retrieve, _PATIENCE)

    async def find(self, names: Collection[str]) -> dict[str, Remote]:
        """Return the batches of these chunks, by name."""

        async def search() -> dict[str, Remote]:
            found: dict[str, Remote] = {}
            async for batch in self.server.open().batches.list(limit=100):
                remote = _remote(batch)
                if remote.name in names:
                    found[remote.name] = remote
                if len(found) == len(names):
                    break
            return found

        return await self._try(search)

    async def find_files(self, names: Collection[str]) -> list[FileObject]:
        """Return the files of requests of these chunks, which may be several of one name."""

        async def search() -> list[FileObject]:
            files = self.server.open().files.list(purpose="batch", limit=10_000)
            return [file async for file in files if _check(file, FileObject).filename.removesuffix(".jsonl") in names]

        return await self._try(search)

    async def read(self, file_id: str) -> bytes:
        """Return what a file says, nothing where it is gone."""

        async def content() -> bytes:
            try:
                return (await self.server.open().files.content(file_id, timeout=_TRANSFER)).content
            except openai.NotFoundError:
                return b""

        return await self._try(content, _PATIENCE)

    async def delete(self, file_id: str) -> None:
        """Delete a file, if it is still there."""

        async def delete() -> None:
            with suppress(openai.NotFoundError):
                await self.server.open().files.delete(file_id)

        await self._try(delete)

    async def _make(self, create: Callable[[], Awaitable[T]], find: Callable[[], Awaitable[T | None]]) -> T:
        """Return what `create` makes; a second try first looks for what the first one made."""
        tried = False

        async def make() -> T:
            nonlocal tried
            if tried:
                await self.wait(_SETTLING)
                if (found := await find()) is not None:
                    return found
            tried = True
            return await create()

        return await self._try(make)

    async def _try(self, call: Callable[[], Awaitable[T]], tries: int = 0) -> T:
        waits = AsyncRetrying(
            stop=stop_after_attempt(tries or self.server.settings.tries),
            wait=pause,
            sleep=self.wait,
            retry=retry_if_exception(lambda error: is_transient(error) or _lacks_file(error)),
            reraise=True,
        )
        try:
            return await waits(call)
        except (openai.OpenAIError, TimeoutError, ValueError) as error:
            raise Stopped(QUOTA if name_fault(error) == NO_MONEY else FAILING) from None


def _lacks_file(error: BaseException) -> bool:
    """Return whether a creation failed since its file is not found: it may be there a moment later."""
    return isinstance(error, openai.NotFoundError) or (
        isinstance(error, openai.BadRequestError) and error.param in ("file_id", "input_file_id")
    )


def _check(made: Any, kind: type[T]) -> T:
    """Return what the server sent. Raises ValueError for a page of some gateway, which the client hands on as text."""
    if not isinstance(made, kind):
        raise ValueError("not an answer of the protocol")
    return made


def _remote(answer: Any) -> Remote:
    batch = _check(answer, Batch)
    given: Mapping[str, str] = batch.metadata or {}
    errors = (batch.errors.data if batch.errors else None) or []
    fault = next((error.code for error in errors if error.code), "unnamed" if batch.status == FAILED else "")
    limits = [found[1] for error in errors if (found := _LIMIT.search(error.message or ""))]
    return Remote(
        batch.id,
        given.get("chunk", ""),
        batch.status,
        batch.input_file_id,
        batch.output_file_id or "",
        batch.error_file_id or "",
        fault,
        int(limits[0].replace(",", "")) if limits else None,
    )
