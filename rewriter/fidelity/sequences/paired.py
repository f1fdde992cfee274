"""Told of something else: the same things on both sides, paired otherwise.

Two cells of the note tell two things each; the rewrite has crossed them if each of two of its cells tells one thing of
either. It has only listed them in another way ("up and down, reciprocal and step-to") unless what crossed is alike, two
figures, two amounts, two persons, two ways; or what comes first in the one cell of the note comes last in the other.
What stands in both cells, or again elsewhere, tells nothing; where no thing is left, nothing is found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from rewriter.fidelity.sequences.cells import Thing, are_alike, find_things
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import Keys, Modifier
from rewriter.fidelity.texts.terms import Terms

_NEAR = 4  # cells
_MOST = 150  # cells: beyond that nobody can tell which is meant


class Meant(NamedTuple):
    """A thing of the rewrite, where the note's cell has it, all cells that have it, and those that have most of it.

    `homes` are also those that have its very word.
    """

    thing: Thing
    place: int
    cells: frozenset[int]
    homes: frozenset[int]


# What a cell of the rewrite tells of a cell of the note.
_Told = Mapping[int, Sequence[Meant]]


def find_mispaired(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of two cells of the rewrite (`said`) that have each other's things."""
    here, there = find_things(said, stated), find_things(note, asked)
    if not here or not there or max(here[-1].cell, there[-1].cell) > _MOST:
        return
    told = _told(here, there)
    order = sorted(told)
    for one, two in ((one, two) for at, one in enumerate(order, 1) for two in order[at : at + _NEAR]):
        if two - one > _NEAR:
            continue
        both = sorted(told[one].keys() & told[two].keys())
        for home, other in combinations(both, 2):
            if other - home <= _NEAR and (things := _crossed(told[one], told[two], home, other)):
                yield min(thing.first for thing in things), max(thing.last for thing in things)


def _told(here: Iterable[Thing], there: Sequence[Thing]) -> dict[int, dict[int, list[Meant]]]:
    """Return for each cell of the rewrite the cells of the note that it tells of, and the things that it tells."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, thing in enumerate(there):
        for key in thing.keys:
            having[key].append(number)
    told: dict[int, dict[int, list[Meant]]] = defaultdict(lambda: defaultdict(list))
    alike: dict[tuple[Keys, str], tuple[Mapping[int, int], frozenset[int], frozenset[int]]] = {}
    for thing in here:
        word = thing.keys, thing.own
        if word not in alike:
            alike[word] = _find_homes(thing, there, having)
        places, cells, homes = alike[word]
        for cell in homes:
            told[thing.cell][cell].append(Meant(thing, places[cell], cells, homes))
    return {cell: _likest(homes) for cell, homes in told.items()}


def _find_homes(
    thing: Thing, there: Sequence[Thing], having: Mapping[str, Sequence[int]]
) -> tuple[Mapping[int, int], frozenset[int], frozenset[int]]:
    """Return the cells of the note that tell a thing, each with where; these cells; and those that tell most of it."""
    shared: dict[int, int] = {}
    for key in thing.keys:
        for number in having.get(key, ()):
            shared[number] = shared.get(number, 0) + 1
    if not shared:
        return {}, frozenset(), frozenset()
    most = max(shared.values())
    places = {there[number].cell: there[number].first for number in sorted(shared, reverse=True)}
    likest = [number for number, count in shared.items() if count == most or thing.own in there[number].keys]
    return places, frozenset(places), frozenset([there[number].cell for number in likest])


def _likest(told: _Told) -> dict[int, list[Meant]]:
    """Keep of what several cells of the note have what is told of the one that most is told of."""
    sizes = {cell: len(things) for cell, things in told.items()}
    return {
        cell: [
            meant
            for meant in things
            if len(meant.homes) == 1 or max([sizes[home] for home in meant.homes]) <= sizes[cell]
        ]
        for cell, things in told.items()
    }


def _crossed(one: _Told, two: _Told, home: int, other: int) -> list[Thing]:
    """Return what the two cells of the rewrite tell of these two cells of the note, if things have crossed."""
    mine, yours = _apart(one[home], two[home], other)
    theirs, ours = _apart(one[other], two[other], home)
    if not (mine and yours and theirs and ours):
        return []
    if _stand_together(mine, theirs) or _stand_together(yours, ours):
        return []
    if not _values(theirs).isdisjoint(_values(yours)) or not _values(mine).isdisjoint(_values(ours)):
        return []  # the same was told of both
    crossed = _alike(mine, ours) | _alike(yours, theirs)
    listed = (_classes(mine) & _classes(theirs)) | (_classes(yours) & _classes(ours))
    if listed - crossed or not (crossed or _changes_ends(mine, yours, theirs, ours)):
        return []
    return [meant.thing for meant in (*mine, *theirs, *yours, *ours)]


def _apart(one: Sequence[Meant], two: Sequence[Meant], other: int) -> tuple[list[Meant], list[Meant]]:
    """Return what each of two cells tells of a cell of the note, and neither the other cell of the note nor both."""
    twice = {meant.place for meant in one} & {meant.place for meant in two}
    first, second = ([x for x in cell if other not in x.homes and x.place not in twice] for cell in (one, two))
    return first, second


def _changes_ends(*groups: Sequence[Meant]) -> bool:
    """What comes first in the one cell of the note comes last in the other; and all of it claims something."""
    mine, yours, theirs, ours = ([meant for meant in group if meant.thing.claims] for group in groups)
    if not (mine and yours and theirs and ours):
        return False
    order = _order(mine, yours)
    return order != 0 and order == -_order(theirs, ours)


def _alike(one: Sequence[Meant], two: Sequence[Meant]) -> set[str]:
    """Return the classes of what is alike in both."""
    pairs = [(mine.thing.alike, yours.thing.alike) for mine, yours in product(one, two)]
    return {alike for pair in pairs if are_alike(*pair) for alike in pair}


def _classes(told: Iterable[Meant]) -> set[str]:
    return {meant.thing.alike for meant in told} - {""}


def _order(one: Sequence[Meant], two: Sequence[Meant]) -> int:
    """Return 1 if the note has all of the one before all of the other, -1 if behind, else 0."""
    if max(meant.place for meant in one) < min(meant.place for meant in two):
        return 1
    return -1 if max(meant.place for meant in two) < min(meant.place for meant in one) else 0


def _stand_together(one: Sequence[Meant], two: Sequence[Meant]) -> bool:
    """Some cell of the note tells things of both."""
    return any(not mine.cells.isdisjoint(other.cells) for mine in one for other in two)


def _values(told: Iterable[Meant]) -> set[str]:
    """Return the keys of what is told, figures without their family: "three occasions", "three times"."""
    return {key.rpartition(":")[2] for meant in told for key in meant.thing.keys}
