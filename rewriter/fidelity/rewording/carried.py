"""Words that only carry what the note gives as a figure, a place or an amount of help.

"Three passes of 10 feet" for "3 x 10 ft", "the bar beside the toilet" for "bar by toilet", "takes it off alone" for
"doffs I", "a hand on the patient" for "CGA". The figure, the place and the amount are compared on their own.
"""

from collections.abc import Sequence

from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.lexicon import Sense
from rewriter.reading.quantities import NUMBER_WORDS

# What is gone over so many times, where a length or a time says how far or how long.
_TURNS = frozenset(
    "pass passes trip trips lap laps length lengths stretch stretches leg legs circuit circuits segment segments "
    "crossing crossings course courses outing outings interval intervals block blocks spell spells burst bursts".split()
)
_OF = frozenset({"of", "at", "over", "for", "each", "covering", "lasting", "totaling"})
_UNITS = frozenset({"distance", "duration"})
_TURN_REACH = 4
_NEARNESS = frozenset({"beside", "alongside", "near", "next", "adjacent", "nearby", "close"})
_BY = frozenset({"by", "@", "at", "near", "beside", "next", "alongside"})
_BY_REACH = 3
_ALONE = frozenset({"alone", "solo", "unaided", "unassisted", "single-handed", "single-handedly"})
_ONESELF = frozenset({"himself", "herself", "themselves", "itself", "own"})
_LEADING = frozenset({"by", "for", "on", "his", "her", "their"})
_DWELLING = frozenset("live lives lived living home house apartment stay stays staying left be resides reside".split())
_BEFORE = 4
_HANDS = frozenset({"hand", "hands"})
_GUARDED = frozenset({"patient", "client", "resident", "him", "her", "them", "child"})

Texts = Sequence[Terms]


def is_carried(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term of a rewrite only carries a figure, a place or an amount of help of the texts."""
    low, at = one.reading.words.low, one.place[index]
    return (
        (low[at] in _TURNS and _counts_turns(one, at, texts))
        or (low[at] in _NEARNESS and _is_near(one, index, texts))
        or (low[at] in _HANDS and _guards(low, at) and any(map(_is_guarded, texts)))
        or ((low[at] in _ALONE or _is_oneself(low, at)) and _is_done_alone(one, index, texts))
    )


def _counts_turns(one: Terms, at: int, texts: Texts) -> bool:
    """A count right before it and a length right behind it ("three passes of 10 feet"), both of which a text has."""
    low = one.reading.words.low
    count = str(NUMBER_WORDS.get(low[at - 1], low[at - 1])) if at else ""
    if not count.isdecimal() or low[at + 1 : at + 2] == [] or low[at + 1] not in _OF:
        return False
    near = (one.reading.mentions[number].sense for number in one.reading.between(at + 2, at + 2 + _TURN_REACH))
    lengths = {_length(sense) for sense in near if sense.kind in _UNITS}
    return any(_has_count(terms, count) and not lengths.isdisjoint(_lengths(terms)) for terms in texts)


def _lengths(terms: Terms) -> set[str]:
    numbers = (number for kind in _UNITS for number in terms.reading.having(kind))
    return {_length(terms.reading.mentions[number].sense) for number in numbers}


def _length(sense: Sense) -> str:
    """Return the length alone: "10 foot" of "3x10 foot"."""
    return f"{sense.kind} {sense.id.rpartition('x')[2]}"


def _has_count(terms: Terms, count: str) -> bool:
    """Thus: "3 x 10 ft", "x3", "10 ft x 3"."""
    low = terms.reading.words.low
    return any(
        word in (f"x{count}", f"{count}x")
        or (word == count and "x" in (*low[max(0, at - 1) : at], *low[at + 1 : at + 2]))
        for at, word in enumerate(low)
    )


def _is_near(one: Terms, index: int, texts: Texts) -> bool:
    """What stands behind it stands in a text behind "by" or "at": "the bar beside the toilet" for "bar by toilet"."""
    low, at = one.reading.words.low, one.place[index]
    ahead = next((other for other in range(index + 1, len(one.place)) if one.claims[other]), None)
    if ahead is None or one.place[ahead] - at > _BY_REACH or not SPLITS.isdisjoint(low[at : one.place[ahead]]):
        return False
    return any(
        not _BY.isdisjoint(terms.reading.words.low[max(0, terms.place[partner] - _BY_REACH) : terms.place[partner]])
        for terms in texts
        for partner in terms.partners(one.keys[ahead])
    )


def _guards(low: Sequence[str], at: int) -> bool:
    """Thus: "keeping a hand on the patient"; a hand on the hip is a cue's."""
    behind = low[at + 1 : at + 4]
    return behind[:1] == ["on"] and not _GUARDED.isdisjoint(behind[1:2] if behind[1:2] != ["the"] else behind[2:])


def _is_guarded(terms: Terms) -> bool:
    levels = terms.reading.having("level")
    return any(terms.reading.mentions[number].sense.group == "contact_guard" for number in levels)


def _is_oneself(low: Sequence[str], at: int) -> bool:
    return low[at] in _ONESELF and at > 0 and low[at - 1] in _LEADING


def _is_done_alone(one: Terms, index: int, texts: Texts) -> bool:
    """What was done so is told as independent in the same part of a text; who lives alone is another thing."""
    low, at = one.reading.words.low, one.place[index]
    if not _DWELLING.isdisjoint(low[max(0, at - _BEFORE) : at]):
        return False
    near = [
        other
        for other in range(max(0, index - _BEFORE), index)
        if one.claims[other] and one.clause[other] == one.clause[index]
    ]
    keys = [key for other in near for key in one.keys[other]]
    return any(
        terms.clause_of[terms.reading.mentions[number].first] in {terms.clause[one] for one in terms.partners(keys)}
        for terms in texts
        for number in terms.reading.having("level")
        if terms.reading.mentions[number].sense.group == "independent"
    )
