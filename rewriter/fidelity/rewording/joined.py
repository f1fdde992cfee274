"""Figures told apart that are one value: "three days out of seven", "two minutes and ten seconds", "22 s and 31".

A score told as a part and its whole is one ratio; a time told in two units is their sum; a figure without its unit has
that of the figure beside it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rewriter.fidelity.texts.clocks import time_told
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.quantities.numerals import NUMBER_WORDS, TIMES, as_float

_DETERMINERS = frozenset({"the", "those", "these", "all", "his", "her", "their"})
_POINTING = frozenset({"the", "those", "these"})
_PARTS = frozenset({"number", "count", "duration"})
_NOUN_REACH = 3
_NO_NOUNS = frozenset("and or but then to with for in on at by from while x".split())
_BARE = frozenset({"number", "ordinal"})
_UNITED = frozenset({"duration", "distance", "load", "angle", "percent", "rate", "ratio"})
_AND = ((), ("and",), (",",), (",", "and"), ("&",))
_FIGURES_OF_CLOCK = 4
_PART_REACH, _FEWEST_PARTS, _BETWEEN_PARTS = 16, 2, 3
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_SPANS = {"day": _DAY, "week": 7 * _DAY, "month": 2629800}


def with_wholes(items: Sequence[Modifier], terms: Terms) -> list[Modifier]:
    """Make one ratio of each part and whole with words between: "four answers out of five", "three of those five"."""
    low = terms.reading.words.low
    at = {item.first: item for item in items if item.kind == FIGURE}
    found = list(items)
    for item in at.values():
        figure = _whole_number(low, item)
        if not figure or item.family not in _PARTS:
            continue
        if item.family == "duration" and not _is_days(item):
            continue  # "20 minutes of 97112"
        place = _whole_behind(low, item.last, _is_days(item))
        if place is None or (low[item.first] in TIMES and "out" not in low[item.last : place]):
            continue  # "twice of late" is no part, "once out of five" is one
        whole = low[place] if low[place].isdecimal() else str(NUMBER_WORDS[low[place]])
        other = at.get(place)
        if other is not None and (other.family not in _PARTS or (other.family == "duration" and not _is_days(other))):
            continue  # "10 of the 35 minutes"
        value = f"{figure}/{whole}"
        last = max(place + 1, other.last if other is not None else 0)
        ratio = item._replace(family="ratio", value=value, figure=value, last=last)
        found = [ratio if one is item else one for one in found if one is not other]
    return found


def _is_days(item: Modifier) -> bool:
    return item.family == "duration" and as_float(item.value) >= _DAY


def _whole_number(low: Sequence[str], item: Modifier) -> str:
    """Return the figure of a part as written first: "3" of "three days"; "" for what is no whole number."""
    if item.figure.count("-") or not item.figure.isdecimal():
        return ""
    return item.figure


def _whole_behind(low: Sequence[str], last: int, is_days: bool) -> int | None:
    """Return the place of the whole behind a part, None where none is told as one; "3 days of 7" needs no "out"."""
    for at in range(last, min(len(low) - 1, last + _NOUN_REACH + 1)):
        if low[at] == "of" or low[at : at + 2] == ["out", "of"]:
            out = low[at] == "out"
            place = at + 1 + out
            pointed = place < len(low) and low[place] in (_DETERMINERS if out else _POINTING)
            place += pointed
            if place < len(low) and _is_number(low[place]) and (out or pointed or (is_days and at == last)):
                return place
            return None
        if not low[at].isalpha() or low[at] in SPLITS or low[at] in _NO_NOUNS or _is_number(low[at]):
            return None
    return None


def _is_number(word: str) -> bool:
    return word.isdecimal() or (word in NUMBER_WORDS and word not in TIMES)


def with_units(items: Sequence[Modifier], given: Shelf) -> list[Modifier]:
    """Give each bare figure the unit of another figure of its sentence: "6/10 at first, 3 at the end", "22 s and 31".

    Only where `given`, the other text, has it with that unit and the bare figure nowhere.
    """
    by_sentence: dict[int, list[Modifier]] = {}
    for item in items:
        if item.kind == FIGURE and item.family.partition(" ")[0] in _UNITED:
            by_sentence.setdefault(item.sentence, []).append(item)
    if not by_sentence:
        return list(items)
    return [_with_unit(item, by_sentence.get(item.sentence, ()), given) for item in items]


def with_clocks(items: Sequence[Modifier], terms: Terms, given: Shelf) -> list[Modifier]:
    """Read the figures that tell a time of day in words, if `given` has it: "half past two in the afternoon"."""
    times = [
        other
        for other in given.items
        if other.family == "clock" or (other.family == "number" and len(other.value) == _FIGURES_OF_CLOCK)
    ]
    return [_as_clock(item, terms, times) for item in items] if times else list(items)


def _as_clock(item: Modifier, terms: Terms, times: Sequence[Modifier]) -> Modifier:
    if item.family not in ("number", "clock", "count", "ratio", "duration"):
        return item
    told = time_told(terms.reading.words.low, item.first, item.last)
    for other in times if told else ():
        if other.value in (told, told.replace(":", "").zfill(4)) or _is_half_open(other.value, told):
            return item._replace(family=other.family, value=other.value, figure=other.figure)
    return item


def _is_half_open(written: str, told: str) -> bool:
    """A note's "2:30" may be of either half of the day."""
    hour, _, minutes = written.partition(":")
    return hour.isdecimal() and 0 < int(hour) < 8 and told == f"{int(hour) + 12}:{minutes}"


def with_parts(items: Sequence[Modifier]) -> list[Modifier]:
    """Give the parts of a time that are told behind it without a unit that of the whole: "6 min, 3 fwd/3 back"."""
    found = list(items)
    for whole in items:
        if whole.family != "duration" or whole.figure.count("-") or not whole.figure.isdecimal():
            continue
        parts = [
            place
            for place, item in sorted(enumerate(items), key=lambda one: one[1].first)
            if item.family == "number"
            and item.value.isdecimal()
            and item.sentence == whole.sentence
            and 0 <= item.first - whole.last <= _PART_REACH
        ]
        for size in range(_FEWEST_PARTS, len(parts) + 1):
            mates = parts[-size:]
            close = all(0 <= items[two].first - items[one].last <= _BETWEEN_PARTS for one, two in pairwise(mates))
            if close and sum(int(items[place].value) for place in mates) == int(whole.figure):
                unit = as_float(whole.value) / int(whole.figure)
                for place in mates:
                    value = f"{int(items[place].value) * unit:g}"
                    found[place] = items[place]._replace(family="duration", value=value)
                break
    return found


def with_spans(items: Sequence[Modifier], others: Sequence[Modifier]) -> list[Modifier]:
    """Read a count behind a frequency as for so long, if the other text has it so: "1x/wk x2" for two weeks."""
    told = {other.value for other in others if other.family == "duration"}
    often = {item.last: item.value.partition("/")[2] for item in items if item.family == "frequency"}
    found = []
    for item in items:
        span = _SPANS.get(often.get(item.first, ""), 0) if item.family == "count" and item.value.isdecimal() else 0
        value = f"{int(item.value) * span:g}" if span else ""
        found.append(item._replace(family="duration", value=value) if value in told else item)
    return found


def _with_unit(item: Modifier, beside: Sequence[Modifier], given: Shelf) -> Modifier:
    if item.family != "number" or not beside:
        return item
    there = [other for other in given.items if other.kind == FIGURE and _is_figure_of(item, other)]
    if not there or any(other.family in _BARE or other.family == "count" for other in there):
        return item
    families = {(one.family, one.value.partition("/")[2]) for one in beside}
    for other in there:
        if (other.family, other.value.partition("/")[2]) in families:
            return item._replace(family=other.family, value=other.value, figure=other.figure)
    return item


def _is_figure_of(item: Modifier, other: Modifier) -> bool:
    part = other.value.partition("/")[0] if other.family == "ratio" else other.figure
    return part == item.value


def is_summed(item: Modifier, others: Shelf, terms: Terms) -> bool:
    """Tell whether a text tells a time in two units: "2 min 10 s" for 130 seconds or 2:10, "1 hr 15 min" for 75 min."""
    told = item.value
    if item.family == "clock":
        one, _, two = told.partition(":")
        whole = f"{as_float(one) * _MINUTE + as_float(two):g}"
        return any(other.family == "duration" and other.value == whole for other in others.items) or any(
            one == larger and as_float(two) == as_float(rest) for larger, rest, _ in _sums(others, terms)
        )
    if item.family != "duration":
        return False
    clocks = (other.value.partition(":") for other in others.items if other.family == "clock")
    return any(told == f"{total:g}" for _, _, total in _sums(others, terms)) or any(
        told == f"{as_float(one) * _MINUTE + as_float(two):g}" for one, _, two in clocks
    )


def is_part_of_sum(item: Modifier, own: Shelf, terms: Terms, others: Shelf) -> bool:
    """Tell whether a time is one of two that stand together for a time which the other text tells as one."""
    if item.family != "duration":
        return False
    for one, two in _pairs(own, terms):
        if item in (one, two):
            total = as_float(one.value) + as_float(two.value)
            clock = f"{one.figure}:{two.figure.zfill(2)}"
            if any(
                (other.family == "duration" and other.value == f"{total:g}")
                or (other.family == "clock" and other.value == clock)
                for other in others.items
            ):
                return True
    return False


def _sums(shelf: Shelf, terms: Terms) -> Iterator[tuple[str, str, float]]:
    """Yield the two figures of each time in two units, and the whole time in seconds."""
    for one, two in _pairs(shelf, terms):
        yield one.figure, two.figure, as_float(one.value) + as_float(two.value)


def _pairs(shelf: Shelf, terms: Terms) -> Iterator[tuple[Modifier, Modifier]]:
    """Yield each two times that stand together, the second in the next smaller unit and less than one of the first."""
    low = terms.reading.words.low
    times = sorted((item for item in shelf.items if item.family == "duration"), key=lambda item: item.first)
    starts = [item.first for item in times]
    for one in times:
        at = bisect_left(starts, one.last)
        if at == len(times) or tuple(low[one.last : times[at].first]) not in _AND:
            continue
        two = times[at]
        larger, smaller = as_float(one.value), as_float(two.value)
        unit = larger / as_float(one.figure) if as_float(one.figure) else 0
        if round(unit) in (_MINUTE, _HOUR) and 0 < smaller < round(unit) and smaller != as_float(two.figure) * unit:
            yield one, two
