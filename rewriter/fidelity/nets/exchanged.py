"""Amounts of help, cues and figures that changed places: "level transfers CGA, uphill min A" told the other way round.

Both texts are read for what stands in one part of a sentence with a value. A word that stands with one value only
belongs to it. Two values changed places where the words told with each all belong to the other. What leads the first
of two is often told of both: of "steps 3/6 with a list, 5/6 with cues" the steps.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms

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
_ONE_FAMILY = {"number": "count"}
_FAR = 2  # sentences
_MOST = 40


class Hold(NamedTuple):
    """A value at words `first:last`, the keys of what is told with it and of what stands behind it, and the sentence.

    `family` says what may change places with it.
    """

    first: int
    last: int
    kind: str
    family: str
    value: str
    keys: frozenset[str]
    behind: frozenset[str]
    sentence: int


def find_exchanged(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[tuple[Hold, Hold]]:
    """Yield the pairs of values of the rewrite (`said`, its modifiers `stated`) that have each other's words."""
    here, there = find_holds(said, stated), find_holds(note, asked, alone=False)
    if len(here) < 2 or len(there) < 2 or max(len(here), len(there)) > _MOST:
        return
    for one, two in combinations(here, 2):
        if one.family != two.family or one.value == two.value or two.sentence - one.sentence > _FAR:
            continue
        values = _values_by_key(there, one, two)
        if not _belongs(two.keys, one, values):
            continue
        if _belongs(one.keys, two, values) or (one.sentence == two.sentence and _belongs(one.behind, two, values)):
            yield one, two


def find_holds(terms: Terms, modifiers: Sequence[Modifier], alone: bool = True) -> list[Hold]:
    """Return the values that stand alone of their kind in a part of a sentence.

    Unless `alone`, a figure may stand with others: "grip R 40 L 52" are both of grip.
    """
    low = terms.reading.words.low
    values = [
        (item.first, item.last, item.kind, _ONE_FAMILY.get(item.family, item.family), item.value)
        for item in modifiers
        if item.kind in (LEVEL, CUE, FIGURE)
    ]
    for at in [at for at, word in enumerate(low) if word in _OPENING]:
        for words, value in _IN_WORDS:
            if tuple(low[at : at + len(words)]) == words:
                values.append((at, at + len(words), LEVEL, LEVEL, value))
    figures: dict[int, list[str]] = defaultdict(list)
    for item in modifiers:
        if item.kind == FIGURE:
            figures[item.first] += [f"figure:{item.value}", f"figure:{item.figure}"]
    found = []
    for first, last, kind, family, value in sorted(values):
        begin, end = around(low, first, last, _PARTED)
        if (alone or kind != FIGURE) and sum(begin <= other[0] < end and other[3] == family for other in values) > 1:
            continue
        inside = terms.inside(begin, end)
        keys = {key for at in inside if not first <= terms.place[at] < last for key in terms.keys[at]}
        behind = {key for at in inside if terms.place[at] >= last for key in terms.keys[at]}
        if kind != FIGURE:
            keys.update(key for at in range(begin, end) for key in figures.get(at, ()))
            behind.update(key for at in range(last, end) for key in figures.get(at, ()))
        held = frozenset(keys), frozenset(behind)
        found.append(Hold(first, last, kind, family, value, *held, terms.sentence_at(first)))
    return found


def _values_by_key(there: Sequence[Hold], one: Hold, two: Hold) -> dict[str, set[str]]:
    """Return with which of the two values each word of the note stands."""
    found: dict[str, set[str]] = defaultdict(set)
    for hold in there:
        if hold.family == one.family and hold.value in (one.value, two.value):
            for key in hold.keys:
                found[key].add(hold.value)
    return found


def _belongs(keys: frozenset[str], other: Hold, values: dict[str, set[str]]) -> bool:
    """Every word that stands with a single value of the two stands with the other's."""
    owners = [values[key] for key in keys if len(values.get(key, ())) == 1]
    return bool(owners) and all(owner == {other.value} for owner in owners)
