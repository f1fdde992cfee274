"""A value told where the note does not write it, but means it: "x10 ea", told of each; the rest of a count; a rate."""

from collections.abc import Sequence

from rewriter.fidelity.rewording.counted import how_often, is_same_count
from rewriter.fidelity.texts.modifiers import FIGURE, SIDE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms

_EACH = frozenset({"each", "apiece", "every", "either", "both"})
_REST = frozenset({"other", "others", "remaining", "rest", "last", "next", "remainder"})
_COUNTS = frozenset({"count", "number"})
_LIMBS = frozenset("hands arms feet legs sides knees eyes ears elbows shoulders hips ankles wrists".split())
_BY = frozenset({"with", "using", "in", "by", "on", "through"})
_REACH, _SHORT = 2, 3
_FEWEST = 2


def is_meant(
    item: Modifier, same: Sequence[Modifier], given: Shelf, stated: Shelf, said: Terms, held: Sequence[Terms]
) -> bool:
    """The note has the value (`same`) of each, as a rate, or with other words of the same thing."""
    each = is_of_each(item, same, stated, said, held)
    return each or is_of_rate(item, given, said) or is_sided_otherwise(item, same, said)


def is_of_each(item: Modifier, same: Sequence[Modifier], stated: Shelf, said: Terms, held: Sequence[Terms]) -> bool:
    """Thus: "10 times backward and 10 times sideways" for "x10 ea", "3 minutes each" for "3 fwd/3 back"."""
    if item.kind != FIGURE:
        return False
    if sum(one.sentence == item.sentence for one in stated.same(item)) >= _FEWEST and any(
        not _EACH.isdisjoint(terms.reading.words.low[other.last : other.last + _REACH])
        for terms in held
        for other in same
        if other.last <= len(terms.reading.words.low)
    ):
        return True
    return len(same) >= _FEWEST and said.reading.words.low[item.last : item.last + 1] in (["each"], ["apiece"])


def is_rest(item: Modifier, given: Shelf, said: Terms) -> bool:
    """Thus: "the other five" for "x8, Mod A first 3": what is left of a count of the note without a part of it."""
    if item.family not in _COUNTS or not item.value.isdecimal():
        return False
    if _REST.isdisjoint(said.reading.words.low[max(0, item.first - _REACH) : item.first]):
        return False
    counts = [one for one in given.items if one.family in _COUNTS and one.value.isdecimal()]
    return any(
        int(whole.value) - int(part.value) == int(item.value)
        for whole in counts
        for part in counts
        if part.first > whole.first and part.sentence == whole.sentence
    )


def is_of_rate(item: Modifier, given: Shelf, said: Terms) -> bool:
    """Thus: "three pads daily" for "pads 3/d", whatever else is three."""
    often = how_often(item, said.reading.words.low) if item.family in _COUNTS else ""
    rates = given.named(often) if often else []
    return any(is_same_count(item, one, said.reading.words.low) for one in rates if one.family == "frequency")


def is_rate_told(item: Modifier, stated: Shelf, said: Terms) -> bool:
    """Thus: "night waking is now twice" for "2x/night": the count stands in a sentence that names the period."""
    times, _, period = item.value.partition("/")
    if item.family != "frequency" or not times.isdecimal():
        return False
    counts = [one for one in stated.named(times) if one.family == "count"]
    spans = [said.reading.sentences[one.sentence] for one in counts if one.sentence >= 0]
    return any(period in said.reading.words.low[span.first : span.last] for span in spans)


def is_sided_otherwise(item: Modifier, same: Sequence[Modifier], said: Terms) -> bool:
    """The note has the side with the deed or with the diagnosis: "caught bilat", "L adh capsulitis".

    The rewrite has it with what it was done with ("caught with both hands"), or where it is ("of the left shoulder").
    """
    if item.kind != SIDE:
        return False
    low = said.reading.words.low
    if item.value == "bilateral":
        by_limb = low[item.first - 1] in _BY and low[item.last : item.last + 1] != [] and low[item.last] in _LIMBS
        return by_limb and any(one.value == item.value and not one.head.isdisjoint(item.near) for one in same)
    if low[max(0, item.first - 2) : item.first] != ["of", "the"]:
        return False
    before = said.inside(max(0, item.first - _SHORT), item.first - 2)
    return any(one.value == item.value and any(not one.head.isdisjoint(said.keys[at]) for at in before) for one in same)
