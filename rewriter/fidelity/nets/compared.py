"""What is more than what, of things that are no sides: "L LE weaker than L UE", "worse with vertical than horizontal".

Both texts are read for a word of comparison and the things before and behind it. A comparison was reversed if the
rewrite has the two things the other way round with the same word of more or less, or the same way round with the
opposite word.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rewriter.fidelity.nets.pairs import LESS, MORE
from rewriter.fidelity.texts.bounds import FULL_STOPS, around
from rewriter.fidelity.texts.opposites import WAYS
from rewriter.fidelity.texts.terms import Terms

_LESS = LESS | {"slower", "decreased", "below", "easier"}
_THAN = frozenset({"than", ">", "<"})
_ENDS = FULL_STOPS | {",", "(", ")", "and", "but", "while"}
_REACH = 8

Keys = frozenset[str]


class Comparison(NamedTuple):
    """The keys of what stands on both sides of a word of comparison at words `first:last`; the word, at `place`."""

    one: Keys
    two: Keys
    word: str
    first: int
    last: int
    place: int


def find_comparisons(terms: Terms) -> list[Comparison]:
    """Return the comparisons of a text, in order."""
    low = terms.reading.words.low
    found = []
    for at, word in enumerate(low):
        if word not in _THAN:
            continue
        first, last = around(low, at, at + 1, _ENDS, _REACH)
        told = word if word != "than" else _comparative(low[first:at])
        one, two = _things(terms, first, at), _things(terms, at + 1, last)
        if told and one and two:
            place = at if told == word else max(spot for spot in range(first, at) if low[spot] == told)
            found.append(Comparison(one - two, two - one, told, first, last, place))
    return found


def _comparative(words: list[str]) -> str:
    """Return the last word that says which way: "worse", "weaker"."""
    return next((word for word in reversed(words) if word in MORE or word in _LESS or word.endswith("er")), "")


def _things(terms: Terms, first: int, last: int) -> Keys:
    """Return the keys of what is named at words `first:last`, and whether it is told as had or lacked, up or down."""
    low = terms.reading.words.low
    ways = frozenset(f"way:{WAYS[word][0]}" for word in low[first:last] if word in WAYS)
    return ways | frozenset(
        key
        for index in terms.inside(first, last)
        if (terms.claims[index] or terms.kind(index)) and not _comparative([low[terms.place[index]]])
        for key in terms.keys[index]
    )


def _way(one: str, other: str) -> int:
    """Return 1 where two words of comparison say the same way, -1 the opposite way, 0 where they cannot be held."""
    if one == other:
        return 1
    ways = [1 if word in MORE else -1 if word in _LESS else 0 for word in (one, other)]
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


def find_turned_comparisons(said: Terms, note: Terms) -> tuple[set[int], set[int]]:
    """Return the words of more or less of both texts where the same is told from the other end.

    Thus: "more festination without the metronome than with it" for "less with the metronome than without".
    """
    told: set[int] = set()
    meant: set[int] = set()
    given = find_comparisons(note)
    for one in find_comparisons(said) if given else ():
        for other in given:
            if _way(one.word, other.word) < 0 and one.one & other.two and one.two & other.one:
                told.add(one.place)
                meant.add(other.place)
    return told, meant
