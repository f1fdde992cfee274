"""Where a stretch of words begins and ends: at the marks or words that part it, or so many words away."""

from collections.abc import Iterator, Sequence, Set

from rewriter.reading import Reading

Words = tuple[int, int]


def begin_of(low: Sequence[str], first: int, parting: Set[str], least: int = 0) -> int:
    """Return where the words before word `first` begin that nothing parts from it, at or behind `least`."""
    while first > least and low[first - 1] not in parting:
        first -= 1
    return first


def end_of(low: Sequence[str], last: int, parting: Set[str], most: int | None = None) -> int:
    """Return where the words from word `last` on end that nothing parts from it, at or before `most`."""
    end = len(low) if most is None else min(len(low), most)
    while last < end and low[last] not in parting:
        last += 1
    return last


def around(low: Sequence[str], first: int, last: int, parting: Set[str], reach: int | None = None) -> Words:
    """Return the words around the words `first:last` that nothing parts from them, at most `reach` on either side.

    >>> around("he sat , then stood up .".split(), 4, 5, {",", "."}), around("he sat down".split(), 1, 2, {"."}, 0)
    ((3, 6), (1, 2))
    """
    if reach is None:
        return begin_of(low, first, parting), end_of(low, last, parting)
    return begin_of(low, first, parting, max(0, first - reach)), end_of(low, last, parting, last + reach)


def parted(reading: Reading, parting: Set[str]) -> Iterator[Words]:
    """Yield the words (first, last) of a text between what parts them."""
    first = 0
    for at in reading.at_any(parting):
        yield first, at
        first = at + 1
    yield first, len(reading.words.low)


def stretches(low: Sequence[str], parting: Set[str]) -> Iterator[Words]:
    """Yield the words (first, last) between what parts them."""
    first = 0
    for at, word in enumerate(low):
        if word in parting:
            yield first, at
            first = at + 1
    yield first, len(low)
