"""Which side is the worse, told of one side alone: "L>R" as "the left being the worse one"."""

from collections.abc import Sequence

from rewriter.body import OPPOSITE
from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms

_MOST = frozenset("worse worst more most greater mainly mostly predominantly chiefly especially primarily".split())
_SIDE_REACH = 4


def tells_most(terms: Terms, item: Modifier) -> bool:
    """Tell whether the clause of a side says that it is the worse, and names no other: "the left one worse"."""
    low = terms.reading.words.low
    words = low[slice(*around(low, item.first, item.last, SPLITS, _SIDE_REACH))]
    return not _MOST.isdisjoint(words) and _is_alone(item.value, words)


def is_greater(terms: Terms, item: Modifier) -> bool:
    """Tell whether a side is written as the greater one: the left of "L>R", of "R < L"."""
    low = terms.reading.words.low
    return low[item.last : item.last + 1] == [">"] or (item.first > 0 and low[item.first - 1] == "<")


def says_most(terms: Terms, side: str) -> bool:
    """A text says of a side that it is the worse: "the left being the worse one", "worse on the right"."""
    low = terms.reading.words.low
    for at, word in enumerate(low):
        if word in _MOST:
            words = low[slice(*around(low, at, at + 1, SPLITS, _SIDE_REACH))]
            if side in words and _is_alone(side, words):
                return True
    return False


def _is_alone(side: str, words: Sequence[str]) -> bool:
    return OPPOSITE.get(side) not in words and "not" not in words
