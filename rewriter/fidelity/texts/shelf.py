"""The modifiers of one text, to be found by value and by the words they are bound to; when two of them agree."""

from collections import defaultdict
from collections.abc import Iterable

from rewriter.body import OPPOSITE
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, PERSON, SIDE, Modifier
from rewriter.fidelity.texts.values import parts_of_prime, plain
from rewriter.reading.quantities.numerals import as_float

MANY = 200
_SLASHED = frozenset({"ratio", "date", "pressure"})
# Families whose values may agree though they are not written alike: "4" and "4.0", "2'10" and "130".
_IN_PARTS = frozenset({"number", "duration", "clock"})
_LENGTHS = ("distance", "load", "rate", "percent", "angle")
_MINUTE, _DAY = 60, 86400
_BARE = frozenset({"number", "ordinal"})  # "the third repetition", "rep 3"

Words = tuple[int, int]
# Kind, family, value and figure of a modifier; modifiers by these.
_Key = tuple[str, str, str, str]
_Alike = dict[_Key, list[Modifier]]


class Shelf:
    """The modifiers of one side, to be found by value and by the words they are bound to.

    Those of one kind, family, value and figure are alike: they lie together, and agreement is decided once for all.
    """

    def __init__(self, items: Iterable[Modifier]) -> None:
        self.items = list(items)
        self._by_value: dict[str, _Alike] = defaultdict(dict)
        self._by_head: dict[str, list[Modifier]] = {}
        self._by_place: dict[Words, list[Modifier]] = defaultdict(list)
        self._by_class: dict[str, _Alike] = defaultdict(dict)
        self._by_family: dict[str, list[Modifier]] = defaultdict(list)
        self._by_word: dict[int, Modifier] = {}
        self.values_beside: dict[Words, Modifier | str | None] = {}  # see `sided`
        self._same: dict[_Key, list[Modifier]] = {}
        self._rivals: dict[_Key, list[Modifier]] = {}
        alike: dict[_Key, list[Modifier]] = {}
        for item in self.items:
            key = item[:4]
            if key in alike:
                alike[key].append(item)
            else:
                alike[key] = [item]
                self._by_class[class_of(item)][key] = alike[key]
                for value in _values(item):
                    self._by_value[value][key] = alike[key]
            self._by_place[item.first, item.last].append(item)
            self._by_family[item.family].append(item)

    def same(self, item: Modifier) -> list[Modifier]:
        """Return the modifiers of the item's kind that have its value."""
        key = item[:4]
        if key not in self._same:
            values = [*_values(item), "bilateral"] if item.kind == SIDE else _values(item)
            found: _Alike = {}
            for value in values:
                if value and value in self._by_value:  # nothing is alike in being empty
                    found.update(self._by_value[value])
            self._same[key] = [
                other
                for alike in found.values()
                if alike[0].kind == item.kind and agree(item, alike[0])
                for other in alike
            ]
        return self._same[key]

    def beside(self, item: Modifier) -> list[Modifier]:
        """Return the modifiers of the item's kind that are bound to a word that the item is bound to."""
        if not self._by_head:
            for other in self.items:
                for key in other.head:
                    self._by_head.setdefault(key, []).append(other)
        found = {id(other): other for key in item.head for other in self._by_head.get(key, ())}
        return [other for other in found.values() if other.kind == item.kind]

    def rivals(self, item: Modifier) -> list[Modifier]:
        """Return those of the item's class that have another value; of very many only those bound to the same words."""
        key, family = item[:4], self._by_class.get(class_of(item), {})
        if sum(map(len, family.values())) > MANY:
            return [
                other for other in self.beside(item) if class_of(other) == class_of(item) and not agree(item, other)
            ]
        if key not in self._rivals:
            self._rivals[key] = [other for alike in family.values() if not agree(item, alike[0]) for other in alike]
        return self._rivals[key]

    def family(self, item: Modifier) -> list[Modifier]:
        """Return all of the item's family; sides, levels, cues and persons are each one family."""
        return self._by_family.get(item.family, [])

    def dose(self, item: Modifier) -> list[Modifier]:
        """Return all figures told in the same words ("3x10" has two)."""
        return self._by_place.get((item.first, item.last), [])

    def at(self, word: int) -> Modifier | None:
        """Return the figure or amount that begins or ends at a word, if any."""
        if not self._by_word:
            for item in self.items:
                if item.kind in (FIGURE, LEVEL):
                    self._by_word.setdefault(item.first, item)
                    self._by_word.setdefault(item.last - 1, item)
        return self._by_word.get(word)

    def named(self, *values: str) -> list[Modifier]:
        """Return the modifiers with any of these values."""
        return [item for value in values for alike in self._by_value.get(value, {}).values() for item in alike]


def _values(item: Modifier) -> list[str]:
    """Return the values under which a modifier may be looked for: its own, as written, plain, and its parts."""
    value, figure = item.value, item.figure
    if item.kind != FIGURE and value[:1].isalpha() and figure[:1].isalpha():  # names are told in one way
        return [value, figure, ""] if value != figure else [value, ""]
    parts = value.replace(":", "/").split("/") if item.family in ("ratio", "clock") else []
    if not parts and "'" not in value:
        return list(dict.fromkeys((value, figure, plain(value), plain(figure), "")))
    return list(
        dict.fromkeys((value, figure, plain(value), plain(figure), *parts, "".join(parts), *parts_of_prime(value)))
    )


# What the mark behind a figure may stand for: "8'" are feet or minutes, "7m" metres, minutes or months.
_MARKED = {
    "'": ({"distance in foot"}, _MINUTE),
    "m": ({"distance in meter"}, _MINUTE),
    '"': ({"distance in inch"}, 1),
}


def _may_be_unit(one: Modifier, other: Modifier) -> bool:
    """Tell whether a figure with a mark for its unit, or without any, may be told in the other's unit."""
    if one.family != "number" or other.family in _BARE:
        mark = one.value[-1:] if one.family == "number" else ""
        return mark not in _MARKED or other.value[-1:] not in _MARKED or mark == other.value[-1:]
    if one.value[-1] not in _MARKED:
        return other.family != "duration" or "." not in one.figure or float(other.value) == as_float(one.figure)
    families, seconds = _MARKED[one.value[-1]]
    if other.family == "duration":  # "7m" are months too, of an infant
        months = one.value[-1] == "m" and as_float(other.value) > _DAY
        return months or other.value == f"{as_float(one.figure) * seconds:g}"
    return other.family in families or not other.family.startswith(_LENGTHS)


def class_of(item: Modifier) -> str:
    """Counts with and without a unit rival each other: "3 trials", "three losses of balance"."""
    return "count" if item.family == "number" else item.family  # a side, a level, a cue, a person: its kind


def agree(one: Modifier, other: Modifier) -> bool:
    """Tell whether a modifier has the value of another.

    A figure agrees with the same figure without a unit ("12 deg -> 8", "from 12 to 8 degrees"), and with a part of a
    ratio ("two answers out of five"). Both sides are either.
    """
    if one.kind == PERSON:  # an aide is any aide: its group is its figure
        return one.value == other.value or one.value == other.figure or one.figure == other.value
    if one.kind == SIDE:
        return one.value == other.value or (other.value == "bilateral" and one.value in OPPOSITE)
    families = (one.family, other.family)
    if one.family == other.family and one.family not in _IN_PARTS:
        return one.value == other.value
    alike = one.family == other.family or not _BARE.isdisjoint(families) or _SLASHED.issuperset(families)
    if alike and one.value == other.value:
        return True
    if "number" in families and plain(one.figure) == plain(other.figure):
        return _may_be_unit(one, other) and _may_be_unit(other, one)
    if one.family in ("duration", "clock") and "'" in other.value and one.value in parts_of_prime(other.value):
        return True
    days = one.family == "duration" and one.value == f"{as_float(one.figure) * _DAY:g}"
    if days and other.family == "ratio":  # "the sixth of fifteen days" for "day 6/15"
        return one.figure == other.value.partition("/")[2]
    if one.family in ("number", "count", "angle", "ordinal") and other.family in ("ratio", "clock"):
        parts = other.value.replace(":", "/").split("/")
        return one.value in parts or (other.family == "clock" and one.value == "".join(parts))
    return one.family == "clock" and other.family == "number" and one.value.replace(":", "") == other.value
