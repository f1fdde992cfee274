"""A run as one page: what each arm scores, with intervals; where the arms differ; and every sample to read.

It holds the texts of notes and is kept as they are. It asks for nothing and runs nothing.
"""

from collections.abc import Iterator, Mapping, Sequence

from rewriter.bulk.webpage import page
from rewriter.evaluate.averages import average
from rewriter.evaluate.record import Scored
from rewriter.evaluate.report import sections
from rewriter.evaluate.report.parts import STYLE
from rewriter.evaluate.report.reader import draw_samples
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.scores import SCORES


def draw_report(samples: Sequence[Sample], arms: Mapping[str, Sequence[Scored]]) -> Iterator[bytes]:
    """Yield the bytes of the page; `arms` are the records by the names of their arms."""
    averages = {name: average(records, SCORES.values()) for name, records in arms.items()}
    body = (
        "<main>",
        sections.head(samples, arms),
        sections.intervals(averages),
        sections.against_cost(averages),
        sections.statuses(samples, arms),
        sections.rules(arms),
        sections.all_scores(averages),
        draw_samples(samples, arms),
        "</main>",
    )
    return page("Report on an evaluation", STYLE, body)
