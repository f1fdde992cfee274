"""The same stretch of time told as another one: "same 30 min" as "the next 30 minutes", and the reverse.

Minutes that two services share are billed once; told as minutes of their own they would be billed twice.
"""

from collections.abc import Iterator

from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms

_SAME = frozenset("same identical these those".split())
_OTHER = frozenset("next another other additional further separate different following extra second remaining".split())
_REACH = 2


def find_other_stretches(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> Iterator[Modifier]:
    """Yield the times of the rewrite told as another stretch where the note has the same one, or the reverse."""
    for item in stated.items:
        if item.kind != FIGURE or item.family != "duration":
            continue
        told = _which(said, item)
        meant = [_which(note, other) for other in asked.same(item)] if told else []
        if meant and all(which and which != told for which in meant):
            yield item


def _which(terms: Terms, item: Modifier) -> str:
    before = terms.reading.words.low[max(0, item.first - _REACH) : item.first]
    if not _SAME.isdisjoint(before):
        return "same"
    return "other" if not _OTHER.isdisjoint(before) else ""
