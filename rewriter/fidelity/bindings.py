"""The second net: what belongs to what. Sides, assistance and figures are compared together with the words around them.

A modifier of the rewrite is held against every modifier of its family in the note. If the note has its value nowhere it
was added; if the note has *another* value where the same words stand, and this value only among other words, it was
traded. Context decides, so it works for words that no lexicon knows.
"""

from collections.abc import Iterable, Iterator, Sequence

from rewriter.fidelity.modifiers import CUE, FIGURE, LEVEL, OPPOSITE, PERSON, SIDE, Keys, Modifier
from rewriter.fidelity.terms import Terms

# A head that agrees outweighs any number of words nearby; words nearby decide where no head does.
_HEAD, _HALF, _NEAR, _MOST_NEAR = 3.0, 1.0, 0.25, 1.0
_MARGIN = 1.0
_KNOWN = 0.5
_DOSE_REACH = 6
_SIDES = frozenset({"bilateral", "left", "right"})
_MANY = 200
_AROUND = 2
_SLASHED = frozenset({"ratio", "date", "pressure"})
_BARE = frozenset({"number", "ordinal"})  # "the third repetition", "rep 3"

Words = tuple[int, int]


def likeness(one: Modifier, other: Modifier) -> float:
    """Return how well the words around two modifiers agree."""
    score = min(_MOST_NEAR, _NEAR * len(one.near & other.near))
    if one.head & other.head:
        score += _HEAD
    elif one.head & other.near or one.near & other.head:
        score += _HALF
    return score


def _best(one: Modifier, others: Iterable[Modifier]) -> float:
    best = -1.0
    for other in others:
        best = max(best, likeness(one, other))
        if best >= _HEAD + _MOST_NEAR:
            break
    return best


class Shelf:
    """The modifiers of one side, to be found by value and by the words they are bound to."""

    def __init__(self, items: Iterable[Modifier]) -> None:
        self.items = list(items)
        self._by_value: dict[str, list[Modifier]] = {}
        self._by_head: dict[str, list[Modifier]] = {}
        self._by_place: dict[Words, list[Modifier]] = {}
        self._by_class: dict[str, list[Modifier]] = {}
        self._same: dict[tuple[str, ...], list[Modifier]] = {}
        for item in self.items:
            for value in _values(item):
                self._by_value.setdefault(value, []).append(item)
            for key in item.head:
                self._by_head.setdefault(key, []).append(item)
            self._by_place.setdefault((item.first, item.last), []).append(item)
            self._by_class.setdefault(_class(item), []).append(item)

    def same(self, item: Modifier) -> list[Modifier]:
        """Return the modifiers of the item's kind that have its value."""
        key = (item.kind, item.family, item.value, item.figure)
        if key not in self._same:
            values = [*_values(item), "bilateral"] if item.kind == SIDE else _values(item)
            self._same[key] = [
                other
                for value in values
                for other in self._by_value.get(value, ())
                if other.kind == item.kind and agree(item, other)
            ]
        return self._same[key]

    def beside(self, item: Modifier) -> list[Modifier]:
        """Return the modifiers of the item's kind that are bound to a word that the item is bound to."""
        found = {id(other): other for key in item.head for other in self._by_head.get(key, ())}
        return [other for other in found.values() if other.kind == item.kind]

    def rivals(self, item: Modifier) -> list[Modifier]:
        """Return those of the item's class that have another value; of very many only those bound to the same words."""
        family = self._by_class.get(_class(item), [])
        if len(family) > _MANY:
            family = [other for other in self.beside(item) if _class(other) == _class(item)]
        return [other for other in family if not agree(item, other)]

    def dose(self, item: Modifier) -> list[Modifier]:
        """Return all figures told in the same words ("3x10" has two)."""
        return self._by_place.get((item.first, item.last), [])

    def named(self, *values: str) -> list[Modifier]:
        """Return the modifiers with any of these values."""
        return [item for value in values for item in self._by_value.get(value, ())]


def _values(item: Modifier) -> list[str]:
    """Return the values under which a modifier may be looked for: its own, as written, and the parts of a ratio."""
    parts = item.value.replace(":", "/").split("/") if item.family in ("ratio", "clock") else []
    return list(dict.fromkeys((item.value, item.figure, *parts, "".join(parts))))


def find_false(
    stated: Shelf, given: Shelf, said: Terms, held: Sequence[Terms], visit: frozenset[tuple[str, str]]
) -> Iterator[Modifier]:
    """Yield the modifiers of the rewrite (`stated`) that the note does not have, or has among other words.

    `visit` are the (family, value) that the visit licenses. What stands in the note word for word is no trade.
    """
    for item in stated.items:
        if (item.family, item.value) in visit or (item.kind == SIDE and item.value not in _SIDES):
            continue
        same = given.same(item)
        if not same:
            if _was_added(item, given, stated, held):
                yield item
        elif not _stands_so(item, said, held) and _was_traded(item, same, given, stated, held):
            yield item


def _was_added(item: Modifier, given: Shelf, stated: Shelf, held: Sequence[Terms]) -> bool:
    """Tell whether a value that the note lacks is a claim of its own."""
    if item.kind == CUE:
        return False  # the word itself has no partner then
    if item.kind == PERSON:
        return _is_usurped(item, given, stated)
    if item.value == "bilateral":
        return _is_doubled(item, given)
    if item.value == "1" and item.family in ("count", "number"):
        return bool(given.beside(item))
    return item.kind != LEVEL or not any("level:" + item.value in terms.possible for terms in held)


def _was_traded(item: Modifier, same: Sequence[Modifier], given: Shelf, stated: Shelf, held: Sequence[Terms]) -> bool:
    """Tell whether the note has this value only among other words."""
    own = _best(item, same)
    if item.kind == SIDE:
        apart = own < _KNOWN and _stand_apart(item.head, same, held)
        return not item.compared and (apart or _best(item, given.rivals(item)) >= own + _MARGIN)
    if item.kind == LEVEL and any(other.deeds for other in same) and _stand_apart(item.deeds, same, held):
        return True
    return _is_taken_apart(item, stated, given) or _is_exchanged(item, own, stated, given)


def _stands_so(item: Modifier, said: Terms, held: Sequence[Terms]) -> bool:
    """The note has the value between the very same words."""
    phrase = said.reading.words.low[max(0, item.first - _AROUND) : item.last + _AROUND]
    return any(terms.holds(phrase) for terms in held)


def _class(item: Modifier) -> str:
    """Counts with and without a unit rival each other: "3 trials", "three losses of balance"."""
    return "count" if item.family == "number" else item.family  # a side, a level, a cue, a person: its kind


def _is_doubled(item: Modifier, given: Shelf) -> bool:
    """The note gives this thing one side, and not the other."""
    sides = {other.value for other in given.beside(item) if not other.compared}
    return len(sides & set(OPPOSITE)) == 1


def _is_usurped(item: Modifier, given: Shelf, stated: Shelf) -> bool:
    """The note has somebody else where this person stands, whom the rewrite does not name."""
    return any(not stated.same(other) for other in given.beside(item))


def _is_taken_apart(item: Modifier, stated: Shelf, given: Shelf) -> bool:
    """The figures of one dose ("3x10") all stand in the note, but nowhere together or in another order."""
    mates = stated.dose(item)
    if item.kind != FIGURE or len(mates) < 2:
        return False
    told = [mate.value for mate in mates]
    doses = [[other.value for other in given.dose(one)] for one in given.same(item)]
    if told not in doses and any(sorted(dose) == sorted(told) for dose in doses):
        return True  # ten sets of three, not three of ten
    places = [[other.first for other in given.same(mate)] for mate in mates]
    return not any(
        all(any(abs(place - start) <= _DOSE_REACH for place in others) for others in places) for start in places[0]
    )


def _is_exchanged(item: Modifier, own: float, stated: Shelf, given: Shelf) -> bool:
    """The note has a rival where the item stands, and the rewrite has that rival nowhere, or where the item belongs."""
    ours: list[Modifier] | None = None
    for rival in given.rivals(item):
        fits = likeness(item, rival)
        if fits < max(own, 0.0) + _MARGIN:
            continue
        if own <= _NEAR and fits >= _HEAD:
            return True
        placed = stated.same(rival)
        theirs = given.same(rival)
        ours = given.same(item) if ours is None else ours
        if all(_best(other, ours) >= _best(other, theirs) + _MARGIN for other in placed):
            return True
    return False


def _stand_apart(keys: Keys, same: Sequence[Modifier], held: Sequence[Terms]) -> bool:
    """The note names the things, but never in a sentence with this value."""
    places = {terms.sentence[index] for terms in held for key in keys for index in terms.by_key.get(key, ())}
    return bool(places) and places.isdisjoint(other.sentence for other in same)


def find_unhedged(stated: Shelf, given: Shelf) -> Iterator[Modifier]:
    """Yield the figures and levels told as exact that the note has only as approximate or doubtful."""
    for item in stated.items:
        if item.hedged or item.kind not in (FIGURE, LEVEL):
            continue
        same = given.same(item)
        if same and all(other.hedged for other in same):
            yield item


def find_lost(asked: Shelf, stated: Shelf, said: Terms) -> Iterator[Modifier]:
    """Yield the modifiers of the note that the rewrite lacks, each value once.

    A single one ("x1") goes without saying. A side is lost too where the rewrite names the thing without it.
    """
    seen: set[tuple[str, str]] = set()
    for item in asked.items:
        key = (item.family, item.value)
        if item.kind in (PERSON, CUE) or (item.family in ("count", "number") and item.value == "1"):
            continue
        if item.kind == SIDE and item.value not in OPPOSITE:
            continue
        same = stated.same(item)
        if not same and not _in_parts(item, stated) and "level:" + item.value not in said.possible:
            if key not in seen:
                yield item
            seen.add(key)
        elif item.kind == SIDE and not item.compared and _is_unsided(item, same, said):
            yield item


def _is_unsided(item: Modifier, same: Sequence[Modifier], said: Terms) -> bool:
    """The rewrite names the thing, but never with this side."""
    return _best(item, same) < _HEAD and _stand_apart(item.head, same, (said,))


def _in_parts(item: Modifier, stated: Shelf) -> bool:
    """A ratio is told by its two figures ("two answers out of five"), a clock time without its colon."""
    if item.family not in ("ratio", "clock"):
        return False
    parts = item.value.replace(":", "/").split("/")
    figures = {other.value for other in stated.named(*parts, "".join(parts)) if other.family in ("number", "count")}
    return figures.issuperset(parts) or (item.family == "clock" and "".join(parts) in figures)


def agree(one: Modifier, other: Modifier) -> bool:
    """Tell whether a modifier has the value of another.

    A figure agrees with the same figure without a unit ("12 deg -> 8", "from 12 to 8 degrees"), and with a part of a
    ratio ("two answers out of five"). Both sides are either.
    """
    if one.kind == SIDE:
        return one.value == other.value or (other.value == "bilateral" and one.value in OPPOSITE)
    if one.value == other.value and (one.family == other.family or not _BARE.isdisjoint((one.family, other.family))):
        return True
    if one.figure == other.figure and "number" in (one.family, other.family):
        return True
    if one.value == other.value and {one.family, other.family} <= _SLASHED:
        return True
    if one.family in ("number", "count") and other.family in ("ratio", "clock"):
        parts = other.value.replace(":", "/").split("/")
        return one.value in parts or (other.family == "clock" and one.value == "".join(parts))
    return one.family == "clock" and other.family == "number" and one.value.replace(":", "") == other.value
