"""Oriented times three or four: told by naming what the patient knows, or by "fully"."""

from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS

_ORIENTED = frozenset({"oriented", "orientation"})
# What one may be oriented to, each with the words it is told by.
_SPHERES = tuple(
    frozenset(words.split())
    for words in (
        "person self name who people",
        "place location where",
        "time date day month year when",
        "situation event circumstance circumstances purpose why reason",
    )
)
_ALL = frozenset({"fully", "completely", "all"})
_FOR_ALL = frozenset({"3", "4"})
_BEFORE = 2


def is_orientation_told(item: Modifier, note: Terms, said: Terms) -> bool:
    """Tell whether a count is of the spheres that somebody is oriented to, and the rewrite names so many of them."""
    if item.family not in ("count", "number") or not item.value.isdecimal():
        return False
    if _ORIENTED.isdisjoint(note.reading.words.low[max(0, item.first - _BEFORE) : item.first]):
        return False
    low = said.reading.words.low
    for at, word in enumerate(low):
        if word in _ORIENTED:
            words = frozenset(low[slice(*around(low, at, at + 1, FULL_STOPS))])
            named = sum(not sphere.isdisjoint(words) for sphere in _SPHERES)
            if named == int(item.value) or (not named and item.value in _FOR_ALL and not _ALL.isdisjoint(words)):
                return True
    return False
