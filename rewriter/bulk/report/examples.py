"""Notes before and after, for the report: drawn by chance, so that they are not the best ones."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from rewriter.bulk.journal import Job, Journal, Noted
from rewriter.bulk.outcome import unpack_result
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.terms import fingerprint

# Only these have a draft that a clinician may use.
_DRAFTED = ("accepted", "needs_input")


@dataclass(frozen=True, slots=True)
class Example:
    """A note as it was, and its draft, or what is to be added to it where it is signed; with what is asked."""

    status: str
    before: str
    after: str
    questions: tuple[str, ...]


def choose_examples(journal: Journal, job: Job, rows: Iterable[Row | Reject], most: int) -> list[Example]:
    """Return up to `most` notes of a job with their drafts, the same ones each time; `rows` is its source.

    The journal keeps no notes: the text comes from the source. A note that has changed there since is left out.
    """
    drafted = (note for note in journal.notes(job, data=False) if note.outcome and note.outcome.status in _DRAFTED)
    waiting = {note.id: note for note in nsmallest(most, drafted, key=_draw)}
    examples = []
    for row in rows:
        if not waiting:
            break
        note = waiting.pop(row.id, None) if isinstance(row, Row) else None
        if isinstance(row, Row) and note and note.fp == fingerprint(job.digest, row.line):
            examples.append(_example(journal, note, row))
    return examples


def _draw(note: Noted) -> bytes:
    return hashlib.sha256(note.id.encode()).digest()


def _example(journal: Journal, note: Noted, row: Row) -> Example:
    result = unpack_result(journal.find_data(note.fp))
    after = result["rewrite"] or result["record"]["text"] or ""
    return Example(result["status"], row.line["text"], after, tuple(item["text"] for item in result["questions"]))
