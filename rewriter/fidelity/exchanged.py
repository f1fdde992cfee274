"""Amounts of help and cues that changed places: "level transfers CGA, uphill min A" told the other way round.

Both texts are read for what stands in one part of a sentence with an amount or a cue. A word that stands with one value
only belongs to it. Two values changed places where the words told with each all belong to the other.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rewriter.fidelity.modifiers import CUE, FIGURE, LEVEL, Modifier
from rewriter.fidelity.terms import SPLITS, Terms

_PARTED = (SPLITS - {":"}) | {"and", "while", "whereas", "but", "then", "versus", "vs"}
# An amount told as a manner, behind what was done: "30 seconds on their own".
_IN_WORDS = (
    *((("on", whose, "own"), "independent") for whose in ("his", "her", "their", "own")),
    *((("by", whom), "independent") for whom in ("himself", "herself", "themselves")),
    (("without", "help"), "independent"),
    (("without", "assistance"), "independent"),
    (("someone", "standing", "by"), "standby"),
    (("someone", "close", "by"), "standby"),
    (("therapist", "standing", "by"), "standby"),
    (("therapist", "close", "by"), "standby"),
)
_OPENING = frozenset(words[0] for words, _ in _IN_WORDS)
_FAR = 2  # sentences
_MOST = 40


class Hold(NamedTuple):
    """A value at words `first:last`, the keys of what is told with it, and the sentence."""

    first: int
    last: int
    kind: str
    value: str
    keys: frozenset[str]
    sentence: int


def find_exchanged(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[tuple[Hold, Hold]]:
    """Yield the pairs of values of the rewrite (`said`, its modifiers `stated`) that have each other's words."""
    here, there = find_holds(said, stated), find_holds(note, asked)
    if len(here) < 2 or len(there) < 2 or max(len(here), len(there)) > _MOST:
        return
    for one, two in combinations(here, 2):
        if one.kind != two.kind or one.value == two.value or two.sentence - one.sentence > _FAR:
            continue
        values = _values_by_key(there, one, two)
        if _belongs(one, two, values) and _belongs(two, one, values):
            yield one, two


def find_holds(terms: Terms, modifiers: Sequence[Modifier]) -> list[Hold]:
    """Return the amounts and cues of a text that stand alone of their kind in a part of a sentence."""
    low = terms.reading.words.low
    values = [(item.first, item.last, item.kind, item.value) for item in modifiers if item.kind in (LEVEL, CUE)]
    for at in [at for at, word in enumerate(low) if word in _OPENING]:
        for words, value in _IN_WORDS:
            if tuple(low[at : at + len(words)]) == words:
                values.append((at, at + len(words), LEVEL, value))
    figures: dict[int, list[str]] = defaultdict(list)
    for item in modifiers:
        if item.kind == FIGURE:
            figures[item.first] += [f"figure:{item.value}", f"figure:{item.figure}"]
    found = []
    for first, last, kind, value in sorted(values):
        begin, end = _part(low, first, last)
        if sum(begin <= other[0] < end and other[2] == kind for other in values) > 1:
            continue
        inside = range(bisect_left(terms.place, begin), bisect_left(terms.place, end))
        keys = {key for at in inside if not first <= terms.place[at] < last for key in terms.keys[at]}
        keys.update(key for at in range(begin, end) for key in figures.get(at, ()))
        found.append(Hold(first, last, kind, value, frozenset(keys), terms.sentence_at(first)))
    return found


def _part(low: Sequence[str], first: int, last: int) -> tuple[int, int]:
    while first > 0 and low[first - 1] not in _PARTED:
        first -= 1
    while last < len(low) and low[last] not in _PARTED:
        last += 1
    return first, last


def _values_by_key(there: Sequence[Hold], one: Hold, two: Hold) -> dict[str, set[str]]:
    """Return with which of the two values each word of the note stands."""
    found: dict[str, set[str]] = defaultdict(set)
    for hold in there:
        if hold.kind == one.kind and hold.value in (one.value, two.value):
            for key in hold.keys:
                found[key].add(hold.value)
    return found


def _belongs(one: Hold, two: Hold, values: dict[str, set[str]]) -> bool:
    """Every word told with the one that stands with a single value of the two stands with the other's."""
    owners = [values[key] for key in one.keys if len(values.get(key, ())) == 1]
    return bool(owners) and all(owner == {two.value} for owner in owners)
