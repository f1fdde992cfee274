"""What was so on one side only: "FOG x3, on R turns only" told as "on left turns only", of turns to both sides.

The note may have both sides of the same thing, so that either stands in it rightly. Which of them it restricts is one.
"""

from collections.abc import Iterator, Sequence

from rewriter.body import OPPOSITE
from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.modifiers import SIDE, Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms

_ONLY = frozenset({"only", "just", "exclusively", "solely", "alone", "merely"})
_PARTING = SPLITS | {"and", "but", "while"}
_BEFORE, _BEHIND = 4, 6


def find_misrestricted(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[Modifier]:
    """Yield the sides of the rewrite that something is restricted to which the note restricts to the other."""
    given = list(_restricted(note, asked))
    for item in _restricted(said, stated) if given else ():
        around_it = item.head | item.near
        alike = [other for other in given if not around_it.isdisjoint(other.head | other.near)]
        if alike and all(other.value != item.value for other in alike):
            yield item


def _restricted(terms: Terms, modifiers: Sequence[Modifier]) -> Iterator[Modifier]:
    """Yield the side that each word of restriction is told of in its part: the next behind it, else the last before."""
    low = terms.reading.words.low
    sides = [item for item in modifiers if item.kind == SIDE and item.value in OPPOSITE]
    for at, word in enumerate(low):
        if word in _ONLY:
            first, last = around(low, at, at + 1, _PARTING)
            behind = [item for item in sides if at < item.first < min(last, at + _BEHIND)]
            before = [item for item in sides if max(first, at - _BEFORE) <= item.first < at]
            yield from behind[:1] or before[-1:]
