"""Told with another thing: a cue, an amount, a device or a finding that left the statement it stands in.

A statement is what stands between two full marks. The words that only one statement of the note has are its own. What
the rewrite tells among own words of another statement, and without any of the statement that the note has it in, has
strayed; but only where the rewrite tells that statement too, elsewhere and without it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.modifiers import CUE, LEVEL, SIDE, Modifier
from rewriter.fidelity.shelf import Shelf
from rewriter.fidelity.terms import Terms

_ENDS = frozenset(".;\n!?\u2022")
_JOINTS = frozenset({",", "and", "then", "while", "whereas", "(", ")", "+", "with", "w/", "w", "&", ":", "during", "when"})
_POINTING = frozenset(
    "it this that these those both all each which same throughout they them session activities exercises tasks "
    "treatment work overall every during".split()
)
_DEEDS = frozenset({"activity", "task", "function"})
_NAMED = frozenset({"device", "equipment", "cue"})
_NO_THINGS = frozenset({"person", "cue", "treatment", "verb", "link", "better", "worse", "same"})
_LOADS = "load"
_FEWEST = 2
_MOST = 120  # statements: beyond that nobody can tell which is meant

Words = tuple[int, int]


class Strayed(NamedTuple):
    """Words `first:last` of the rewrite, what they are (a kind), and the words of the note they are told in (`meant`)."""

    first: int
    last: int
    kind: str
    meant: Words


class _Text(NamedTuple):
    """A text in statements: where each begins, and for each key the statements that have it."""

    terms: Terms
    firsts: list[int]
    having: dict[str, set[int]]

    def at(self, word: int) -> int:
        return bisect_right(self.firsts, word) - 1

    def words(self, number: int) -> Words:
        end = self.firsts[number + 1] if number + 1 < len(self.firsts) else len(self.terms.reading.words.low)
        return self.firsts[number], end

    def told(self, number: int, without: Words) -> list[int]:
        """Return the terms of a statement that name something, without those of the words given."""
        first, last = self.words(number)
        terms = self.terms
        inside = range(bisect_left(terms.place, first), bisect_left(terms.place, last))
        return [
            at
            for at in inside
            if terms.claims[at]
            and terms.kind(at) not in _NO_THINGS
            and not without[0] <= terms.place[at] < without[1]
        ]


def find_strayed(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> Iterator[Strayed]:
    """Yield what the rewrite (`said`, its modifiers `stated`) tells with another statement than the note does."""
    here, there = _text(said), _text(note)
    if not 1 < len(there.firsts) < _MOST or len(here.firsts) > _MOST:
        return
    for item in stated.items:
        if item.kind in (CUE, LEVEL) or item.family.startswith(_LOADS):
            same = asked.same(item)
            closer = [one for one in same if not one.head.isdisjoint(item.head)]
            meant = [_phrase(note, one.first, one.last) for one in closer or same]
            strayed = _strayed(here, there, _phrase(said, item.first, item.last), meant)
            if strayed is not None:
                yield Strayed(item.first, item.last, item.kind, strayed)
    for number, (sense, first, last) in enumerate(said.reading.mentions):
        if sense.kind not in _NAMED or any(one.first <= first < one.last for one in stated.items):
            continue
        own = [at for at in range(bisect_left(said.place, first), bisect_left(said.place, last)) if said.claims[at]]
        if not own or said.mention[own[0]] != number:
            continue
        places = set.intersection(*(note.partners(said.keys[at]) for at in own))
        meant = [_whole(note, index) for index in sorted(places)]
        strayed = _strayed(here, there, (first, last), meant)
        if strayed is not None:
            yield Strayed(first, last, sense.kind, strayed)


def _text(terms: Terms) -> _Text:
    low = terms.reading.words.low
    firsts = [0, *(at + 1 for at, word in enumerate(low) if word in _ENDS)]
    having: dict[str, set[int]] = defaultdict(set)
    for keys, place, claims in zip(terms.keys, terms.place, terms.claims, strict=True):
        if claims:
            number = bisect_right(firsts, place) - 1
            for key in keys:
                having[key].add(number)
    return _Text(terms, firsts, having)


def _whole(terms: Terms, index: int) -> Words:
    mention, place = terms.mention[index], terms.place[index]
    return terms.reading.mentions[mention][1:3] if mention >= 0 else (place, place + 1)


def _phrase(terms: Terms, first: int, last: int) -> Words:
    """Return a cue or an amount with what it was given at or for: "TC low trap"; a deed is no part of it."""
    low = terms.reading.words.low
    deeds = {place for index, place in enumerate(terms.place) if terms.kind(index) in _DEEDS}
    while last < len(low) and low[last] not in _ENDS and low[last] not in _JOINTS and last not in deeds:
        last += 1
    while first and low[first - 1] not in _ENDS and low[first - 1] not in _JOINTS and first - 1 not in deeds:
        first -= 1
    return first, last


def _strayed(here: _Text, there: _Text, words: Words, meant: Sequence[Words]) -> Words | None:
    """Return the first of the words of the note that are `meant`, if the rewrite tells them in another statement."""
    number = here.at(words[0])
    begin, end = here.words(number)
    if not meant or not _POINTING.isdisjoint(here.terms.reading.words.low[begin:end]):
        return None
    homes = {there.at(first) for first, _ in meant}
    around = [at for place in meant for at in there.told(there.at(place[0]), place)]
    own = [at for at in around if _own(there, there.terms.keys[at], homes)]
    if not own:
        return None
    told = here.told(number, words)
    others: dict[int, list[int]] = defaultdict(list)
    for at in told:
        found = _statements(there, here.terms.keys[at])
        if found & homes:
            return None
        if len(found) == 1:
            others[next(iter(found))].append(at)
    best = max(others.values(), key=len, default=[])
    if len(best) < _FEWEST and not any(here.terms.kind(at) in _DEEDS for at in best):
        return None
    if not any(_elsewhere(here, there.terms.keys[at], number, meant, there) for at in own):
        return None
    return meant[0]


def _own(text: _Text, keys: Iterable[str], homes: set[int]) -> bool:
    return homes.issuperset(_statements(text, keys))


def _statements(text: _Text, keys: Iterable[str]) -> set[int]:
    return {number for key in keys for number in text.having.get(key, ())}


def _elsewhere(here: _Text, keys: Iterable[str], number: int, meant: Sequence[Words], there: _Text) -> bool:
    """The rewrite tells a word in another statement, one that has nothing of what is meant."""
    found = _statements(here, keys)
    return bool(found) and number not in found
