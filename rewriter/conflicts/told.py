"""One thing told twice, and differently: the mechanism that all conflicts of a note share.

Two values are no conflict where the note says why there are two: another time, another side, a change, a comparison.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rewriter.checks import Case
from rewriter.findings import CLINICIAN, Evidence, Finding, found
from rewriter.reading import Reading
from rewriter.rule import Rule

_MARKS = frozenset({".", ",", ";", ":", "\n", "?", "!", "(", ")", "-", "|", "\u2022"})
# What says that there is more than one: of times, sides, attempts.
CHANGING = frozenset(
    "was were previously previous prior last initial initially eval evaluation baseline start started end ended ending "
    "before after pre post then later progressed progress progressing progression advanced advance upgraded downgraded "
    "increased changed transitioned since from until till when once if history old new goal trial retest repeat "
    "repeated vs versus than compared both bilateral bilaterally other another contralateral also second 2nd "
    "yesterday ago first final best worst average next week weeks month months admission discharge staged revision "
    "-> > \u2192 => was/now to".split()
)
_TODAY = frozenset({"today", "now", "currently", "current", "presently"})
_REACH = 12


class Told(NamedTuple):
    """A value that the note gives for `what`, at words `first:last`."""

    what: str
    value: str
    first: int
    last: int


def find_contradiction(
    reading: Reading, told: Iterable[Told], excused: frozenset[str] = CHANGING
) -> tuple[Told, Told] | None:
    """Return the first two that give one thing two values, where no word around either says that there are two."""
    before: dict[str, list[Told]] = {}
    for item in told:
        for other in before.get(item.what, ()):
            if other.value != item.value and not _is_explained(reading, other, item, excused):
                return other, item
        before.setdefault(item.what, []).append(item)
    return None


def _is_explained(reading: Reading, one: Told, two: Told, excused: frozenset[str]) -> bool:
    """A word of change or comparison stands around either, or only one of them is told of today."""
    here, there = (frozenset(_around(reading, item)) for item in (one, two))
    return not excused.isdisjoint(here | there) or here.isdisjoint(_TODAY) != there.isdisjoint(_TODAY)


def _around(reading: Reading, item: Told) -> list[str]:
    """Return the words around a statement, in its sentence."""
    sentence = reading.sentences[reading.sentence_at(item.first)]
    low = reading.words.low
    return [
        *low[max(sentence.first, item.first - _REACH) : item.first],
        *low[item.last : min(sentence.last, item.last + _REACH)],
    ]


def clause_of(reading: Reading, item: Told) -> range:
    """Return the words of the clause around a statement."""
    low = reading.words.low
    first, last = item.first, item.last
    while first > 0 and low[first - 1] not in _MARKS:
        first -= 1
    while last < len(low) and low[last] not in _MARKS:
        last += 1
    return range(first, last)


def _span(reading: Reading, item: Told) -> tuple[int, int]:
    return reading.words.start[item.first], reading.words.end[item.last - 1]


def report(case: Case, rule: Rule, pair: tuple[Told, Told] | None) -> list[Finding]:
    """Return the finding at the second of two statements, with both as evidence."""
    if pair is None:
        return []
    reading, side = case.note, case.note_side
    spans = [_span(reading, item) for item in pair]
    values = {"other": reading.text[slice(*spans[0])]}
    shown = tuple(Evidence(*span, side, role) for span, role in zip(spans, ("told here", "and told here"), strict=True))
    return [found(rule, reading.text, side=side, span=spans[1], mend=CLINICIAN, values=values, evidence=shown)]
