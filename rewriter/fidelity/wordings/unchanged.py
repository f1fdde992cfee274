"""A value that stayed: "TUG 24 s, unchanged" as "the TUG remains at 24 seconds", "no change" as "the same as before".

Each text says so in its own words; beside the same value they say the same.
"""

from collections.abc import Iterable, Iterator

from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import SAME

_CHANGE = frozenset({"change", "changes", "changed", "difference", "movement"})
_NO = frozenset({"no", "not", "without", "nor", "any"})
_THAN = frozenset({"as", "than", "from"})
_BEFORE = frozenset({"before", "previously", "earlier"})
_DENIED, _BEHIND = 3, 5

Places = set[int]


def find_unchanged(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> tuple[Places, Places]:
    """Return the places of the words of both texts that say of one value that it is the same as before."""
    there = list(_kept(note, asked.items))
    told: Places = set()
    meant: Places = set()
    for item, words in _kept(said, stated.items) if there else ():
        same = asked.same(item)
        for other, others in there:
            if other in same:
                told |= words
                meant |= others
    return told, meant


def _kept(terms: Terms, modifiers: Iterable[Modifier]) -> Iterator[tuple[Modifier, Places]]:
    """Yield each figure or amount beside words that say that it stayed, with the places of these words."""
    low = terms.reading.words.low
    if SAME.isdisjoint(low) and _CHANGE.isdisjoint(low):
        return
    for item in modifiers:
        if item.kind not in (FIGURE, LEVEL):
            continue
        first, last = part_around(terms, item.first, item.last)
        end = terms.reading.sentences[max(0, item.sentence)].last
        while last < end and low[last] in (",", "-", "and") and last - item.last < _BEHIND:
            last = min(len(low), part_around(terms, last + 1, last + 2)[1])
        words = {at for at in range(first, min(last, item.last + _BEHIND)) if _says_same(terms, at)}
        if words:
            yield item, words | {at for at in range(first, last) if low[at] in _BEFORE and low[at - 1] in _THAN}


def _says_same(terms: Terms, at: int) -> bool:
    low = terms.reading.words.low
    if low[at] in _CHANGE:
        return not _NO.isdisjoint(low[max(0, at - 2) : at])
    return low[at] in SAME and not _denied(terms, at)


def _denied(terms: Terms, at: int) -> bool:
    """Thus: "not the same", "did not stay"."""
    return "not" in terms.reading.words.low[max(0, at - _DENIED) : at]
