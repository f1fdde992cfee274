"""Which value stands with which side: "R 7.1, L 4.0" is the same in whatever order and construction it is told."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.body import OPPOSITE
from rewriter.english import BE
from rewriter.fidelity.texts.halves import is_answer, is_leaving
from rewriter.fidelity.texts.modifiers import SIDE, Modifier
from rewriter.fidelity.texts.shelf import MANY, Shelf, agree
from rewriter.fidelity.texts.terms import SPLITS, Terms

_SIDES = frozenset({"bilateral", "left", "right"})
_LEAVING = frozenset("in out over behind at off alone open outside inside".split())
# Somebody or something was left so: "the alarm was left on", "the patient was left sitting up".
_LEFT_SO = _LEAVING | frozenset("on up down running sitting seated lying resting standing hanging".split())
_BEHIND = frozenset({"afterward", "afterwards", "behind"})  # "left redness afterward"
_WAYS_OUT = (["by", "the"], ["via", "the"], ["through", "the"])
# "Right away", "right before the turn", "the right amount".
_AT_ONCE = frozenset("away now before after amount time order sequence answer direction track way".split())
_NAMED = frozenset("the on to toward towards from of his her its and or & per".split())
_PAIRED = frozenset({"part", "device", "equipment", "side", "impairment", "diagnosis"})
_GASES = frozenset({"oxygen", "o2", "nc", "nasal", "via", "supplemental", "cannula", "fluid", "fluids"})
_AFTER_GOING = frozenset(".,;:\n!?)") | frozenset("early and at before after because when for to so".split())
_WHAT = frozenset("the his her their a an it my him them".split())
_PRONOUNS = (["he"], ["she"], ["they"], ["who"])
_OPENING = frozenset({"with", "on", "for", "using", "over", "to"})
_FULL_MARKS = frozenset(".;:\n")
_BESIDE, _NOUN, _RATIO = 7, 3, 4
_PARTS = SPLITS | {"and", "while", "but", "whereas", "versus", "vs", "then"}
_TO = frozenset({"->", "\u2192", "to", "the", "toward", "towards"})
_NOTHING = frozenset({"none", "no", "neg", "negative", "nothing", "absent"})
_PAIRS = frozenset(
    "feet hands arms legs knees hips ankles shoulders elbows wrists eyes ears heels palms forearms".split()
)


class Way(NamedTuple):
    """A way from one side to the other at words `first:last`; the side that it goes to begins at `goal`."""

    first: int
    goal: int
    last: int


def ways_between(low: Sequence[str], modifiers: Iterable[Modifier]) -> Iterator[Way]:
    """Yield the ways from side to side ("R->L", "from left to right"): there no value belongs to either side."""
    sides = sorted((item for item in modifiers if item.kind == SIDE), key=lambda item: item.first)
    passed = -1
    for one, two in pairwise(sides):
        between = low[one.last : two.first]
        if one.first > passed and one.value != two.value and between and _TO.issuperset(between):
            passed = two.first
            yield Way(one.first, two.first, two.last)


def has_its_value(
    item: Modifier, same: Sequence[Modifier], given: Shelf, stated: Shelf, said: Terms, held: Sequence[Terms]
) -> bool:
    """The side stands with the value that is its own in the note and not the other side's: "L 4.0, R 7.1"."""
    if (value := value_beside(item, stated, said)) is None:
        return False
    own = any(is_beside(value, one, given, held[0]) for one in same[:MANY])
    others = given.named(OPPOSITE.get(item.value, ""))[:MANY]
    return own and not any(is_beside(value, one, given, held[0]) for one in others)


def is_beside(value: Modifier | str, side: Modifier, given: Shelf, note: Terms) -> bool:
    """Tell whether a value (see `value_beside`) is what stands beside a side of the note."""
    beside = value_beside(side, given, note)
    if isinstance(value, str) or isinstance(beside, str) or beside is None:
        return beside == value
    return any(one.kind == value.kind and agree(value, one) for one in (beside, _put_in(beside, given, note)) if one)


def _put_in(value: Modifier, given: Shelf, note: Terms) -> Modifier | None:
    """Return the value in brackets right behind another, of the same side: "L 3+ (3 at SOC)"."""
    low = note.reading.words.low
    return given.at(value.last + 1) if low[value.last : value.last + 1] == ["("] else None


def value_beside(side: Modifier, shelf: Shelf, terms: Terms) -> Modifier | str | None:
    """Return the figure or amount nearest to a side in its part of the sentence, or that there was none.

    `terms` is the text of the shelf, which keeps the answer: every side is held against every other.
    """
    place = side.first, side.last
    if place not in shelf.values_beside:
        shelf.values_beside[place] = _find_beside(side, shelf, terms)
    return shelf.values_beside[place]


def _find_beside(side: Modifier, shelf: Shelf, terms: Terms) -> Modifier | str | None:
    low = terms.reading.words.low
    is_whole = _PARTS.isdisjoint(low[side.first : side.last - 1])
    ahead, behind = is_whole, is_whole  # whether the part of the sentence goes on there
    comma = _comma_behind_opening(low, side)
    for distance in range(1, _BESIDE):
        left, right = side.first - distance, side.last - 1 + distance
        ahead = ahead and left >= 0 and _PARTS.isdisjoint(low[left : left + 1])
        behind = behind and right < len(low) and (low[right - 1] not in _PARTS or right - 1 == comma)
        for at, is_open in ((left, ahead), (right, behind)):
            if not is_open or at >= len(low) or at == comma:  # a side of an answer may stand beyond the note
                continue
            if low[at] in _NOTHING:
                return "none"
            if (found := shelf.at(at)) is not None and found.first != side.first:
                return "none" if found.value == "0" else found
    return None


def _comma_behind_opening(low: Sequence[str], side: Modifier) -> int:
    """Return the comma behind a side that opens its part of a sentence, -1 if none: "With the left hand, 3 of 12"."""
    first = side.first - (low[side.first - 1] == "the")
    if low[first - 1] not in _OPENING or (first > 1 and low[first - 2] not in _FULL_MARKS):
        return -1
    return next((at for at in range(side.last, min(len(low), side.last + _NOUN)) if low[at] == ","), -1)


def is_side(item: Modifier, terms: Terms) -> bool:
    """Tell whether a word is the left, the right or both of a pair: not "left in the hall", "7/10 right", "2.5 L".

    "Both" is a side of what has two: of "both trials" it is a number.
    """
    low, first, last = terms.reading.words.low, item.first, item.last
    if item.value not in _SIDES:
        return False
    before = low[first - 1] if first else "."
    if low[first] == "left" and low[last : last + 1] and low[last] in _LEAVING and before not in _NAMED:
        return False
    if terms.as_written(first) == "left" and (
        low[last : last + 2] in _WAYS_OUT
        or (not _BEHIND.isdisjoint(low[last + 1 : last + _NOUN]) and _is_trouble(terms, last))
        or (before in BE and not _LEFT_SO.isdisjoint(low[last : last + 1]))
    ):
        return False
    if terms.as_written(first) == "left" and low[last : last + 1] and low[last] in _WHAT and before not in _NAMED:
        return False  # "Left the AFO at home", "ten minutes on the swing left the child calm"
    is_gas = "." in before or not _GASES.isdisjoint(low[last : last + _NOUN])
    if is_gas and before[:1].isdecimal() and terms.as_written(first) == "l":
        return False  # litres
    if is_leaving(low, first):
        return False
    if terms.as_written(first) == "left" and _ends_part(low, last) and _is_person(terms, first):
        return False  # "agitated when mother left"
    if terms.as_written(first) == "right":
        if is_answer(low, first):
            return False
        if low[last : last + 1] and low[last] in _AT_ONCE:
            return False
        near = (terms.reading.mentions[at] for at in terms.reading.between(first - _RATIO, first))
        answered = any(one.sense.kind == "ratio" and one.last == first for one in near)
        return not answered and low[last : last + 2] != ["(", "correct"]
    if low[first] == "both":
        named = (terms.reading.mentions[at].sense.kind for at in terms.reading.between(last, last + _NOUN))
        return (
            not _PAIRED.isdisjoint(named)
            or not _PAIRS.isdisjoint(low[last : last + _NOUN])
            or "sides" in low[first : last + _NOUN]
        )
    return True


def _is_trouble(terms: Terms, at: int) -> bool:
    """A symptom is named from a word on: what something left behind."""
    near = (terms.reading.mentions[one].sense.kind for one in terms.reading.between(at, at + 1))
    return not {"symptom", "impairment"}.isdisjoint(near)


def _ends_part(low: Sequence[str], at: int) -> bool:
    return at >= len(low) or low[at] in _AFTER_GOING


def _is_person(terms: Terms, last: int) -> bool:
    """A person, or a pronoun, ends right before a word."""
    near = (terms.reading.mentions[at] for at in terms.reading.between(max(0, last - _NOUN), last))
    return terms.reading.words.low[last - 1 : last] in _PRONOUNS or any(
        one.sense.kind == "person" and one.last == last for one in near
    )


def is_plural(item: Modifier, terms: Terms) -> bool:
    """The text names both of a pair without a side: "feet numb" beside "right foot forward"."""
    low = terms.reading.words.low
    return any(low[terms.place[at]] in _PAIRS for key in item.head for at in terms.by_key.get(key, ()))
