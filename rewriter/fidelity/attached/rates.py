"""So many of a thing in a time: "1 pad/d" told as one pad an hour, "3 voids/night" as three a week.

One of a thing is an article, and a period beside it is a word that may stand anywhere: only together they are a rate.
Each is held against the rates that the note gives the same thing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.modifiers import FIGURE, Keys, Modifier
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.quantities import NUMBER_WORDS

_PERIODS = {
    form: period
    for period, forms in {
        "hour": "hour hours hourly hr h hrs",
        "day": "day days daily d 24h",
        "night": "night nights nightly noc nocte",
        "week": "week weeks weekly wk wkly w",
        "month": "month months monthly mo mon",
        "year": "year years yearly annually yr",
        "shift": "shift shifts",
        "session": "session sessions visit visits",
        "meal": "meal meals mealtime",
        "minute": "minute minutes min",
    }.items()
    for form in forms.split()
}
_ADVERBS = frozenset("hourly daily nightly weekly wkly monthly yearly annually".split())
_PER = frozenset({"/", "per", "a", "an", "each", "every", "q"})
_LETTERS = frozenset({"h", "d", "w", "mo", "mon", "min"})  # periods behind a stroke only
_EVERY = frozenset({"every", "each", "q"})
_WORDS = 3
_ONE = frozenset({"a", "an", "one", "1", "single"})


class Rate(NamedTuple):
    """So many (`many`) of a thing in a `period`, at words `first:last`."""

    many: str
    keys: Keys
    period: str
    first: int
    last: int


def find_rates(terms: Terms) -> Iterator[Rate]:
    """Yield the rates of a text: a number, what it counts, and the period."""
    low = terms.reading.words.low
    for at, word in enumerate(low):
        period = _PERIODS.get(word)
        if period is None or at < 2:
            continue
        before = low[at - 1]
        end = at if word in _ADVERBS else at - 1 if before in _PER else -1
        if end < 0 or (word in _LETTERS and before != "/"):
            continue
        for first in range(end - 1, max(-1, end - 2 - _WORDS), -1):
            if not (low[first][0].isalnum()):
                break
            count = _count(low[first])
            if count and first + 1 < end:
                keys = _keys(terms, first + 1, end)
                if keys:
                    yield Rate(count, keys, period, first, at + 1)
                break


def find_unrepeated(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[tuple[int, int]]:
    """Yield the words of each "so many times" that the note has as how often: "VC q 2-3 reps" as "2-3 times"."""
    low = said.reading.words.low
    told = {item.value for item in stated if item.kind == FIGURE and _is_often(said, item)}
    for item in stated:
        if item.kind != FIGURE or item.value in told or "times" not in low[item.last - 1 : item.last + 1]:
            continue
        same = [other for other in asked if other.kind == FIGURE and other.value == item.value]
        if same and all(_is_often(note, other) for other in same):
            yield item.first, max(item.last, low.index("times", item.first) + 1)


def find_every(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[tuple[int, int]]:
    """Yield the words of each "every night" of what the note has so many times in a time, which the rewrite has not."""
    told = {item.value for item in stated}
    lost = [item for item in asked if item.family == "frequency" and item.value not in told]
    lost = [item for item in lost if not item.value.startswith("1/")]  # "weekly" for "1x/wk"
    low = said.reading.words.low
    there = {low for low in note.reading.words.low if low in _ADVERBS} | {"every"} & note.written
    for at, word in enumerate(low) if lost else ():
        first = at if word in _ADVERBS else at - 1 if word in _PERIODS and low[at - 1] in ("every", "each") else -1
        if first < 0 or low[first] in there:
            continue
        begin, end = part_around(said, first, at + 1)
        if any(item.kind == FIGURE and begin <= item.first <= at + 1 for item in stated):
            continue  # "three pads are used daily"
        keys = _keys(said, begin, end)
        if any(not keys.isdisjoint(_keys(note, *part_around(note, item.first, item.last))) for item in lost):
            yield first, at + 1


def _is_often(terms: Terms, item: Modifier) -> bool:
    return item.first > 0 and terms.reading.words.low[item.first - 1] in _EVERY


def _count(word: str) -> str:
    if word in _ONE:
        return "1"
    return word if word.isdecimal() else str(NUMBER_WORDS.get(word, "")) if word in NUMBER_WORDS else ""


def _keys(terms: Terms, first: int, last: int) -> Keys:
    inside = terms.inside(first, last)
    return frozenset(key for index in inside if terms.claims[index] for key in terms.keys[index])


def find_other_rates(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each rate of a thing that the note gives that thing in another period only."""
    given = list(find_rates(note))
    for rate in find_rates(said) if given else ():
        same = [other for other in given if not rate.keys.isdisjoint(other.keys)]
        if same and all(other.period != rate.period for other in same):
            yield rate.first, rate.last
