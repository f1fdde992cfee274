"""Words for what the note gives as a figure: a half, a quarter, in week six, three passes of 10 feet, a spirometer."""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.terms import Terms
from rewriter.lexicon import Sense
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.quantities.units import UNITS

_OF = frozenset({"of", "at", "over", "for", "each", "covering", "lasting", "totaling"})
_TURN_REACH = 4
_UNITS = frozenset({"distance", "duration"})
_SHARES = {"half": 1 / 2, "halve": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_ORDINALS = frozenset({"third", "fifth", "tenth"})
_A_PART = frozenset({"a", "one", "1"})
_CLOSE = 0.005  # "33%" is a third

Texts = Sequence[Terms]
Words = Sequence[str]


def is_share(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "half of the textures" for "4/8", "three quarters" for "75%"."""
    low, at = one.reading.words.low, one.place[index]
    part = _SHARES.get(low[at].removesuffix("s"))
    if part is None:
        return False
    before = low[at - 2] if low[at - 1] in ("-", "of") else low[at - 1]
    number = NUMBER_WORDS.get(before, before) if low[at].endswith("s") else 1
    if not str(number).isdecimal() or (low[at] in _ORDINALS and before not in _A_PART):
        return False
    told = int(number) * part
    return any(abs(share - told) < _CLOSE for terms in texts for share in _shares(terms))


def _shares(terms: Terms) -> Iterator[float]:
    """Yield what part of the whole the ratios and percents of a text are."""
    for number in terms.reading.having("ratio", "percent"):
        part, sign, whole = terms.reading.mentions[number].sense.id.lstrip("~").partition(" ")[0].partition("/")
        whole = whole if sign else "100"
        if part.replace(".", "", 1).isdecimal() and whole.isdecimal() and int(whole):
            yield float(part) / int(whole)


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
