"""A figure told in another way: as a share, a date, in parts, inside a name, as none or as one of a unit.

Asked in both directions: whether a figure of the rewrite is in the note in other words, and one of the note in the
rewrite.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rewriter.fidelity.rewording.counted import (
    has_key,
    how_often,
    is_in_range,
    is_of_pair,
    is_regular,
    is_said_again,
    is_same_count,
    is_twofold,
    is_whole_day,
    said_often,
)
from rewriter.fidelity.rewording.graded import tells_level
from rewriter.fidelity.rewording.joined import is_summed
from rewriter.fidelity.rewording.timed_tests import is_figure_of_test
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, Keys, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.shortened import may_stand_for
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import is_share, parts_of_prime, plain, share, shares_told, singles
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.quantities.numerals import as_float
from rewriter.reading.quantities.units import UNITS

_PARTS_REACH = 4
_NAMING = frozenset({"number", "count", "ordinal", "distance in meter", "distance in inch", "distance in foot"})
_PAIRED = frozenset({"pair", "both", "bilateral", "bilaterally", "couple"})
_IN_ROW = frozenset({",", "and", "then", ";", "&", "for", "x"})
_RATING_REACH = 8
_BESIDE = 2
_SCALE_REACH = 8
_DAY = 86400
_REGULARLY = {"1/day": "=daily", "1/week": "=weekly"}
_STRENGTH = frozenset("mmt muscle strength".split())
_COUNTED = frozenset({"number", "count", "angle"})
_LENGTHS = ("distance", "load", "rate")
_TURNS = frozenset("trial attempt set round bout lap pass try run task block rep repetition".split())
_GOING = frozenset({"\u2192", "->", "to", "then"})
_FIRST = frozenset("first initial initially opening beginning earliest starting start started".split())
_NONE = frozenset({"no", "none", "nil", "never", "not", "without", "denies", "denied", "nothing", "zero", "0"})
_UNITS_OF_TIME = {"60": "minute", "3600": "hour", "86400": "day", "604800": "week", "2629800": "month"}


def is_told_otherwise(item: Modifier, given: Shelf, said: Terms, held: Sequence[Terms]) -> bool:
    """The note tells the figure in another way: as a share, a date, in words, as none, or cut short."""
    if any(_is_shared(item, given, terms) or is_summed(item, given, terms) for terms in held):
        return True
    if item.family == "frequency" and any(_REGULARLY.get(item.value) in terms.by_key for terms in held):
        return True
    if item.family == "ratio" and (_is_rated(item, given, held[0].reading.words.low) or _is_dated(item, held)):
        return True
    if item.value == "1:1":  # one on one: no time of day
        return any(terms.holds(["one", "on", "one"]) or "individual" in terms.written for terms in held)
    if is_figure_of_test(item, said, held):
        return True
    if item.value == "2" and any(other.value == "bilateral" and other.head & item.head for other in given.items):
        return True
    if item.value == "2" and any(is_twofold(item, said, terms) for terms in held):
        return True
    if item.value == "2" and is_of_pair(item, given, said):
        return True
    if item.family in ("number", "ordinal") and is_in_range(item, given, said):
        return True
    if item.family == "frequency" and any(
        one.family in ("count", "number")
        and how_often(one, held[0].reading.words.low) == item.value
        and is_same_count(one, item, held[0].reading.words.low)
        for one in given.named(item.value.partition("/")[0])
        if one.last <= len(held[0].reading.words.low)
    ):
        return True
    if item.value == "0":
        return any(_denies_beside(item, terms) for terms in held)
    low = said.reading.words.low
    if item.family in ("count", "number") and (often := how_often(item, low)):
        return any(other.family == "frequency" and is_same_count(item, other, low) for other in given.named(often))
    if item.value == "12" and "noon" in low[item.last : item.last + 1]:
        return any("noon" in terms.reading.words.low for terms in held)
    if item.family == "duration" and any(
        _UNITS_OF_TIME.get(item.value) in singles(terms.reading.words.low) for terms in held
    ):
        return True
    if item.family in _NAMING and any(_is_in_name(item, said, terms) for terms in held):
        return True
    if item.family in ("number", "count") and any(_counts_row(item, said, terms) for terms in held):
        return True
    if item.family in ("number", "count") and item.value.count("-") == 1:
        return all(given.named(part) for part in item.value.split("-"))  # "1-2" for "one or two"
    if low[item.last + 1 : item.last + 2] in (["unit"], ["units"]) and low[item.last].isdecimal():
        return any(item.value in _units(terms) for terms in held)  # "two 97112 units"
    word = low[item.first]
    return word.isalpha() and any(
        may_stand_for(terms.reading.words.low[at], [word], 0) for terms in held for at in terms.unread
    )


def _is_rated(item: Modifier, given: Shelf, low: Sequence[str]) -> bool:
    """Thus: "4/10" where the note has "4 -> 6/10", or both figures close by ("5 misses of 12")."""
    part, _, whole = item.value.partition("/")
    for one in given.named(part):
        if one.family not in ("number", "count"):
            continue
        for other in given.items:
            if other.sentence != one.sentence or abs(other.first - one.last) > _RATING_REACH:
                continue
            between = low[min(one.last, other.last) : max(one.first, other.first)]
            scaled = other.family == "ratio" and other.value.endswith("/" + whole)
            if scaled and not _GOING.isdisjoint(between):
                return True
            if other.value == whole and len(between) <= _PARTS_REACH and not {"of", "out"}.isdisjoint(between):
                return True
    return False


def _is_dated(item: Modifier, held: Iterable[Terms]) -> bool:
    """A text names the month and the day of "11/19"."""
    month, _, day = item.value.partition("/")
    for terms in held:
        low = terms.reading.words.low
        for index in terms.by_key.get("month:" + month, ()):
            at = terms.place[index]
            if day in low[max(0, at - 3) : at + 3]:
                return True
    return False


def is_told(item: Modifier, stated: Shelf, said: Terms) -> bool:
    """The rewrite tells the value in parts, in other words, inside a name ("a four-inch step") or as one of a unit."""
    if _in_parts(item, stated) or "level:" + item.value in said.possible:
        return True
    if item.kind != FIGURE:
        return item.kind == LEVEL and tells_level(item, said)
    low = said.reading.words.low
    if item.family == "ordinal" and item.value == "1" and not _FIRST.isdisjoint(low):
        return True  # "the first 5 minutes", "the initial 2"
    if item.value == "1:1" and (said.holds(["one", "on", "one"]) or "individual" in said.written):
        return True
    if _is_shared(item, stated, said):
        return True
    if item.family == "ratio" and _is_dated(item, (said,)):
        return True
    if item.family == "frequency":
        if is_regular(low, item.value):
            return True
        counts = (one for one in stated.named(item.value.partition("/")[0]) if one.family in ("count", "number"))
        return any(how_often(one, low) == item.value and is_same_count(one, item, low) for one in counts)
    if item.figure in ("24", "24/7") and is_whole_day(low):
        return True
    if item.value == "0" and _denies_beside(item, said):
        return True
    if item.family == "duration" and _UNITS_OF_TIME.get(item.value) in singles(low):
        return True
    if is_summed(item, stated, said):
        return True
    if item.value == "2" and _is_pair(item, said):
        return True
    return any(
        figure == plain(item.figure)
        and (not item.head or item.head & keys or (unit and unit in item.family))
        and _is_of_unit(item, unit)
        for figure, keys, unit in _figures_in_names(said)
    )


def is_named_otherwise(item: Modifier, said: Terms, note: Terms) -> bool:
    """Tell whether a figure is part of what a rewrite has in other words: "turn 360", "a full circle"; "set 2"."""
    if item.value == "2" and note.reading.words.low[item.first - 1] in _TURNS and _tells_second(said):
        return True
    low = note.reading.words.low
    if item.family in ("count", "number") and (often := how_often(item, low)) and often in said_often(said):
        return True
    if item.family == "count" and is_said_again(item, said, note):
        return True
    words = note.reading.words
    before = words.text.rfind(" ", 0, words.start[item.first])
    named = words.text[before + 1 : words.end[item.first]].strip()
    if named[0].isalpha() and item.figure in named and named in said.reading.words.text.split():
        return True  # "D2" stays as written
    first, last = bisect_left(note.place, item.first - _BESIDE), bisect_left(note.place, item.last + _BESIDE)
    keys = {key for index in range(first, last) for key in note.keys[index]}
    return any(key[0] == "=" and item.figure in key[1:].split() and key in said.by_key for key in keys)


def _is_pair(item: Modifier, said: Terms) -> bool:
    """Two of a thing told as a pair, as both, or as the second one: "a pair of hurdles", "both feet"."""
    low = said.reading.words.low
    if item.family == "ordinal":
        return _tells_second(said)
    for at, word in enumerate(low):
        if word in _PAIRED and any(has_key(said, item.head, near) for near in range(at, at + 4)):
            return True
    return False


def is_scaled(item: Modifier, stated: Shelf, note: Terms) -> bool:
    """Tell whether a score is told without the end of its scale: "Berg 44" for 44/56, "pain 6" for 6/10."""
    part, _, whole = item.value.partition("/")
    if item.family != "ratio" or not whole.isdecimal():
        return False
    low, first = note.reading.words.low, max(0, item.first - _SCALE_REACH)
    kinds = {note.reading.mentions[at].sense.kind for at in note.reading.between(first, item.first)}
    scored = "measure" in kinds or (whole == "10" and not kinds.isdisjoint(("symptom", "vital")))
    if not scored and (whole != "5" or _STRENGTH.isdisjoint(low[first : item.first])):
        return False
    return any(other.family == "number" and other.value == part for other in stated.named(part))


def _tells_second(said: Terms) -> bool:
    low = said.reading.words.low
    return any(low[at] == "second" and not _is_counted(low[at - 1]) for at in range(1, len(low)))


def _is_counted(word: str) -> bool:
    return word in NUMBER_WORDS or word[0].isdecimal()


def _units(terms: Terms) -> set[str]:
    return {terms.reading.mentions[at].sense.id for at in terms.reading.having("units")}


def _is_in_name(item: Modifier, said: Terms, terms: Terms) -> bool:
    """The figure is part of what the text names: "type 2" of DM2, "ten-meter walk" of the 10MWT."""
    here = range(bisect_left(said.sentence, item.sentence), bisect_right(said.sentence, item.sentence))
    return any(
        figure == plain(item.figure)
        and _is_of_unit(item, unit)
        and any(not keys.isdisjoint(said.keys[index]) for index in here)
        for figure, keys, unit in _figures_in_names(terms)
    )


def _is_of_unit(item: Modifier, unit: str) -> bool:
    """A figure of a length or a time is none of a name with another unit: 25 meters, "timed 25-foot walk"."""
    return not unit or unit in item.family or not item.family.startswith(_LENGTHS)


def _counts_row(item: Modifier, said: Terms, terms: Terms) -> bool:
    """So many figures stand in a row there, and are all told here: "three bouts: two minutes, one minute, 90 s"."""
    low = terms.reading.words.low
    rows: list[list[int]] = []
    for number, (sense, first, _) in enumerate(terms.reading.mentions):
        if sense.kind in ("duration", "distance"):
            before = terms.reading.mentions[rows[-1][-1]] if rows else None
            if before is not None and before.sense.kind == sense.kind and set(low[before.last : first]) <= _IN_ROW:
                rows[-1].append(number)
            else:
                rows.append([number])
    told = {mention.sense.id for mention in said.reading.mentions}
    return any(
        len(row) > 1
        and str(len(row)) == item.value
        and told.issuperset(terms.reading.mentions[number].sense.id for number in row)
        for row in rows
    )


def _denies_beside(item: Modifier, terms: Terms) -> bool:
    """A text denies, in a sentence with the words that a nought stands among: "no pain" for "pain 0"."""
    for key in item.head | item.near:
        for index in terms.by_key.get(key, ()):
            if (number := terms.sentence[index]) >= 0:
                sentence = terms.reading.sentences[number]
                if not _NONE.isdisjoint(terms.reading.words.low[sentence.first : sentence.last]):
                    return True
    return False


def _figures_in_names(said: Terms) -> Iterator[tuple[str, Keys, str]]:
    """Yield the figures that are part of what is named, its keys, and the unit: "a four-inch step", "six patients"."""
    low = said.reading.words.low
    by_place = dict(zip(said.place, said.keys, strict=True))
    for sense, first, last in said.reading.mentions:
        if sense.kind in QUANTITIES:
            continue
        for at in range(first, last):
            if low[at] in NUMBER_WORDS or low[at].isdecimal():
                keys = frozenset(key for place in range(first, last) for key in by_place.get(place, ()))
                unit = UNITS[low[at + 1]][1] if low[at + 1 : at + 2] and low[at + 1] in UNITS else ""
                yield str(NUMBER_WORDS.get(low[at], low[at])), keys, unit


def _in_parts(item: Modifier, stated: Shelf) -> bool:
    """A ratio is told by its two figures ("two answers out of five"), a clock time without its colon."""
    if primes := parts_of_prime(item.value):
        minutes, seconds, whole = primes[0], primes[1], primes[2]
        told = {other.value for other in stated.named(*primes)}
        return primes[3] in told or primes[4] in told or (seconds in told and bool({minutes, whole} & told))
    if item.family not in ("ratio", "clock"):
        return False
    parts = item.value.replace(":", "/").split("/")
    figures = {
        other.figure if other.family == "duration" else other.value
        for other in stated.named(*parts, "".join(parts))
        if other.family in _COUNTED or other.family == "ordinal" or _is_days(other)
    }
    return figures.issuperset(parts) or (item.family == "clock" and "".join(parts) in figures)


def _is_days(item: Modifier) -> bool:
    """Of days and visits one is told as of so many: "the sixth of fifteen days"."""
    return item.family == "duration" and item.value == f"{as_float(item.figure) * _DAY:g}"


def _is_shared(item: Modifier, others: Shelf, terms: Terms) -> bool:
    """A text tells the same part of a whole, in words or in other figures: "half of the trials", "50 %", "1/2"."""
    if (part := share(item.family, item.value, item.figure)) is None:
        return False
    shares = (share(one.family, one.value, one.figure) for one in others.items)
    return is_share(part, [*shares_told(terms.reading.words.low), *(other for other in shares if other is not None)])
