"""Before what, after what, during what: an occasion of the note told on the other side of it.

"Heavy work before homework" told as "after homework". Only where both texts name the same occasion right behind the
word; "the demo, then guarding" and "guarding after the demo" are no two ways.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import end_of
from rewriter.fidelity.texts.terms import SPLITS, Terms

_WAYS = {
    **dict.fromkeys(("before", "preceding", "pre", "until"), "before"),
    **dict.fromkeys(("after", "following", "post", "afterward", "once"), "after"),
    **dict.fromkeys(("while", "during", "throughout"), "during"),
}
_PRIOR = ["prior", "to"]
_REACH = 5
_TURNS = SPLITS | {"and", "but", "then", "with", "by", "before", "after", "while"}
_NAMELESS = frozenset({"person", "verb"})  # who it is or that it was done names no occasion


class Occasion(NamedTuple):
    """What stands behind a word of time at words `first:last`, by keys, and the way it points."""

    first: int
    last: int
    way: str
    keys: frozenset[str]


def find_occasions(terms: Terms) -> list[Occasion]:
    """Return the occasions that a text names, in order."""
    low = terms.reading.words.low
    found = []
    for at, word in enumerate(low):
        way, behind = _WAYS.get(word, ""), at + 1
        if low[at : at + 2] == _PRIOR:
            way, behind = "before", at + 2
        if way and (keys := _named(terms, low, behind)):
            found.append(Occasion(at, behind, way, keys))
    return found


def _named(terms: Terms, low: Sequence[str], first: int) -> frozenset[str]:
    """Return the keys of what claims something right behind a word of time."""
    claims = terms.claiming(first, end_of(low, first, _TURNS, first + _REACH))
    named = [index for index in claims if terms.kind(index) not in _NAMELESS]
    return frozenset(terms.keys[named[0]]) if named else frozenset()


def find_misplaced(said: Terms, note: Terms) -> Iterator[Occasion]:
    """Yield the occasions of the rewrite that the note has the other way only."""
    given = find_occasions(note)
    low = note.reading.words.low
    bare = {_WAYS[word] for word, behind in pairwise([*low, "."]) if word in _WAYS and behind in SPLITS}
    for occasion in find_occasions(said) if given else ():
        ways = {other.way for other in given if not other.keys.isdisjoint(occasion.keys)}
        if ways and occasion.way not in ways | bare:  # "6/10 pre, 3/10 post tandem"
            yield occasion
