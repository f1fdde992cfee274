"""Doses that can be told apart: how often or how long one thing was done, by a figure that stands nowhere else."""

from collections import Counter
from collections.abc import Iterable

from rewriter.fidelity.texts.modifiers import FIGURE, Modifier

_LONGEST = 600  # seconds: what lasted longer may be the visit
_COUNT, _NUMBER = "count", "number"

Dose = tuple[int, str]


def find_doses(modifiers: Iterable[Modifier], *, source: bool, often: int = 1) -> frozenset[Dose]:
    """Return the doses of a text: where each begins, and its figure, which stands up to so often in the text.

    A one stands in too many places. In prose a bare number may be a dose ("ten taps"), in a note it may be a score.
    """
    figures = {(item.first, item.last, item.figure): item for item in modifiers if item.kind == FIGURE}.values()
    counts = Counter(item.figure for item in figures)
    return frozenset(
        [
            (item.first, item.figure)
            for item in figures
            if counts[item.figure] <= often and _is_dose(item, source=source)
        ]
    )


def _is_dose(item: Modifier, *, source: bool) -> bool:
    if item.figure == "1":
        return False
    if item.family == "duration":
        return float(item.value) < _LONGEST
    return item.family == _COUNT or (item.family == _NUMBER and not source)
