"""Results as CSV, for a spreadsheet: see `sheet` for the apostrophes before what looks like a formula."""

from rewriter.bulk.exports.done import COLUMNS, columns, done_notes, flatten
from rewriter.bulk.exports.file import Stream
from rewriter.bulk.exports.sheet import sheet
from rewriter.bulk.journal import Job, Journal


def write(journal: Journal, job: Job, stream: Stream, _ending: str) -> int:
    """Write a row for each note; findings, questions and origin are text of JSON."""
    count = 0
    with sheet(stream, COLUMNS, "id") as write_row:
        for done in done_notes(journal, job):
            write_row(flatten(columns(done)))
            count += 1
    return count
