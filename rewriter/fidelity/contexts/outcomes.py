"""Goals met or not: "LTG 150 ft CGA not met" told as met, "STG 2 ongoing" told as achieved.

Each text says of a goal what became of it in one word, met or not; around it stands which goal it is. The word of the
rewrite is held against that of the note's goal that shares most with it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.english import BE, HAVE
from rewriter.fidelity.texts.bounds import begin_of, end_of
from rewriter.fidelity.texts.contents import contents
from rewriter.fidelity.texts.terms import Terms

_MET = frozenset({"met"})
_REACHED = frozenset({"achieved", "attained", "reached", "accomplished", "fulfilled"})  # of a goal, or of a cone
_UNMET = frozenset({"unmet", "unachieved", "unattained", "unfulfilled"})
_ONGOING = frozenset({"ongoing", "progressing"})
_GOALS = frozenset({"goal", "goals", "ltg", "stg", "target", "aim", "objective", "term"})
_NOT = frozenset("not never yet still isn't wasn't hasn't haven't aren't weren't without".split())
_NONE = frozenset({"nor", "neither", "none"})
_PARTLY = frozenset("partially partly nearly almost mostly half".split())
_LEADING = _NOT | _PARTLY | BE | HAVE | frozenset("to fully quite completely currently entirely remains as".split())
_TELLING = _MET | _REACHED | _ONGOING
_WITH = frozenset({"with", "w", "w/", "the", "her", "his", "their", "by"})  # "met with the family"
_BEFORE = 5
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
        first = begin_of(low, at, _PARTED, at_words[number - 1] + 1 if number else 0)
        about = contents(terms, first, at)
        if not about:  # "Not met: drive in two weeks"
            about = contents(terms, at + 1, end_of(low, at + 1, _PARTED))
        if about and is_met is not None:
            found.append(Outcome(_led(low, at, first), at + 1, is_met, frozenset().union(*about)))
    return found


def _tells(low: Sequence[str], at: int) -> bool | None:
    """Tell whether a word says that a goal was met; None where it says neither, or only that it was met in part."""
    word = low[at]
    if word in _UNMET:
        return False
    if word not in _TELLING:
        return None
    first = begin_of(low, at, _PARTED)
    behind = low[at + 1] if at + 1 < len(low) else ""
    if word in _MET:
        if behind in _WITH or behind in (":", "?"):
            return None
    elif _GOALS.isdisjoint(low[first:at]):
        return None
    if word in _ONGOING:
        return False
    begin = _led(low, at, first)
    if not _NOT.isdisjoint(low[begin:at]) or not _NONE.isdisjoint(low[max(first, at - _BEFORE) : at]):
        return False
    return None if not _PARTLY.isdisjoint(low[begin:at]) else True


def _led(low: Sequence[str], at: int, first: int) -> int:
    """Return where the words begin that lead up to a word and say whether it is so: "has not yet been fully met"."""
    while at > first and (low[at - 1] in _LEADING or low[at - 1].endswith("n't")):
        at -= 1
    return at


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
