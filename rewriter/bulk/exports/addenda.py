"""What is to be added to signed notes: addenda and late entries as JSON lines."""

from rewriter.amend import DRAFT
from rewriter.bulk.exports.done import done_notes, whence
from rewriter.bulk.exports.file import Stream
from rewriter.bulk.journal import Job, Journal
from rewriter.jsonline import json_line


def write(journal: Journal, job: Job, stream: Stream, _ending: str) -> int:
    """Write `{"id", "place", "clinician", "date", "status", "kind", "service_date", ..., "text"}` a line.

    A signed note to which nothing is added has no line. What is not known of an entry is null, and a gap in its text.
    """
    count = 0
    for note, outcome, result in done_notes(journal, job):
        record = result.get("record")
        if record and record["kind"] != DRAFT and record["text"] is not None:
            stream.write(json_line({**whence(note), "status": outcome.status, **record}))
            count += 1
    return count
