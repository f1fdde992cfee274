"""Told with what: amounts of help, cues and loads stand in the unit of what was done, in the note and in the rewrite.

A unit is one thing done and what is told of it: "then amb 3x30 ft RW min A". An amount that the rewrite tells in a unit
which shares nothing with any unit that the note has it in, but names what the note tells in another unit, was moved.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import Words, parted
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, SIDE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import SENTENCE_ENDS
from rewriter.reading.typed.items import DEEDS

_JOINTS = frozenset({",", ";", "and", "then", "while", "whereas", "(", "followed", "plus", "+", "next"})
_POINTING = frozenset("it this that these those both all each which same throughout they them".split())
_TURNS = frozenset({"while", "whereas"})
_BARE = frozenset({"number", "count", "ordinal"})  # there are many of each
_NO_THINGS = frozenset({"person", "level", "cue"})
_LOADS = "load"
_FEWEST = 2


class Unit(NamedTuple):
    """Words `first:last`, what is told there (the keys of each term), its sides, and whether it points elsewhere."""

    first: int
    last: int
    told: tuple[frozenset[str], ...]
    sides: frozenset[str]
    points: bool


def find_units(terms: Terms, modifiers: Sequence[Modifier]) -> list[Unit]:
    """Return the units of a text in order."""
    sides = {item.first: item.value for item in modifiers if item.kind == SIDE}
    figures = {
        item.first: frozenset({f"figure:{item.value}"})
        for item in modifiers
        if item.kind == FIGURE and item.family not in _BARE
    }
    low = terms.reading.words.low
    deeds = {place for index, place in enumerate(terms.place) if terms.claims[index] and terms.kind(index) in DEEDS}
    found = []
    for first, last in parted(terms.reading, SENTENCE_ENDS):
        start = first
        joints = [at for at in range(first, last) if low[at] in _JOINTS and not _is_aside(low, at, last)]
        for at, end in pairwise([*joints, last]):
            if low[at] in _TURNS or not (deeds.isdisjoint(range(start, at)) or deeds.isdisjoint(range(at, end))):
                found.append((start, at))
                start = at
        found.append((start, last))
    helped = {item.first: item.value for item in modifiers if item.kind == LEVEL}
    spans = _with_help([span for span in found if span[0] < span[1]], terms, helped)
    return [_unit(terms, figures, sides, first, last) for first, last in spans]


def _with_help(spans: list[Words], terms: Terms, helped: Mapping[int, str]) -> list[Words]:
    """Join help that is told alone to what it was for: "tandem x5. CGA. STS x8. Min A" has two.

    One amount alone may be told of all that was done before it; of several each is told of the last.
    """
    alone = {span: _help_in(span, terms, helped) for span in spans}
    if len({value for value in alone.values() if value}) < _FEWEST:
        return spans
    joined: list[Words] = []
    for span in spans:
        if alone[span] and joined and not alone.get(joined[-1]):
            joined[-1] = joined[-1][0], span[1]
        else:
            joined.append(span)
    return joined


def _help_in(span: Words, terms: Terms, helped: Mapping[int, str]) -> str:
    """Return the amount of help that words tell of and of nothing else, or ""."""
    told = [index for index in terms.claiming(*span) if terms.kind(index) not in _NO_THINGS]
    return "" if told else next((value for at, value in helped.items() if span[0] <= at < span[1]), "")


def _is_aside(low: Sequence[str], at: int, last: int) -> bool:
    """Brackets that close before the stretch does say more of what stands before them: "taps (right leg) with"."""
    return low[at] == "(" and ")" in low[at : last - 1]


def _unit(terms: Terms, figures: Mapping[int, frozenset[str]], sides: Mapping[int, str], first: int, last: int) -> Unit:
    told = [
        terms.named[index]
        for index in terms.claiming(first, last)
        if terms.kind(index) not in _NO_THINGS and terms.place[index] not in figures
    ]
    told += [figures[at] for at in range(first, last) if at in figures]
    here = frozenset(sides[at] for at in range(first, last) if at in sides)
    return Unit(first, last, tuple(told), here, not _POINTING.isdisjoint(terms.reading.words.low[first:last]))


def find_moved(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> Iterator[Modifier]:
    """Yield the amounts of the rewrite (`stated`) that the note has (`asked`) in another unit only."""
    moved = [item for item in stated.items if item.kind == LEVEL or item.family.startswith(_LOADS)]
    moved = [item for item in moved if asked.same(item)]
    if not moved:
        return
    here, there = find_units(said, stated.items), find_units(note, asked.items)
    for item in moved:
        unit, own = _at(here, item), frozenset({f"figure:{item.value}"})
        same = [_at(there, other) for other in asked.same(item)]
        if unit is None or unit.points or not same or f"{item.kind}:{item.value}" in note.possible:
            continue  # "cough I" may be another amount of the same
        same += [one for other in asked.same(item) for one in _told_of(there, other, note)]
        if any(other is None or not _other_than(own, other) for other in same):
            continue
        apart = not any(_is_like(unit, other, own) for other in same if other is not None)
        most = max(_shared(unit, other, own) for other in same if other is not None)
        beside = [other for other in there if other not in same]
        if not apart and any(unit.first <= other.first < unit.last for other in stated.rivals(item)):
            continue  # two things done in one unit
        if not apart:  # then only what the note has with another amount of the same kind counts
            rivals = [_at(there, other) for other in asked.rivals(item)]
            beside = [other for other in beside if other in rivals and not unit.sides & other.sides]
        if any(_shared(unit, other, own) >= most + _FEWEST for other in beside):
            yield item


def _told_of(units: Sequence[Unit], item: Modifier, note: Terms) -> list[Unit]:
    """Return the units before in its sentence of which help behind its own mark may be told: "taps, steps, CGA"."""
    if note.reading.words.low[item.first - 1] != ",":
        return []
    begin = note.reading.sentences[max(0, item.sentence)].first
    return [unit for unit in units if begin <= unit.first < item.first]


def _is_like(one: Unit, other: Unit, own: frozenset[str]) -> bool:
    return bool(_shared(one, other, own) or one.sides & other.sides)


def _other_than(own: frozenset[str], unit: Unit) -> bool:
    return any(keys != own for keys in unit.told)


def _shared(one: Unit, other: Unit, own: frozenset[str]) -> int:
    """Return how many things of the one unit are told in the other too, the amount itself left out."""
    return sum(keys != own and any(not keys.isdisjoint(others) for others in other.told) for keys in one.told)


def _at(units: Sequence[Unit], item: Modifier) -> Unit | None:
    at = bisect_right(units, item.first, key=lambda unit: unit.first) - 1
    return units[at] if at >= 0 and item.first < units[at].last else None
