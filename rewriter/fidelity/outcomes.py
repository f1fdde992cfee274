"""Goals met or not: "LTG 150 ft CGA not met" told as met, "STG 2 ongoing" told as achieved.

Each text says of a goal what became of it in one word, met or not; around it stands which goal it is. The word of the
rewrite is held against that of the note's goal that shares most with it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.terms import Terms
from rewriter.reading.mentions import QUANTITIES

_MET = frozenset({"met"})
_REACHED = frozenset({"achieved", "attained", "reached", "accomplished", "fulfilled"})  # of a goal, or of a cone
_UNMET = frozenset({"unmet", "unachieved", "unattained", "unfulfilled"})
_ONGOING = frozenset({"ongoing", "progressing"})
_GOALS = frozenset({"goal", "goals", "ltg", "stg", "target", "aim", "objective", "term"})
_NOT = frozenset(
    "not never nor neither yet without fails failed short remains still isn't wasn't hasn't haven't".split()
)
_PARTLY = frozenset("partially partly nearly almost mostly half part".split())
_WITH = frozenset({"with", "w", "w/", "the", "her", "his", "their", "by"})  # "met with the family"
_BEFORE, _PARTLY_BEFORE = 5, 3
_ENDS = frozenset(".\n\u2022")
_PARTED = _ENDS | {";"}


class Outcome(NamedTuple):
    """The words `first:last` that say what became of a goal, whether it was met, and what the goal is, by key."""

    first: int
    last: int
    is_met: bool
    about: frozenset[str]


def find_outcomes(terms: Terms) -> list[Outcome]:
    """Return what a text says became of its goals, in order."""
    low = terms.reading.words.low
    at_words = [at for at in range(len(low)) if (_tells(low, at) is not None)]
    found = []
    for number, at in enumerate(at_words):
        is_met = _tells(low, at)
        first = _start(low, at, at_words[number - 1] + 1 if number else 0)
        about = _about(terms, first, at)
        if not about:  # "Not met: drive in two weeks"
            end = at + 1
            while end < len(low) and low[end] not in _PARTED:
                end += 1
            about = _about(terms, at + 1, end)
        if about and is_met is not None:
            begin = at
            while begin > max(first, at - _BEFORE) and low[begin - 1] in _NOT | {
                "been",
                "be",
                "has",
                "is",
                "was",
                "to",
            }:
                begin -= 1
            found.append(Outcome(begin, at + 1, is_met, about))
    return found


def _tells(low: Sequence[str], at: int) -> bool | None:
    """Tell whether a word says that a goal was met; None where it says neither, or only that it was met in part."""
    word = low[at]
    if word in _UNMET:
        return False
    behind = low[at + 1] if at + 1 < len(low) else ""
    if word in _MET:
        if behind in _WITH or behind in (":", "?"):
            return None
    elif word not in _REACHED and word not in _ONGOING:
        return None
    elif _GOALS.isdisjoint(low[_start(low, at, 0) : at]):
        return None
    if word in _ONGOING:
        return False
    before = low[max(_start(low, at, 0), at - _BEFORE) : at]
    if not _PARTLY.isdisjoint(before[-_PARTLY_BEFORE:]):
        return None
    return _NOT.isdisjoint(before) and not any(one.endswith("n't") for one in before)


def _start(low: Sequence[str], at: int, least: int) -> int:
    """Return where the sentence of a word begins, a semicolon parts it too; at or behind `least`."""
    first = at
    while first > least and low[first - 1] not in _PARTED:
        first -= 1
    return first


def _about(terms: Terms, first: int, last: int) -> frozenset[str]:
    """Return the keys of the claims and the figures among the words `first:last`."""
    reading = terms.reading
    inside = range(bisect_left(terms.place, first), bisect_left(terms.place, last))
    words = {key for index in inside if terms.claims[index] for key in terms.keys[index]}
    figures = (reading.mentions[at].sense for at in reading.between(first, last))
    return frozenset(words) | {f"#{sense.id}" for sense in figures if sense.kind in QUANTITIES}


def find_misjudged(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) that tell a goal as met which the note has as not met, or the reverse."""
    given = find_outcomes(note)
    for outcome in find_outcomes(said) if given else ():
        shares = [len(outcome.about & other.about) for other in given]
        most = max(shares)
        if most and all(
            other.is_met is not outcome.is_met for other, share in zip(given, shares, strict=True) if share == most
        ):
            yield outcome.first, outcome.last
