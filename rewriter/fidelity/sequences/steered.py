"""One of two ways told for the other: "pain w/ backward" told as "pain with the forward direction".

Both ways stand in the note, each with its own. A cell of the rewrite with one of them is held against the cell of the
note that tells most of the same; that must have a way of its own, and this one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from rewriter.fidelity.sequences.cells import Thing, find_things
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import Terms

# Ways to go; of other opposites both are told of many things: "lower body dressing with the upper hand".
_NAMES = frozenset(
    "up/down forward/backward internal/external proximal/distal medial/lateral anterior/posterior ulnar/radial".split()
)
_FEWEST = 2


def find_missteered(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that tell the other way than the note."""
    given = find_things(note, asked)
    ways = {thing.own for thing in given if thing.alike in _NAMES}
    if not ways:
        return
    here, there = _by_cell(find_things(said, stated)), _by_cell(given)
    having: dict[str, set[int]] = defaultdict(set)
    for thing in given:
        for key in thing.keys:
            having[key].add(thing.cell)
    for things in here.values():
        for way in things:
            if way.alike not in _NAMES or way.own not in ways:
                continue
            if _ways(things, way.alike) != {way.own}:
                continue
            likest = _likest([thing for thing in things if thing.claims and thing.alike not in _NAMES], having)
            if likest is None:
                continue
            meant = _ways(there[likest], way.alike)
            if len(meant) == 1 and way.own not in meant:
                yield way.first, way.last


def _by_cell(things: Sequence[Thing]) -> dict[int, list[Thing]]:
    found: dict[int, list[Thing]] = defaultdict(list)
    for thing in things:
        found[thing.cell].append(thing)
    return found


def _ways(things: Sequence[Thing], both: str) -> set[str]:
    return {thing.own for thing in things if thing.alike == both}


def _likest(things: Sequence[Thing], having: Mapping[str, Set[int]]) -> int | None:
    """Return the one cell of the note that tells most of some things, if that is most of them.

    `having` are the cells that have a key.
    """
    shared: dict[int, int] = {}
    for thing in things:
        for number in {number for key in thing.keys for number in having.get(key, ())}:
            shared[number] = shared.get(number, 0) + 1
    most = max(shared.values(), default=0)
    best = [number for number, count in shared.items() if count == most]
    return best[0] if len(best) == 1 and most >= _FEWEST and 2 * most >= len(things) else None
