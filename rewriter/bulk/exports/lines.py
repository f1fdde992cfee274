"""Results as JSON lines: the whole result of a note, with where the note came from."""

from rewriter.bulk.exports.done import done_notes, whence
from rewriter.bulk.exports.file import Stream
from rewriter.bulk.journal import Job, Journal
from rewriter.jsonline import json_line


def write(journal: Journal, job: Job, stream: Stream, _ending: str) -> int:
    """Write `{"id", "place", "clinician", "date", "origin", "cause", ...}` a line, followed by the result's own keys.

    "status" is `fault`, and there is no more, where a fault of ours left no result.
    """
    count = 0
    for note, outcome, result in done_notes(journal, job):
        stream.write(
            json_line({**whence(note), "origin": note.kept, "status": outcome.status, "cause": outcome.cause, **result})
        )
        count += 1
    return count
