"""Values traded between the things they belong to: "R 12 s, L 4 s" told as "4 seconds on the right and 12 on the left".

Both texts are read for rows: stretches in which things of one kind (sides, postures, movements, deeds) and values of
one kind (figures, amounts of assistance) stand by turns. Which comes first does not matter, "88/54 sitting" or "sitting
88/54": the first thing belongs to the first value. A trade needs four partners: two things of the note with their two
values, and the same two values the other way round in the rewrite.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rewriter.fidelity.modifiers import CUE, FIGURE, LEVEL, SIDE, Keys, Modifier
from rewriter.fidelity.shelf import agree
from rewriter.fidelity.terms import Terms

# Kinds that name one row of things.
_STREAMS = {
    **dict.fromkeys(("activity", "task", "function", "treatment"), "deed"),
    **dict.fromkeys(("device", "equipment"), "device"),
    **dict.fromkeys(("impairment", "symptom", "ability"), "finding"),
    **dict.fromkeys(("part", "position", "vision", "surface", "measure", "vital"), ""),
}
_MOTIONS = frozenset(
    "flexion extension abduction adduction rotation dorsiflexion plantarflexion pronation supination inversion "
    "eversion flexors extensors abductors adductors rotators dorsiflexors plantarflexors pronators supinators evertors "
    "invertors flex ext abd add df pf elevation depression protraction retraction deviation opposition".split()
)
# Words that are told apart by each other alone.
_OPPOSED = (
    ("with", "without"),
    ("before", "after"),
    ("pre", "post"),
    ("upper", "lower"),
    ("proximal", "distal"),
    ("medial", "lateral"),
    ("anterior", "posterior"),
    ("forward", "backward"),
    ("ulnar", "radial"),
    ("rest", "activity"),
    ("internal", "external"),
    ("on", "off"),
    ("fast", "slow"),
    ("up", "down"),
)
_OPPOSED_BY = {word: "/".join(pair) for pair in _OPPOSED for word in pair}
_SAME = {"post": "after", "pre": "before", "following": "after", "w/out": "without", "w/o": "without", "w/": "with"}
_STATUS = frozenset("met unmet ongoing achieved unchanged same worse better improved".split())
_ENDS = frozenset(".;\n!?")
_CLAUSES = _ENDS | frozenset({",", "and", "but", "while", "versus", "vs", "/", "(", ")", "whereas"})
_VALUES = frozenset({LEVEL, CUE, "status", "part", "motion", "deed"})
# What is no value of what: a part of the body is told of a side, not of a posture.
_NAMED = {"part": frozenset({SIDE}), "motion": frozenset({"part", SIDE}), "deed": frozenset({SIDE})}
_DAY = 86400
_REACH = 10
# Kinds that tell in which case a value was found, whatever the kind: "95% at rest, 91% with ambulation".
_CASES = frozenset({"deed", "device", "position", "vision", "surface", "with/without", "before/after", "rest/activity"})
_CASE, _BESIDE = "case", 2


class Token(NamedTuple):
    """A thing or a value at words `first:last`; a value that is a modifier carries it."""

    first: int
    last: int
    keys: Keys
    value: Modifier | None


class Row(NamedTuple):
    """A thing and the value that belongs to it."""

    label: Token
    value: Token


Rows = Mapping[tuple[str, str], Sequence[Row]]


def find_rows(terms: Terms, modifiers: Sequence[Modifier], beside: Rows | None = None) -> Rows:
    """Return what belongs to what, by the kinds of the two; of what can be held against the rows `beside`, if given."""
    if beside is not None and not beside:
        return {}
    wanted = None if beside is None else {(label, _class(value)) for label, value in beside}
    streams = _streams(terms, modifiers)
    rows: dict[tuple[str, str], list[Row]] = {}
    for value_kind, values in streams.items():
        if value_kind not in _VALUES and not value_kind.startswith(FIGURE):
            continue
        for label_kind, labels in streams.items():
            if label_kind in (value_kind, LEVEL, CUE, "status") or label_kind.startswith(FIGURE):
                continue
            if label_kind not in _NAMED.get(value_kind, (label_kind,)):
                continue
            if wanted is not None and (label_kind, _class(value_kind)) not in wanted:
                continue
            found = list(_paired(terms, labels, values))
            if found:
                rows[label_kind, value_kind] = found
    return rows


def _class(value_kind: str) -> str:
    """Figures of all families are held against each other."""
    return FIGURE if value_kind.startswith(FIGURE) else value_kind


def _streams(terms: Terms, modifiers: Sequence[Modifier]) -> dict[str, list[Token]]:
    """Return all tokens of a text by kind, in order."""
    streams: dict[str, list[Token]] = {}
    reading, low = terms.reading, terms.reading.words.low
    keys_at = dict(zip(terms.place, terms.keys, strict=True))
    for sense, first, last in reading.mentions:
        name = _STREAMS.get(sense.kind)
        if name is not None:
            keys = frozenset(key for at in range(first, last) for key in keys_at.get(at, ()))
            if keys:
                _put(streams, name or sense.kind, Token(first, last, keys, None))
    for at, word in enumerate(low):
        word = _SAME.get(word, word)
        if word in _MOTIONS:
            _put(streams, "motion", Token(at, at + 1, frozenset(keys_at.get(at, (word,))), None))
        elif word in _STATUS:
            _put(streams, "status", Token(at, at + 1, frozenset(keys_at.get(at, (word,))), None))
        if word in _OPPOSED_BY:
            _put(streams, _OPPOSED_BY[word], Token(at, at + 1, frozenset({word}), None))
    for item in sorted(modifiers, key=lambda one: one.first):
        token = Token(item.first, item.last, frozenset({item.value}), item)
        if item.kind == SIDE and item.value != "bilateral":
            _put(streams, SIDE, token)
        elif item.kind in (LEVEL, CUE):
            _put(streams, item.kind, token)
        elif item.kind == FIGURE and not (item.family == "duration" and float(item.value) >= _DAY):
            _put(streams, f"{FIGURE} {item.family}", token)
    cases = sorted((token for name, row in streams.items() if name in _CASES for token in row))
    for token in cases:
        row = streams.setdefault(_CASE, [])
        if row and token.first - row[-1].last < _BESIDE:
            before = row.pop()
            token = Token(before.first, max(before.last, token.last), before.keys | token.keys, None)
        row.append(token)
    return streams


def _put(streams: dict[str, list[Token]], name: str, token: Token) -> None:
    """Add a token; of two over the same words the first, the longest, stays."""
    row = streams.setdefault(name, [])
    if not row or token.first >= row[-1].last:
        row.append(token)


def _paired(terms: Terms, labels: Sequence[Token], values: Sequence[Token]) -> Iterator[Row]:
    """Yield the rows of each sentence; of each clause where a sentence does not tell them by turns."""
    both = [(False, token) for token in labels] + [(True, token) for token in values]
    for tokens in _stretches(terms, sorted(both, key=lambda item: item[1].first), _ENDS):
        rows = _by_turns(tokens)
        if not rows:
            for part in _stretches(terms, tokens, _CLAUSES):
                yield from _by_turns(part) if len(part) == 2 else ()
        yield from rows


def _stretches(
    terms: Terms, tokens: Iterable[tuple[bool, Token]], ends: frozenset[str]
) -> Iterator[list[tuple[bool, Token]]]:
    """Yield the tokens between two marks, each told whether it is a value; those with both only."""
    words = terms.reading.words.low
    run: list[tuple[bool, Token]] = []
    for item in tokens:
        if run and not ends.isdisjoint(words[run[-1][1].last : item[1].first]):
            if len({kind for kind, _ in run}) == 2:
                yield run
            run = []
        run.append(item)
    if len({kind for kind, _ in run}) == 2:
        yield run


def _by_turns(tokens: Sequence[tuple[bool, Token]]) -> list[Row]:
    """Return the rows if each two tokens in turn are a thing and a value, close together, else none."""
    if len(tokens) % 2:
        return []
    rows = []
    for (first, one), (second, two) in zip(tokens[::2], tokens[1::2], strict=True):
        if first == second or two.first - one.last > _REACH:
            return []
        rows.append(Row(two, one) if first else Row(one, two))
    return rows


class Trade(NamedTuple):
    """Two rows of the rewrite that have each other's value in the note."""

    one: Row
    two: Row


def find_trades(said: Rows, given: Rows) -> Iterator[Trade]:
    """Yield the rows of the rewrite whose values are traded against the note."""
    for kinds, rows in said.items():
        label_kind, value_kind = kinds
        known = [
            row
            for (label, value), others in given.items()
            if label == label_kind and _class(value) == _class(value_kind)
            for row in others
        ]
        for (one, ours), (two, theirs) in combinations(_unsettled(rows, known), 2):
            meant = [row for row in ours if _is_same(two.value, row.value)]
            others = [row for row in theirs if _is_same(one.value, row.value)]
            if any(_is_traded(one, two, mine, other) for mine in meant for other in others if mine is not other):
                yield Trade(one, two)


def _unsettled(rows: Iterable[Row], known: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """Return the rows that the note does not have so, each with what the note has for their things."""
    by_key: dict[str, list[int]] = {}
    for at, row in enumerate(known):
        for key in row.label.keys:
            by_key.setdefault(key, []).append(at)
    found = []
    for row in rows:
        counts = Counter(at for key in row.label.keys for at in by_key.get(key, ()))
        most = max(counts.values(), default=0)  # "eyes closed" has a word of "eyes open"
        places = [at for at in sorted(counts) if counts[at] == most]
        if places and not any(_is_same(row.value, known[at].value) for at in places):
            found.append((row, [known[at] for at in places]))
    return found


def _is_traded(one: Row, two: Row, mine: Row, other: Row) -> bool:
    """The note has `mine` for the thing of `one` and `other` for that of `two`; the values are told the other way."""
    if _is_same(mine.value, other.value):
        return False
    if not (_is_same(one.value, other.value) and _is_same(two.value, mine.value)):
        return False
    if _is_same(one.value, mine.value) or _is_same(two.value, other.value):
        return False
    own, others = mine.label.keys - other.label.keys, other.label.keys - mine.label.keys
    here, there = one.label.keys, two.label.keys
    return bool(here & own and there & others) and not (here & others or there & own)


def _is_same(one: Token, other: Token) -> bool:
    if one.value is not None and other.value is not None:
        return agree(one.value, other.value)
    return bool(one.keys & other.keys)
