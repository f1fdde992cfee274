"""What is more than what, of things that are no sides: "L LE weaker than L UE", "worse with vertical than horizontal".

Both texts are read for a word of comparison and the things before and behind it. A comparison was reversed if the
rewrite has the two things the other way round with the same word of more or less, or the same way round with the
opposite word.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from rewriter.fidelity.terms import Terms

_MORE = frozenset(
    "more greater worse longer higher stronger larger better faster bigger increased above exceeds >".split()
)
_LESS = frozenset("less fewer smaller shorter lower slower milder decreased below <".split())
_THAN = frozenset({"than", ">", "<"})
_ENDS = frozenset(".;\n!?,()") | {"and", "but", "while"}
_REACH = 8

Keys = frozenset[str]


class Comparison(NamedTuple):
    """The keys of what stands before and behind a word of comparison at words `first:last`, and the word."""

    one: Keys
    two: Keys
    word: str
    first: int
    last: int


def find_comparisons(terms: Terms) -> list[Comparison]:
    """Return the comparisons of a text, in order."""
    low = terms.reading.words.low
    found = []
    for at, word in enumerate(low):
        if word not in _THAN:
            continue
        first, last = at, at + 1
        while first > max(0, at - _REACH) and low[first - 1] not in _ENDS:
            first -= 1
        while last < min(len(low), at + 1 + _REACH) and low[last] not in _ENDS:
            last += 1
        told = word if word != "than" else _comparative(low[first:at])
        one, two = _things(terms, first, at), _things(terms, at + 1, last)
        if told and one and two:
            found.append(Comparison(one - two, two - one, told, first, last))
    return found


def _comparative(words: list[str]) -> str:
    """Return the last word that says which way: "worse", "weaker"."""
    return next((word for word in reversed(words) if word in _MORE or word in _LESS or word.endswith("er")), "")


def _things(terms: Terms, first: int, last: int) -> Keys:
    low = terms.reading.words.low
    inside = range(bisect_left(terms.place, first), bisect_left(terms.place, last))
    return frozenset(
        key
        for index in inside
        if (terms.claims[index] or terms.kind(index)) and not _comparative([low[terms.place[index]]])
        for key in terms.keys[index]
    )


def _way(one: str, other: str) -> int:
    """Return 1 where two words of comparison say the same way, -1 the opposite way, 0 where they cannot be held."""
    if one == other:
        return 1
    ways = [1 if word in _MORE else -1 if word in _LESS else 0 for word in (one, other)]
    return ways[0] * ways[1]


def find_reversed_comparisons(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each comparison of the rewrite that the note tells the other way."""
    given = find_comparisons(note)
    for told in find_comparisons(said) if given else ():
        ways = set()
        for other in given:
            way = _way(told.word, other.word)
            if told.one & other.one and told.two & other.two:
                ways.add(way)
            elif told.one & other.two and told.two & other.one:
                ways.add(-way)
        if ways == {-1}:
            yield told.first, told.last
