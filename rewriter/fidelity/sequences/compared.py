"""What is more than what, of things that are no sides: "L LE weaker than L UE", "worse with vertical than horizontal".

Both texts are read for a word of comparison and the things before and behind it. A comparison was reversed if the
rewrite has the two things the other way round with the same word of more or less, or the same way round with the
opposite word. What is to be so and not otherwise ("push from the mat, not the walker"), and what is to be more beside
what is to be less ("less hip, more ankle") are comparisons too.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.related.pairs import LESS, MORE
from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.opposites import WAYS
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS

_LESS = LESS | {"slower", "decreased", "below", "easier"}
_THAN = frozenset({"than", ">", "<"})
_ENDS = FULL_STOPS | {",", "(", ")", "and", "but", "while"}
_REACH = 8
_RATHER = frozenset({("rather", "than"), ("instead", "of"), ("and", "not")})
_OPENING_RATHER = frozenset({"not", *(pair[0] for pair in _RATHER)})
_JOINS = frozenset({",", "and", "but"})
_AMOUNTS = frozenset({"more", "less", "fewer"})
# Behind these begins what more or less of something is for, or where: "ankle more for balance".
_ENDS_OF_AMOUNT = _ENDS - {","} | {"for", "to", "in", "on", "at", "with", "when", "during", "so", ":"}

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
    found = [*_find_preferred(terms), *_find_balanced(terms)]
    for at, word in enumerate(low):
        if word not in _THAN or low[at - 1] == "rather":
            continue
        first, last = around(low, at, at + 1, _ENDS, _REACH)
        told = word if word != "than" else _comparative(low[first:at])
        one, two = _things(terms, first, at), _things(terms, at + 1, last)
        if told and one and two:
            place = at if told == word else max(spot for spot in range(first, at) if low[spot] == told)
            found.append(Comparison(one - two, two - one, told, first, last, place))
    return found


def _find_preferred(terms: Terms) -> Iterator[Comparison]:
    """Yield what is to be so and what is not, beside each other: "from the mat, not the walker", "mat rather than"."""
    low = terms.reading.words.low
    for at in terms.reading.at_any(_OPENING_RATHER):
        size = 1 if low[at] == "not" else 2 if tuple(low[at : at + 2]) in _RATHER else 0
        if not size:
            continue
        first, last = around(low, at - (low[at - 1] in _JOINS), at + size, _ENDS, _REACH)
        one, two = _claims(terms, first, at), _claims(terms, at + size, last)
        if one - two and two - one:
            yield Comparison(one - two, two - one, "rather", first, last, at)


def _find_balanced(terms: Terms) -> Iterator[Comparison]:
    """Yield what is to be more and what less, with no "than": "hip less, ankle more", "more trunk, less arm"."""
    low = terms.reading.words.low
    words = [at for at, word in enumerate(low) if word in _AMOUNTS and "than" not in low[at : at + _REACH]]
    for at, other in pairwise(words):
        if {low[at] in LESS, low[other] in LESS} != {True, False} or terms.sentence_at(at) != terms.sentence_at(other):
            continue
        first, last = around(low, at, other + 1, _ENDS_OF_AMOUNT, _REACH)
        behind = _claims(terms, other + 1, last)  # "more trunk, less arm"
        one = _claims(terms, at + 1, other) if behind else _claims(terms, first, at)
        two = behind or _claims(terms, at + 1, other)
        if low[at] in LESS:
            one, two = two, one
        if other - at <= _REACH and one - two and two - one:
            yield Comparison(one - two, two - one, "more", at if behind else first, last if behind else other + 1, at)


def _claims(terms: Terms, first: int, last: int) -> Keys:
    return frozenset(key for index in terms.claiming(first, last) for key in terms.keys[index])


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
