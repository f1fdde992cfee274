"""One page about a job: what became of its notes, what was found and asked, and what it took.

It names nobody and quotes nothing, except in examples, which are only there where they were asked for.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.report import sections
from rewriter.bulk.report.examples import Example
from rewriter.bulk.report.figures import count_figures
from rewriter.bulk.report.naming import name_rules
from rewriter.bulk.webpage import page

_STYLE = Path(__file__).with_name("report.css").read_text("utf-8")


def draw_report(journal: Journal, job: Job, examples: Sequence[Example] = ()) -> Iterator[bytes]:
    """Yield the bytes of the page."""
    figures = count_figures(journal, job)
    names = name_rules(journal, figures.first_with)
    body = (
        "<main>",
        sections.head(figures),
        sections.statuses(figures),
        sections.questions(figures, names),
        sections.findings(figures, names),
        sections.clinicians(figures),
        sections.effort(figures),
        sections.examples(examples),
        sections.foot(figures, bool(examples)),
        "</main>",
    )
    return page("Report on a bulk run", _STYLE, body)
