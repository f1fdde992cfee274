"""Words traded between two parts: "reciprocal up, step-to down" told as "up step-to and down reciprocally".

`exchanged` and `crossed` know what a value is. Here nothing is known of the words but where they stand: two parts of
the note that tell two things each, and two parts of the rewrite that each tell one thing of either. In each of these
one thing comes first in its own part of the note and the other last: "up and down, reciprocal and step-to" only lists.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import SIDE, Keys, Modifier
from rewriter.fidelity.texts.opposites import WAYS
from rewriter.fidelity.texts.terms import SPLITS, Terms

_PARTING = (SPLITS - {":"}) | frozenset("and then while whereas but next versus vs plus + & / though although".split())
# Of the ways that a thing may be, these are links too, and stand everywhere.
_LINKS = frozenset("with w/ using without w/out w/o on off after before".split())
_NEAR = 4  # parts
_MOST = 150  # parts: beyond that nobody can tell which is meant


class Thing(NamedTuple):
    """What is told at words `first:last`, by its keys, in the part of this number."""

    first: int
    last: int
    keys: Keys
    part: int


class Meant(NamedTuple):
    """A thing of the rewrite, where the note's part has it, all parts that have it, and those that have most of it."""

    thing: Thing
    place: int
    parts: frozenset[int]
    homes: frozenset[int]


# What a part of the rewrite tells of a part of the note.
_Told = Mapping[int, Sequence[Meant]]


def find_traded(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of two parts of the rewrite that have each other's things."""
    here, there = list(_things(said, stated)), list(_things(note, asked))
    if not here or not there or max(here[-1].part, there[-1].part) > _MOST:
        return
    told = _told(here, there)
    for one, two in combinations(sorted(told), 2):
        if two - one > _NEAR:
            continue
        both = sorted(told[one].keys() & told[two].keys())
        for home, other in combinations(both, 2):
            if other - home <= _NEAR and (things := _traded(told[one], told[two], home, other)):
                yield min(thing.first for thing in things), max(thing.last for thing in things)


def _things(terms: Terms, modifiers: Sequence[Modifier]) -> Iterator[Thing]:
    """Yield the claims, the figures, amounts, cues and persons, and the words for a way, of each part in order."""
    low = terms.reading.words.low
    values: dict[int, list[Modifier]] = defaultdict(list)
    for item in modifiers:
        if item.kind != SIDE:  # sides have nets of their own
            values[item.first].append(item)
    for number, (first, last) in enumerate(_parts(low)):
        found = [
            Thing(terms.place[index], terms.place[index] + 1, frozenset(terms.keys[index]), number)
            for index in terms.claiming(first, last)
            if terms.place[index] not in values
        ]
        for at in range(first, last):
            if items := values.get(at):
                keys = frozenset(f"{item.family}:{item.value}" for item in items)
                found.append(Thing(at, max(item.last for item in items), keys, number))
            if low[at] in WAYS and low[at] not in _LINKS:
                found.append(Thing(at, at + 1, frozenset(WAYS[low[at]][:1]), number))
        yield from sorted(found, key=lambda thing: thing.first)


def _parts(low: Sequence[str]) -> Iterator[Words]:
    """Yield the parts of a text; "while" before a deed parts nothing: "cues while walking"."""
    first = 0
    for at, word in enumerate(low):
        if word in _PARTING and not (word == "while" and "".join(low[at + 1 : at + 2]).endswith("ing")):
            yield first, at
            first = at + 1
    yield first, len(low)


def _told(here: Iterable[Thing], there: Iterable[Thing]) -> dict[int, dict[int, list[Meant]]]:
    """Return for each part of the rewrite the parts of the note that it tells of, and the things that it tells."""
    having: dict[str, list[Thing]] = defaultdict(list)
    for thing in there:
        for key in thing.keys:
            having[key].append(thing)
    told: dict[int, dict[int, list[Meant]]] = defaultdict(lambda: defaultdict(list))
    for thing in here:
        shared: dict[Thing, int] = defaultdict(int)
        for key in thing.keys:
            for other in having.get(key, ()):
                shared[other] += 1
        most = max(shared.values(), default=0)
        parts = frozenset(other.part for other in shared)
        homes = frozenset(other.part for other, count in shared.items() if count == most)
        for part in homes:
            place = min(other.first for other, count in shared.items() if count == most and other.part == part)
            told[thing.part][part].append(Meant(thing, place, parts, homes))
    return told


def _traded(one: _Told, two: _Told, home: int, other: int) -> list[Thing]:
    """Return what the two parts of the rewrite tell of these two parts of the note, if they have traded something."""
    mine, yours = _apart(one[home], two[home], other)
    theirs, ours = _apart(one[other], two[other], home)
    if not (mine and yours and theirs and ours):
        return []
    order, across = _order(mine, yours), _order(theirs, ours)
    if not order or order != -across:
        return []
    if _stand_together(mine, theirs) or _stand_together(yours, ours):
        return []
    if not _values(theirs).isdisjoint(_values(yours)) or not _values(mine).isdisjoint(_values(ours)):
        return []  # the same was told of both
    return [meant.thing for meant in (*mine, *theirs, *yours, *ours)]


def _apart(one: Sequence[Meant], two: Sequence[Meant], other: int) -> tuple[list[Meant], list[Meant]]:
    """Return what each of two parts tells of a part of the note, and neither the other part of the note nor both."""
    twice = {meant.place for meant in one} & {meant.place for meant in two}
    first, second = ([x for x in part if other not in x.homes and x.place not in twice] for part in (one, two))
    return first, second


def _order(one: Sequence[Meant], two: Sequence[Meant]) -> int:
    """Return 1 if the note has all of the one before all of the other, -1 if behind, else 0."""
    if max(meant.place for meant in one) < min(meant.place for meant in two):
        return 1
    return -1 if max(meant.place for meant in two) < min(meant.place for meant in one) else 0


def _stand_together(one: Sequence[Meant], two: Sequence[Meant]) -> bool:
    """Some part of the note tells things of both."""
    return any(not mine.parts.isdisjoint(other.parts) for mine in one for other in two)


def _values(told: Iterable[Meant]) -> set[str]:
    """Return the keys of what is told, figures without their family: "three occasions", "three times"."""
    return {key.rpartition(":")[2] for meant in told for key in meant.thing.keys}
