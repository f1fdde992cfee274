"""Rows of the source that could not be notes, as JSON lines: where they stood and why, never their text."""

from rewriter.bulk.exports.file import Stream
from rewriter.bulk.journal import Job, Journal
from rewriter.jsonline import json_line


def write(journal: Journal, job: Job, stream: Stream, _ending: str) -> int:
    """Write `{"place", "id", "reason"}` a line; return how many."""
    count = 0
    for reject in journal.rejects(job):
        stream.write(json_line({"place": reject.place, "id": reject.id, "reason": reject.reason}))
        count += 1
    return count
