"""The way of a chunk to the server and back, each step in the journal before the next.

    written, uploaded, sent, taken, done

A killed run left each of its chunks somewhere on that way. What the server made a batch of is adopted, whether or not
the journal heard of it; what it did not is forgotten, its file deleted, and its notes ask again. So nothing is lost,
and nothing is paid for twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rewriter.bulk.batches import Batches, Remote
from rewriter.bulk.calls import Stopped
from rewriter.bulk.chunks import DONE, SENT, TAKEN, UPLOADED, Chunk
from rewriter.bulk.journal import Job, Journal, chunk_path
from rewriter.bulk.scribe import Scribe


@dataclass
class Dispatch:
    """The chunks of a job, and the server they go to. `terms` is the digest of the job's terms."""

    job: Job
    terms: bytes
    scribe: Scribe
    batches: Batches

    async def begin(self, chunk: Chunk) -> None:
        """Note that a chunk is going to be sent."""
        await self.scribe.do(_add, self.scribe.journal, self.job, chunk)

    async def send(self, chunk: Chunk) -> Chunk:
        """Send a chunk off; its file on this disk is removed. Raises Stopped where the server does not take it."""
        path = chunk_path(self.scribe.journal.path, chunk.name)
        chunk = await self._move(replace(chunk, state=UPLOADED, file_id=await self.batches.upload(path, chunk.name)))
        remote = await self.batches.create(chunk.file_id, chunk.name, chunk.sha, self.terms.hex())
        chunk = await self._move(replace(chunk, state=SENT, batch_id=remote.id))
        path.unlink()
        return chunk

    async def forget(self, chunk: Chunk, remote: Remote | None) -> None:
        """Delete what the server has of a chunk whose answers are in the journal."""
        files = (remote.output_id, remote.error_id, remote.file_id) if remote else (chunk.file_id,)
        await self._delete(chunk, files)

    async def drop(self, chunk: Chunk) -> None:
        """Forget a chunk that this run made and never began to send."""
        chunk_path(self.scribe.journal.path, chunk.name).unlink()
        await self._move(replace(chunk, state=DONE, keys=b""))

    async def recover(self) -> list[Chunk]:
        """Return the chunks that are with the server, and set right whatever else earlier runs left there.

        Raises Stopped where the server does not say.
        """
        chunks = await self.scribe.do(open_chunks, self.scribe.journal, self.job)
        unsure = {chunk.name for chunk in chunks if chunk.state not in (SENT, TAKEN)}
        found = await self.batches.find(unsure) if unsure else {}
        lost = {name for name in unsure if name not in found}
        files = await self.batches.find_files(lost) if lost else []
        sent = []
        for chunk in chunks:
            if chunk.name in found:
                chunk = await self._move(replace(chunk, state=SENT, batch_id=found[chunk.name].id))
            if chunk.state == SENT:
                sent.append(chunk)
            elif chunk.state == TAKEN:
                await self.forget(chunk, await self.batches.look(chunk.batch_id))
            else:
                # Should the server still come to make a batch of it, it fails without its file, and costs nothing.
                await self._delete(chunk, [file.id for file in files if file.filename.startswith(chunk.name)])
        return sent

    async def _delete(self, chunk: Chunk, files: Iterable[str]) -> None:
        try:
            for file_id in filter(None, files):
                await self.batches.delete(file_id)
        except Stopped:
            return  # no reason to end a run: the next one tries again, and at last they expire
        await self._move(replace(chunk, state=DONE, keys=b""))

    async def _move(self, chunk: Chunk) -> Chunk:
        await self.scribe.do(move, self.scribe.journal, chunk)
        return chunk


def move(journal: Journal, chunk: Chunk) -> None:
    """Note how far a chunk is."""
    journal.execute(
        "UPDATE chunk SET state = ?, file_id = ?, batch_id = ?, keys = ? WHERE name = ?",
        *(chunk.state, chunk.file_id, chunk.batch_id, chunk.keys, chunk.name),
    )


def open_chunks(journal: Journal, job: Job) -> list[Chunk]:
    """Return the chunks of a job that may have left something with the server."""
    rows = journal.execute(
        "SELECT name, sha, keys, input, state, file_id, batch_id FROM chunk WHERE job = ? AND state != ? ORDER BY id",
        *(job.id, DONE),
    )
    return [Chunk(*row) for row in rows]


def _add(journal: Journal, job: Job, chunk: Chunk) -> None:
    journal.execute(
        "INSERT INTO chunk (job, name, sha, keys, input, state, file_id, batch_id) VALUES (?, ?, ?, ?, ?, ?, '', '')",
        *(job.id, chunk.name, chunk.sha, chunk.keys, chunk.input, chunk.state),
    )
