"""The report on a job, as a page for a browser or a printer."""

from collections.abc import Iterable
from pathlib import Path

from rewriter.bulk.exports.file import Stream, writing
from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.report import draw_report
from rewriter.bulk.report.examples import choose_examples
from rewriter.bulk.row import Reject, Row


def write(journal: Journal, job: Job, stream: Stream, _ending: str) -> int:
    """Write the report without examples; return how many rows it is about."""
    stream.writelines(draw_report(journal, job))
    return sum(journal.count(job).values()) + journal.count_rejects(job)


def export_report(
    journal: Journal, job: Job, path: Path, rows: Iterable[Row | Reject], most: int, *, replace: bool = False
) -> int:
    """Write the report with up to `most` notes before and after; return how many. `rows` is the source of the job.

    Raises SettingsError where the file cannot be written, as `export` does.
    """
    examples = choose_examples(journal, job, rows, most)
    with writing(journal, path, replace=replace) as stream:
        stream.writelines(draw_report(journal, job, examples))
    return len(examples)
