"""Which side is the worse, told of one side alone: "L>R" as "the left being the worse one"."""

from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms

_MOST = frozenset("worse worst more most greater mainly mostly predominantly chiefly especially primarily".split())
_OTHER = {"left": "right", "right": "left"}
_SIDE_REACH = 4


def tells_most(terms: Terms, item: Modifier) -> bool:
    """Tell whether the clause of a side says that it is the worse, and names no other: "the left one worse"."""
    low = terms.reading.words.low
    first, last = item.first, item.last
    while first > max(0, item.first - _SIDE_REACH) and low[first - 1] not in SPLITS:
        first -= 1
    while last < min(len(low), item.last + _SIDE_REACH) and low[last] not in SPLITS:
        last += 1
    words = low[first:last]
    return not _MOST.isdisjoint(words) and _OTHER.get(item.value) not in words and "not" not in words


def is_greater(terms: Terms, item: Modifier) -> bool:
    """Tell whether a side is written as the greater one: the left of "L>R", of "R < L"."""
    low = terms.reading.words.low
    return low[item.last : item.last + 1] == [">"] or (item.first > 0 and low[item.first - 1] == "<")


def says_most(terms: Terms, side: str) -> bool:
    """A text says of a side that it is the worse: "the left being the worse one", "worse on the right"."""
    low = terms.reading.words.low
    for at, word in enumerate(low):
        if word not in _MOST:
            continue
        first, last = at, at + 1
        while first > max(0, at - _SIDE_REACH) and low[first - 1] not in SPLITS:
            first -= 1
        while last < min(len(low), at + 1 + _SIDE_REACH) and low[last] not in SPLITS:
            last += 1
        if side in low[first:last] and _OTHER[side] not in low[first:last] and "not" not in low[first:last]:
            return True
    return False
