"""Values traded between the things they belong to: "R 12 s, L 4 s" told as "4 seconds on the right and 12 on the left".

A trade needs four partners: two things of the note with their two values, and the same two values the other way round
in the rewrite.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rewriter.fidelity.related.rows import FEWEST, Row, Streams
from rewriter.fidelity.related.tokens import NO_LABELS, is_same
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, SIDE, Keys

_VALUES = frozenset({LEVEL, CUE, "status", "part", "motion", "deed"})
# What is no value of what: a part of the body is told of a side, not of a posture.
_NAMED = {"part": frozenset({SIDE}), "motion": frozenset({"part", SIDE}), "deed": frozenset({SIDE})}


class Trade(NamedTuple):
    """Two rows of the rewrite that have each other's value in the note."""

    one: Row
    two: Row


def find_trades(said: Streams, given: Streams) -> Iterator[Trade]:
    """Yield the rows of the rewrite whose values are traded against the note."""
    things = [
        kind
        for kind, tokens in said.tokens.items()
        if not (kind in NO_LABELS or kind.startswith(FIGURE))
        and min(len(tokens), len(given.tokens.get(kind, ()))) >= FEWEST
    ]
    given_rows: dict[tuple[str, str], list[Row]] = {}
    for value_kind, values in said.tokens.items():
        is_figure = value_kind.startswith(FIGURE)
        if len(values) < FEWEST or not (is_figure or value_kind in _VALUES):
            continue
        named = _NAMED.get(value_kind, things)
        for label_kind in things:
            if label_kind == value_kind or label_kind not in named:
                continue
            if said.most_rows(label_kind, value_kind) < FEWEST:
                continue
            rows = said.rows(label_kind, value_kind)
            if len(rows) < FEWEST:
                continue
            kinds = label_kind, FIGURE if is_figure else value_kind
            if kinds not in given_rows:
                rows_there = (row for kind in given.of_class(value_kind) for row in given.rows(label_kind, kind))
                given_rows[kinds] = list({_meaning(row): row for row in rows_there}.values())
            if len(given_rows[kinds]) >= FEWEST:
                yield from _traded(rows, given_rows[kinds])


def _meaning(row: Row) -> tuple[Keys, Keys, tuple[str, ...]]:
    """Return what a row says, wherever it stands: a long note says the same again and again."""
    item = row.value.value
    return row.label.keys, row.value.keys, item[:4] if item is not None else ()


def _traded(rows: Sequence[Row], known: Sequence[Row]) -> Iterator[Trade]:
    """Yield the trades among rows of one kind, of which the note has the `known` ones."""
    for (one, ours), (two, theirs) in combinations(_unsettled(rows, known), 2):
        meant = [row for row in ours if is_same(two.value, row.value)]
        others = [row for row in theirs if is_same(one.value, row.value)] if meant else []
        if any(_is_traded(one, two, mine, other) for mine in meant for other in others if mine is not other):
            yield Trade(one, two)


def _unsettled(rows: Iterable[Row], known: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """Return the rows that the note does not have so, each with what the note has for their things."""
    by_key: dict[str, list[int]] = {}
    for at, row in enumerate(known):
        for key in row.label.keys:
            by_key.setdefault(key, []).append(at)
    rows = list(rows)
    labels = {row.label.keys for row in rows}
    common = {key for one, two in combinations(labels, 2) for key in one & two}  # "tandem stance", "single leg stance"
    found = []
    for row in rows:
        counts: dict[int, int] = defaultdict(int)
        for key in row.label.keys - common or row.label.keys:
            for at in by_key.get(key, ()):
                counts[at] += 1
        most = max(counts.values(), default=0)  # "eyes closed" has a word of "eyes open"
        places = [at for at in sorted(counts) if counts[at] == most]
        if places and not any(is_same(row.value, known[at].value) for at in places):
            found.append((row, [known[at] for at in places]))
    return found


def _is_traded(one: Row, two: Row, mine: Row, other: Row) -> bool:
    """The note has `mine` for the thing of `one` and `other` for that of `two`; the values are told the other way."""
    if is_same(mine.value, other.value):
        return False
    if not (is_same(one.value, other.value) and is_same(two.value, mine.value)):
        return False
    if is_same(one.value, mine.value) or is_same(two.value, other.value):
        return False
    here, there = one.label.keys, two.label.keys
    alike = here & there  # "tandem stance" and "single leg stance" are told apart by the rest
    own, others = mine.label.keys - other.label.keys - alike, other.label.keys - mine.label.keys - alike
    return bool(here & own and there & others) and not (here & others or there & own)
