"""Tokens: all things and all values of a text by kind, in order.

Things are deeds, devices, postures, parts, movements, turns ("trial 2"), sides; values are figures, amounts of
assistance, cues, and the words of a status. A token may be both: a part of the body is told of a side.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from rewriter.body import MOTIONS
from rewriter.fidelity.rewording.sided import ways_between
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, SIDE, Keys, Modifier
from rewriter.fidelity.texts.opposites import WAYS
from rewriter.fidelity.texts.shelf import agree
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.quantities.numerals import NUMBER_WORDS

# Kinds that name one row of things.
_STREAMS = {
    **dict.fromkeys(("activity", "task", "function", "treatment"), "deed"),
    **dict.fromkeys(("device", "equipment"), "device"),
    **dict.fromkeys(("impairment", "symptom", "ability"), "finding"),
    **dict.fromkeys(("part", "position", "vision", "surface", "measure", "vital"), ""),
}
_MOTIONS = MOTIONS | frozenset(
    "flexors extensors abductors adductors rotators dorsiflexors plantarflexors pronators supinators evertors "
    "invertors flex ext abd add df pf".split()
)
_STATUS = frozenset("met unmet ongoing achieved unchanged same worse better improved good fair poor impaired".split())
# What is no thing that a value belongs to.
NO_LABELS = frozenset({LEVEL, CUE, "status"})
_WAY, TURN = "way", "turn"
_UNITED = tuple(f"{FIGURE} {family}" for family in ("distance", "load", "angle", "duration", "rate", "percent"))
# What comes in turns: "trial 2", "the second set".
_TURNS = frozenset("trial attempt set round bout lap pass try run task block phase part rep repetition".split())
_ORDINALS = {word: number for number, word in enumerate("first second third fourth fifth sixth".split(), 1)}
_TOLD, _TURNING = _MOTIONS | _STATUS | WAYS.keys(), _TURNS | _ORDINALS.keys()
_DAY = 86400
# Kinds that tell in which case a value was found, whatever the kind: "95% at rest, 91% with ambulation".
_CASES = frozenset({"deed", "device", "position", "vision", "surface", "with/without", "before/after", "rest/activity"})
CASE, _BESIDE = "case", 2


class Token(NamedTuple):
    """A thing or a value at words `first:last`; a value that is a modifier carries it."""

    first: int
    last: int
    keys: Keys
    value: Modifier | None


def find_tokens(terms: Terms, modifiers: Sequence[Modifier]) -> dict[str, list[Token]]:
    """Return all tokens of a text by kind, in order."""
    streams: dict[str, list[Token]] = {}
    low = terms.reading.words.low
    keys_at = dict(zip(terms.place, terms.keys, strict=True))
    for name, token in (*_named(terms, keys_at), *_told(terms, keys_at), *_turns(terms)):
        _put(streams, name, token)
    numbered = {at for token in streams.get(TURN, ()) for at in range(token.first, token.last)}
    for name, token in _valued(low, modifiers, numbered):
        _put(streams, name, token)
    _part_slashed(streams, low)
    _join_bare(streams)
    _join_cases(streams)
    return streams


def _named(terms: Terms, keys_at: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[str, Token]]:
    """Yield the things that the lexicon names."""
    for sense, first, last in terms.reading.mentions:
        name = _STREAMS.get(sense.kind)
        if name is None:
            continue
        keys = frozenset([key for at in range(first, last) for key in keys_at.get(at, ())])
        if keys:
            yield name or sense.kind, Token(first, last, keys, None)


def _told(terms: Terms, keys_at: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[str, Token]]:
    """Yield the movements, the words of a status, and what is one of two opposites."""
    low = terms.reading.words.low
    for at in terms.reading.at_any(_TOLD):
        word = low[at]
        if word in _MOTIONS or word in _STATUS:
            kind = "motion" if word in _MOTIONS else "status"
            yield kind, Token(at, at + 1, frozenset(keys_at.get(at, (word,))), None)
        if word in WAYS:
            way, both = WAYS[word]
            yield both, Token(at, at + 1, frozenset({way}), None)


def _valued(low: Sequence[str], modifiers: Sequence[Modifier], numbered: Set[int]) -> Iterator[tuple[str, Token]]:
    """Yield figures, amounts of assistance, cues and sides, and the way from one side; the `numbered` is of a turn."""
    ways = {at: way.last for way in ways_between(low, modifiers) for at in (way.first, way.goal)}
    for item in sorted(modifiers, key=lambda one: one.first):
        name, last, key = item.kind, item.last, item.value
        if item.first in numbered:
            continue
        if item.kind == SIDE and item.first in ways:
            name, last, key = _WAY, ways[item.first], f"from {item.value}"
            is_told = item.last < last
        elif item.kind == FIGURE:
            name = f"{FIGURE} {item.family}"
            is_told = item.family != "duration" or float(item.value) < _DAY
        else:
            is_told = item.kind in (LEVEL, CUE) or (item.kind == SIDE and item.value != "bilateral")
        if is_told:
            yield name, Token(item.first, last, frozenset({key}), item)


def _turns(terms: Terms) -> Iterator[tuple[str, Token]]:
    """Yield what names one of several turns: "trial 2", "on the second"."""
    low = terms.reading.words.low
    for at in terms.reading.at_any(_TURNING):
        word = low[at]
        after = low[at + 1] if at + 1 < len(low) else ""
        if word in _TURNS and ((after.isdecimal() and after[0] != "0") or after in NUMBER_WORDS):
            yield TURN, _turn(at, at + 2, int(after) if after.isdecimal() else NUMBER_WORDS[after])
        elif word in _ORDINALS and at and (after in _TURNS or low[at - 1] == "the"):
            yield TURN, _turn(at, at + 1 + (after in _TURNS), _ORDINALS[word])


def _turn(first: int, last: int, number: int) -> Token:
    return Token(first, last, frozenset({f"turn {number}"}), None)


def _part_slashed(streams: dict[str, list[Token]], low: Sequence[str]) -> None:
    """Give each of two things with a slash its own part of the ratio behind them: "ext/flex 35/40"."""
    whole = f"{FIGURE} ratio"
    ratios = {token.first: token for token in streams.get(whole, ())}
    found, parted = [], set()
    for kind, row in streams.items() if ratios else ():
        for one, two in pairwise(row):
            if kind in NO_LABELS or kind.startswith(FIGURE) or low[one.last : two.first] != ["/"]:
                continue
            ratio = next((ratios[at] for at in range(two.last, two.last + 2) if at in ratios), None)
            if ratio is None or ratio.value is None or ratio.value.value.count("/") != 1:
                continue
            for place, part in zip((one.last, two.last), ratio.value.value.split("/"), strict=True):
                item = ratio.value._replace(family="number", value=part, figure=part)
                found.append(Token(place, place, frozenset({part}), item))
            parted.add(ratio)
    if found:
        streams[whole] = [token for token in streams[whole] if token not in parted]
        numbers = f"{FIGURE} number"
        streams[numbers] = sorted([*streams.get(numbers, ()), *found], key=lambda token: token.first)


def _join_bare(streams: dict[str, list[Token]]) -> None:
    """Put figures without a unit in one row with those that have it: "R 46.5 L 43 cm"."""
    bare = streams.get(f"{FIGURE} number", [])
    for kind in [kind for kind in streams if kind.startswith(_UNITED)] if bare else ():
        streams[f"{kind} or number"] = sorted([*bare, *streams[kind]], key=lambda token: token.first)


def _join_cases(streams: dict[str, list[Token]]) -> None:
    """Put what tells in which case a value was found in one row; what stands close together is one case."""
    cases = sorted((token for name, row in streams.items() if name in _CASES for token in row))
    for token in cases:
        row = streams.setdefault(CASE, [])
        if row and token.first - row[-1].last < _BESIDE:
            before = row.pop()
            token = Token(before.first, max(before.last, token.last), before.keys | token.keys, None)
        row.append(token)


def _put(streams: dict[str, list[Token]], name: str, token: Token) -> None:
    """Add a token; of two over the same words the first, the longest, stays."""
    row = streams.setdefault(name, [])
    if not row or token.first >= row[-1].last:
        row.append(token)


def is_same(one: Token, other: Token) -> bool:
    """Tell whether two texts tell the same by these tokens."""
    if one.value is not None and other.value is not None:
        return agree(one.value, other.value)
    return bool(one.keys & other.keys)
