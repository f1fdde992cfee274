"""What is neither true word for word nor untrue: told less exactly, worked out, entailed, or left out with a reason.

Less exact and entailed are facts to know (info), a figure worked out is a warning: the note gives its parts, not it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rewriter.fidelity.related.pairs import LESS, MORE, is_comparative
from rewriter.fidelity.rewording.partners import Held, is_told_less
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.visit import Visit

# What is the bill's, not the narrative's.
_BILLED = frozenset({"duration", "count", "number"})
_COUNTS = frozenset({"count", "number"})
_MEASURES = frozenset({"distance", "duration", "load"})
_TOTAL = frozenset({"total", "totalling", "totaling", "totaled", "totals", "altogether", "combined", "overall", "sum"})
_TOTAL_REACH, _BESIDE = 6, 6
_MOST_PARTS, _MOST_TIMES = 4, 12
_HALF_DAY, _MINUTE = 12 * 60, 60
_FEWEST_REPEATED = 2
_COMPARED = 2


class Computed(NamedTuple):
    """A figure of the rewrite, and the figures of the note that it was worked out from."""

    item: Modifier
    parts: tuple[Modifier, ...]


def find_computed(items: Iterable[Modifier], given: Shelf, stated: Shelf, said: Terms) -> list[Computed]:
    """Return those of the untrue figures that the note's own figures make: 3 x 10 is 30, 15 and 10 minutes are 25."""
    figures = sorted((one for one in given.items if one.kind == FIGURE), key=lambda one: (one.first, one.last))
    found = []
    for item in items:
        value = _number(item)
        if item.kind == FIGURE and value is not None:
            parts = (
                _as_product(item, value, figures, stated)
                or _as_total(item, value, figures, said)
                or _as_span(item, value, figures)
                or _as_difference(item, value, figures, stated, said)
            )
            if parts:
                found.append(Computed(item, parts))
    return found


def _number(item: Modifier) -> float | None:
    return float(item.value) if item.value.replace(".", "", 1).isdecimal() else None


def _as_product(item: Modifier, value: float, figures: Sequence[Modifier], stated: Shelf) -> tuple[Modifier, ...]:
    """Return the factors of a dose ("3x10", "50 ft x2") whose product the figure is, said of the same thing.

    Where a factor still stands beside it ("2 trials of 60 s" for 30 s x2) the product is no product but untrue.
    """
    near = {
        other.value
        for other in stated.items
        if other is not item and other.kind == FIGURE and abs(other.first - item.first) <= _BESIDE
    }
    for one, two in pairwise(figures):
        if one.first != two.first and one.last != two.first:
            continue
        families = {one.family, two.family}
        measured = item.family.partition(" ")[0] in _MEASURES and families == {item.family, "count"}
        of_kind = measured or (item.family in _COUNTS and families <= _COUNTS)
        left, right = _number(one), _number(two)
        if not of_kind or left is None or right is None or min(left, right) <= 1 or left * right != value:
            continue
        if one.value in near or two.value in near:
            continue
        told = one.head | two.head | one.near | two.near
        if not item.head or item.head & told or item.near & told:
            return one, two
    return ()


def _as_total(item: Modifier, value: float, figures: Sequence[Modifier], said: Terms) -> tuple[Modifier, ...]:
    """Return the times whose sum the figure is, where the rewrite calls it a total."""
    low = said.reading.words.low
    if item.family != "duration" or _TOTAL.isdisjoint(
        low[max(0, item.first - _TOTAL_REACH) : item.last + _TOTAL_REACH]
    ):
        return ()
    times = [one for one in figures if one.family == "duration" and _number(one)][:_MOST_TIMES]
    for count in range(2, _MOST_PARTS + 1):
        for parts in combinations(times, count):
            if sum(_number(one) or 0 for one in parts) == value:
                return parts
    return ()


def _as_span(item: Modifier, value: float, figures: Sequence[Modifier]) -> tuple[Modifier, ...]:
    """Return the start and the stop that the time lies between."""
    clocks = [one for one in figures if one.family == "clock" and one.value.count(":") == 1]
    for one, two in pairwise(clocks if item.family == "duration" else ()):
        start, stop = (
            int(hours) * _MINUTE + int(minutes) for hours, minutes in (one.value.split(":"), two.value.split(":"))
        )
        if one.sentence == two.sentence and (stop - start) % _HALF_DAY * _MINUTE == value:
            return one, two
    return ()


def _as_difference(
    item: Modifier, value: float, figures: Sequence[Modifier], stated: Shelf, said: Terms
) -> tuple[Modifier, ...]:
    """Return two values of one measure that the figure tells the difference of, both told: "five seconds quicker"."""
    low = said.reading.words.low
    behind = low[item.last : item.last + _COMPARED]
    if not any(word in MORE or word in LESS or is_comparative(word) for word in behind):
        return ()
    for one, two in combinations([one for one in figures if one.family in (item.family, "number", "ratio")], 2):
        if one.sentence != two.sentence or (one.family != two.family and "number" not in (one.family, two.family)):
            continue
        left, right = (_score(part) for part in (one, two))
        told = all(any(near.sentence == item.sentence for near in stated.same(part)) for part in (one, two))
        if told and left is not None and right is not None and abs(left - right) == value > 0:
            return one, two
    return ()


def _score(item: Modifier) -> float | None:
    return _number(item._replace(value=item.value.partition("/")[0]))


def find_generalised(note: Terms, rewrite: Held, strange: frozenset[int]) -> Iterator[int]:
    """Yield the terms of the note that the rewrite tells less exactly: "walker" for "rolling walker"."""
    for index, keys in enumerate(note.keys):
        is_lost = note.claims[index] and note.less[index] and rewrite.keys.isdisjoint(keys)
        if is_lost and is_told_less(note, index, rewrite, strange):
            yield index


def find_entailed(said: Terms, given: Held) -> Iterator[int]:
    """Yield the terms of the rewrite that the note says only by a declared entailment: "balance" beside a Romberg."""
    entailed = {key for terms in given.texts for key in terms.possible if key[0] == "="}
    if not entailed:
        return
    told = frozenset().union(*(keys for terms in given.texts for keys in terms.keys))
    for index, keys in enumerate(said.keys):
        is_new = said.claims[index] and not entailed.isdisjoint(keys) and told.isdisjoint(keys)
        if is_new and said.kind(index) != "verb":  # verbs are licensed
            yield index


def find_repeated(note: Terms, said: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each sentence of the note that says again what one before said, if told once."""
    low = note.reading.words.low
    seen: dict[tuple[str, ...], int] = {}
    for number, sentence in enumerate(note.reading.sentences):
        words = tuple([word for word in low[sentence.label : sentence.last] if word[0].isalnum()])
        here = range(bisect_left(note.sentence, number), bisect_right(note.sentence, number))
        claiming = [index for index in here if note.claims[index]]
        if len(claiming) < _FEWEST_REPEATED:
            continue
        seen[words] = seen.get(words, 0) + 1
        if seen[words] > 1 and 0 < min(len(said.partners(note.keys[index])) for index in claiming) < seen[words]:
            yield sentence.first, sentence.last


def is_administrative(item: Modifier, note: Terms, visit: Visit) -> bool:
    """Minutes and figures of billing are kept by the visit; leaving them out of the narrative loses nothing."""
    if item.family not in _BILLED:
        return False
    if visit.minutes is not None and (item.family, item.value) in (
        ("duration", f"{visit.minutes * 60:g}"),
        ("number", f"{visit.minutes:g}"),
        ("count", f"{visit.minutes:g}"),
    ):
        return True
    near = note.reading.between(item.first - 2, item.last + 2)
    return any(
        note.reading.mentions[index].sense.kind in ("code", "units", "admin")
        and note.sentence_at(note.reading.mentions[index].first) == item.sentence
        for index in near
    )
