"""The marks of the validator as a page: what it catches by kind of change, with intervals. It quotes no note."""

from collections.abc import Iterator

from rewriter.bulk.webpage import page
from rewriter.evaluate.exam import Marks, Share
from rewriter.evaluate.report.parts import STYLE, paragraph, section, table
from rewriter.evaluate.report.pictures import whisker


def draw_exam(marks: Marks) -> Iterator[bytes]:
    """Yield the bytes of the page."""
    accused = marks.accused
    title = f"{len(marks.answers)} untrue changes, {accused.count} faithful rewrites"
    lead = (
        "Untrue changes that were caught at their place, and faithful rewrites that were accused, with 95 % intervals "
        "(Wilson). They take changes as independent: a set of few notes knows less than they say."
    )
    rows = [("all changes", *_row(marks.at_place(), 1), _say(marks.caught()))]
    rows += [(kind, *_row(marks.at_place(kind), 1), _say(marks.caught(kind))) for kind in marks.kinds]
    false = ("faithful", *_row(accused, 3), f"{marks.false_errors}")
    heads = ("kind of change", "", "at the place", "anywhere")
    body = (
        f"<main><header><h1>{title}</h1></header>",
        paragraph(lead, "lead"),
        section("Caught, by kind", table(heads, rows, "whiskers")) if marks.answers else "",
        section("Falsely accused", table(("", "", "rewrites", "false errors"), [false], "whiskers")),
        "</main>",
    )
    return page("The exam of the validator", STYLE, body)


def _row(share: Share, number: int) -> tuple[str, str]:
    interval = share.interval
    return whisker(share.rate or 0.0, interval.low, interval.high, 0.0, 1.0, number), _say(share)


def _say(share: Share) -> str:
    if share.rate is None:
        return "none"
    low, high = share.interval.low, share.interval.high
    return f"{share.hits} of {share.count} <small>{share.rate:.0%}, {low:.0%} to {high:.0%}</small>"
