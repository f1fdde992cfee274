"""Words for what the note gives as a figure: half, in week six, three passes of 10 feet, an incentive spirometer."""

from collections.abc import Sequence

from rewriter.fidelity.texts.terms import Terms
from rewriter.lexicon import Sense
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.quantities.units import UNITS

_OF = frozenset({"of", "at", "over", "for", "each", "covering", "lasting", "totaling"})
_TURN_REACH = 4
_UNITS = frozenset({"distance", "duration"})

Texts = Sequence[Terms]
Words = Sequence[str]


def is_half(_: Terms, __: int, texts: Texts) -> bool:
    """Thus: "half of the textures" for "4/8"."""
    return any(map(_has_half, texts))


def _has_half(terms: Terms) -> bool:
    for number in terms.reading.having("ratio"):
        part, _, whole = terms.reading.mentions[number].sense.id.partition("/")
        if part.isdecimal() and whole.isdecimal() and 2 * int(part) == int(whole):
            return True
    return False


def counts_along(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "in week six" for "@ 6 wks"; the figure is compared on its own."""
    low, at = one.reading.words.low, one.place[index]
    kind, unit, _ = UNITS[low[at]]
    if kind != "duration" or not low[at + 1 : at + 2] or not (low[at + 1] in NUMBER_WORDS or low[at + 1].isdecimal()):
        return False
    value = str(NUMBER_WORDS.get(low[at + 1], low[at + 1]))
    return any(
        terms.reading.mentions[number].sense.group == unit
        and value in terms.reading.words.low[slice(*terms.reading.mentions[number][1:3])]
        for terms in texts
        for number in terms.reading.having("duration")
    )


def counts_turns(one: Terms, index: int, texts: Texts) -> bool:
    """A count right before it and a length right behind it ("three passes of 10 feet"), both of which a text has."""
    low, at = one.reading.words.low, one.place[index]
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


def is_spirometry(_: Terms, __: int, texts: Texts) -> bool:
    """Thus: "incentive spirometer" for "IS"."""
    return any(map(_has_spirometer, texts))


def _has_spirometer(terms: Terms) -> bool:
    """The IS of a note is no verb before a figure: "IS 10x q hr"."""
    low = terms.reading.words.low
    return any(
        word == "is"
        and low[at + 1][0].isdecimal()
        and terms.reading.words.written(at, at + 1) == "IS"
        and not terms.reading.words.text.isupper()
        for at, word in enumerate(low[:-1])
    )
