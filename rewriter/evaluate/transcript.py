"""The marks of an exam as Markdown: what was caught by kind of change, and how often the faithful were accused."""

from rewriter.evaluate.exam import Marks, Share
from rewriter.evaluate.markdown import safe, write_table


def write_transcript(marks: Marks) -> str:
    """Return the marks as Markdown. It holds kinds and figures, never a text."""
    head = ("change", "caught at its place", "95 %", "caught anywhere", "changes", "of notes")
    parts = ["## The validator's exam"]
    if marks.answers:
        rows = [_row(safe(op), marks.at_place(op), marks.caught(op)) for op in marks.kinds]
        parts.append(write_table(head, [*rows, _row("**all**", marks.at_place(), marks.caught())]))
    accused = marks.accused
    parts.append(
        f"Faithful rewrites accused: {accused.hits} of {accused.count}, {_rate(accused)} ({_interval(accused)}), over "
        f"{accused.notes} notes; {marks.false_errors} false errors in all."
    )
    parts.append("Intervals are Wilson's, 95 %, and take changes of one note as independent.")
    return "\n\n".join(parts) + "\n"


def _row(name: str, at_place: Share, caught: Share) -> tuple[str, ...]:
    return (name, _rate(at_place), _interval(at_place), _rate(caught), str(at_place.count), str(at_place.notes))


def _rate(share: Share) -> str:
    return "-" if share.rate is None else f"{share.rate:.1%}"


def _interval(share: Share) -> str:
    return f"{share.interval.low:.1%} to {share.interval.high:.1%}"
