"""Two like things that changed places in a sentence: "25# x8, 35# x6" told as "25 pounds for six and 35 for eight".

Each of two doses, amounts, sides, colours or persons has words of its own in the note: those of its cell that belong
to it and not to the other. However a rewrite orders them, each keeps its own words beside it. Where words of the one
are nearest to the other and the reverse, and nowhere to their own, the two changed places. Of two persons, or colours,
the words of one are enough, for the other may have none left ("then the patient did so").
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

from rewriter.fidelity.sequences.belonging import COLOUR, PEOPLE, STANDBY, Belonging, are_like, find_belonging
from rewriter.fidelity.sequences.cells import Thing, are_alike
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import FIGURE, SIDE, Keys, Modifier
from rewriter.fidelity.texts.terms import Terms

_NO_VALUES = frozenset({"", "deed", "part"})
_ALONE = PEOPLE | {COLOUR}
_MOST = 300  # things: beyond that nobody can tell which is meant

Things = frozenset[Thing]


class Anchor(NamedTuple):
    """A thing of the rewrite, and the things of the note that it tells and that belong to the value asked for."""

    thing: Thing
    meant: tuple[Thing, ...]


class _Pair:
    """The two texts, and what tells what: `meant` the things of the note for one of the rewrite, `told` the reverse."""

    def __init__(self, here: Belonging, there: Belonging) -> None:
        self.here, self.there = here, there
        by_key: dict[str, list[int]] = defaultdict(list)
        for number, thing in enumerate(there.things):
            for key in thing.keys:
                by_key[key].append(number)
        likest: dict[tuple[Keys, str, str], Things] = {}
        self.meant: dict[Thing, Things] = {}
        for thing in here.things:
            word = thing.keys, thing.own, thing.alike
            if word not in likest:
                likest[word] = _likest(thing, there.things, by_key)
            self.meant[thing] = likest[word]
        self.told: dict[Thing, set[Thing]] = defaultdict(set)
        for thing, others in self.meant.items():
            for other in others:
                self.told[other].add(thing)
        # in a row of equal figures each may be meant by each, and all of this is asked again for every pair
        self.like, self.telling = cache(self._like), cache(self._telling)
        self.around, self.anchors = cache(self._around), cache(self._anchors)
        self.belongs, self.belongs_there = cache(self._belongs), cache(self._belongs_there)

    def _like(self, alike: str) -> tuple[Things, Things]:
        """Return the things of either text that the note has as of one class."""
        there = frozenset([one for one in self.there.things if are_like(one.alike, alike)])
        return self.telling(there), there

    def _belongs(self, thing: Thing, alike: str) -> Thing | None:
        """Return the thing of a class that a thing of the rewrite belongs to."""
        return self.here.nearest(thing, self.like(alike)[0])

    def _belongs_there(self, thing: Thing, alike: str) -> Thing | None:
        """Return the thing of a class that a thing of the note belongs to."""
        return self.there.nearest(thing, self.like(alike)[1])

    def _telling(self, others: Things) -> Things:
        """Return the things of the rewrite that tell any of these."""
        return frozenset().union(*(self.told[other] for other in others))

    def _around(self, value: Thing, alike: str) -> list[Thing]:
        """Return what the rewrite tells of one of its values of a class, and the note somewhere."""
        like, _ = self.like(alike)
        return [
            thing
            for thing in self.here.sentence_of(value)
            if thing.claims and self.meant[thing] and thing not in like and self.belongs(thing, alike) == value
        ]

    def _anchors(self, beside: Thing, other: Thing, meant: Thing) -> list[Anchor]:
        """Return what the rewrite tells of `beside`, and the note of `meant`, which `other` tells, alone."""
        rivals, own = self.meant[beside], self.telling(self.meant[other])
        found = []
        for thing in self.around(beside, meant.alike):
            homes = self.meant[thing]
            held = [(home, self.belongs_there(home, meant.alike)) for home in homes]
            mine = tuple(home for home, value in held if value == meant and home.cell == meant.cell)
            if not mine or any(value in rivals for _, value in held):
                continue
            if not any(self.belongs(one, meant.alike) in own for one in self.telling(homes)):
                found.append(Anchor(thing, mine))
        return found


def find_transposed(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite (`said`) in which two like things of the note changed places."""
    here, there = find_belonging(said, stated), find_belonging(note, asked)
    if max(len(here.things), len(there.things)) > _MOST:
        return
    pair = _Pair(here, there)
    values = [one for one in here.things if one.claims and one.alike not in _NO_VALUES and pair.meant[one]]
    for one, two in here.within_sentences(values):
        if not pair.meant[one].isdisjoint(pair.meant[two]):
            continue
        if not pair.telling(pair.meant[one]).isdisjoint(pair.telling(pair.meant[two])):
            continue
        for mine, yours in product(pair.meant[one], pair.meant[two]):
            if _may_change(pair, one, two, mine, yours) and (words := _transposed(pair, one, two, mine, yours)):
                yield words
                break
    yield from _qualities(pair)


def _likest(thing: Thing, things: Sequence[Thing], by_key: Mapping[str, Sequence[int]]) -> Things:
    """Return the things of the note that a thing of the rewrite tells: those that share most, or its very word."""
    shared: dict[int, int] = {}
    for key in thing.keys:
        for number in by_key.get(key, ()):
            shared[number] = shared.get(number, 0) + 1
    if thing.alike.startswith(FIGURE):
        likeness = {
            other: count / len(thing.keys | other.keys) + (other.alike == thing.alike)
            for other, count in ((things[number], count) for number, count in shared.items())
            if are_alike(thing.alike, other.alike)
        }
        most = max(likeness.values(), default=0)
        return frozenset(other for other, value in likeness.items() if value == most)
    best = max(shared.values(), default=0)
    own = frozenset(by_key.get(thing.own, ()))
    return frozenset([things[number] for number, count in shared.items() if count == best or number in own])


def _may_change(pair: _Pair, one: Thing, two: Thing, mine: Thing, yours: Thing) -> bool:
    """The note tells of two like things in one sentence; two sides, or persons, each in a part of it."""
    if not pair.there.together(mine, yours):
        return False
    if mine.alike != yours.alike and not {mine.alike, yours.alike} <= PEOPLE:
        return False
    if mine.alike == SIDE and mine.cell == yours.cell:
        return False
    return all(map(pair.here.may_change, (one, two))) and all(map(pair.there.may_change, (mine, yours)))


def _transposed(pair: _Pair, one: Thing, two: Thing, mine: Thing, yours: Thing) -> Words | None:
    """Return the words in which two things that the note tells as `mine` and `yours` changed places."""
    firsts = pair.anchors(two, one, mine)
    if not firsts and mine.alike not in _ALONE:
        return None
    seconds = pair.anchors(one, two, yours)
    for first, second in product(firsts, seconds):
        if not pair.meant[first.thing].isdisjoint(pair.meant[second.thing]):
            continue
        for left, right in product(first.meant, second.meant):
            follows = (first.thing.first < second.thing.first) == (left.first < right.first)
            turned = follows != ((one.first < two.first) == (mine.first < yours.first))
            if turned and _by_turns(one, two, first.thing, second.thing) and _by_turns(mine, yours, left, right):
                return _span(one, two, first.thing, second.thing)
    if mine.alike not in _ALONE or bool(firsts) == bool(seconds) or mine.cell == yours.cell or one.cell == two.cell:
        return None
    anchors, value = (firsts, two) if firsts else (seconds, one)
    beside = [anchor.thing for anchor in anchors if anchor.thing.cell == value.cell]
    if len({thing.first for thing in beside}) > 1 or any(STANDBY in thing.keys for thing in beside):
        return _span(one, two, *beside)
    return None


def _by_turns(one: Thing, two: Thing, first: Thing, second: Thing) -> bool:
    """Each stands in a part of its own, or the two things and their words stand by turns."""
    order = [is_value for _, is_value in sorted([(one.first, 1), (two.first, 1), (first.first, 0), (second.first, 0)])]
    return one.cell != two.cell or order in ([0, 1, 0, 1], [1, 0, 1, 0])


def _qualities(pair: _Pair) -> Iterator[Words]:
    """Yield where two words right before two others changed places: "white plate on dark mat"."""
    told, given = _led(pair.here), _led(pair.there)
    meant = {one: home for one in told if len(homes := pair.meant[one]) == 1 for home in homes if home in given}
    for one, two in pair.here.within_sentences(list(meant)):
        mine, yours, first, second = meant[one], meant[two], told[one], told[two]
        crossed = given[mine] in pair.meant[second] and given[yours] in pair.meant[first]
        apart = pair.meant[first].isdisjoint(pair.meant[second]) and pair.there.together(mine, yours)
        if crossed and apart and mine != yours:
            yield _span(one, two, first, second)


def _led(text: Belonging) -> dict[Thing, Thing]:
    """Return the words that say of what right behind them how it is, each with that."""
    return {
        one: two
        for one, two in pairwise(text.things)
        if one.last == two.first and one.alike in ("", COLOUR) and one.last - one.first == 1
        if one.claims and two.claims
    }


def _span(*things: Thing) -> Words:
    return min(thing.first for thing in things), max(thing.last for thing in things)
