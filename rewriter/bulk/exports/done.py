"""The notes of a job that have a result, and the columns that tables have for them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from rewriter.bulk.journal import Job, Journal, Noted
from rewriter.bulk.outcome import REJECTED, Outcome, unpack_result
from rewriter.jsonline import json_text

_KNOWN = ("id", "place", "clinician", "date", "status", "cause")
TEXTS = (*_KNOWN, "engine", "pack", "rewrite", "record_kind", "record_text")
COUNTS = ("findings_count", "questions_count", "asks")
# What is data: text of JSON where a table has no such type.
DATA = ("findings", "questions", "origin")
COLUMNS = (*TEXTS, *COUNTS, *DATA)
# The columns that every note has.
ALWAYS = frozenset({*_KNOWN, *COUNTS, *DATA})


class Done(NamedTuple):
    """A note, its outcome, and its result as `improve --format json` prints it: empty where a fault left none."""

    note: Noted
    outcome: Outcome
    result: dict[str, Any]


def done_notes(journal: Journal, job: Job) -> Iterator[Done]:
    """Yield the notes that are done, in the order of their first run. What could not be a note is among the rejects."""
    for note in journal.notes(job):
        outcome = note.outcome
        if outcome is not None and outcome.status != REJECTED:
            yield Done(note, outcome, unpack_result(outcome.data) if outcome.data else {})


def whence(note: Noted) -> dict[str, Any]:
    """Return whose note it is, and where it came from."""
    return {"id": note.id, "place": note.place, "clinician": note.clinician, "date": note.date}


def columns(done: Done) -> dict[str, Any]:
    """Return the columns of a note: texts, counts, None where something is not there, and data as it is in the result.

    `rewrite` is None for a signed note: what is added to it is `record_text`, which ends with the original unchanged.
    """
    note, outcome, result = done
    record = result.get("record") or {}
    versions = result.get("versions") or {}
    return {
        **whence(note),
        "status": outcome.status,
        "cause": outcome.cause,
        "engine": result.get("engine"),
        "pack": versions.get("pack"),
        "rewrite": result.get("rewrite"),
        "record_kind": record.get("kind"),
        "record_text": record.get("text"),
        "findings_count": len(outcome.findings),
        "questions_count": len(outcome.questions),
        "asks": outcome.asks,
        "findings": result.get("findings", []),
        "questions": result.get("questions", []),
        "origin": dict(note.kept),
    }


def flatten(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns with data as text of JSON."""
    return {name: json_text(value) if name in DATA else value for name, value in row.items()}
