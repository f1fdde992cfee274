"""Values traded between the things they belong to: "R 12 s, L 4 s" told as "4 seconds on the right and 12 on the left".

Both texts are read for rows: stretches in which things of one kind (sides, postures, movements, deeds) and values of
one kind (figures, amounts of assistance) stand by turns. Which comes first does not matter, "88/54 sitting" or "sitting
88/54": the first thing belongs to the first value. A trade needs four partners: two things of the note with their two
values, and the same two values the other way round in the rewrite.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

from rewriter.fidelity.rewording.sided import ways_between
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, SIDE, Keys, Modifier
from rewriter.fidelity.texts.shelf import agree
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.numerals import NUMBER_WORDS

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
_OPPOSED = (
    "with/without before/after pre/post upper/lower proximal/distal medial/lateral anterior/posterior forward/backward "
    "ulnar/radial rest/activity internal/external on/off fast/slow up/down morning/afternoon"
).split()
_OPPOSED_BY = {word: pair for pair in _OPPOSED for word in pair.split("/")}
_SAME = {
    word: one
    for one, words in {
        "after": "post following",
        "before": "pre",
        "without": "w/out w/o",
        "with": "w/",
        "morning": "am",
        "afternoon": "pm evening",
        "rest": "resting",
        "activity": "exercise exercising exertion ex activities active movement bearing",
        "up": "ascending ascended ascends ascend climbed climbing climbs climb upstairs",
        "down": "descending descended descends descend downstairs dn",
    }.items()
    for word in words.split()
}
_STATUS = frozenset("met unmet ongoing achieved unchanged same worse better improved good fair poor impaired".split())
_TELLING = _MOTIONS | _STATUS | frozenset(_OPPOSED_BY) | frozenset(_SAME)
_ENDS = frozenset(".;\n!?")
_CLAUSES = _ENDS | frozenset({",", "and", "but", "while", "versus", "vs", "/", "(", ")", "whereas"})
_VALUES = frozenset({LEVEL, CUE, "status", "part", "motion", "deed"})
# What is no value of what: a part of the body is told of a side, not of a posture.
_NAMED = {"part": frozenset({SIDE}), "motion": frozenset({"part", SIDE}), "deed": frozenset({SIDE})}
# What is no thing that a value belongs to.
_NO_LABELS = frozenset({LEVEL, CUE, "status"})
_WAY, _TURN = "way", "turn"
# What comes in turns: "trial 2", "the second set".
_UNITED = tuple(f"{FIGURE} {family}" for family in ("distance", "load", "angle", "duration", "rate", "percent"))
_TURNS = frozenset("trial attempt set round bout lap pass try run task block phase part rep repetition".split())
_ORDINALS = {word: number for number, word in enumerate("first second third fourth fifth sixth".split(), 1)}
_FEWEST = 2  # a trade takes two rows of either text
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


# A token behind the word it begins at, and whether it is told as a value.
_Placed = tuple[int, bool, Token]


class Streams:
    """All tokens of a text by kind, in order; from them `rows` tells what belongs to what."""

    def __init__(self, terms: Terms, modifiers: Sequence[Modifier]) -> None:
        low = terms.reading.words.low
        self.tokens = _streams(terms, modifiers)
        self._sentences, self._clauses = _marks_before(low, _ENDS), _marks_before(low, _CLAUSES)
        self._touched: dict[str, Mapping[int, int]] = {}

    def of_class(self, value_kind: str) -> list[str]:
        """Return the kinds of values that are held against this one: figures of all families, else the same kind."""
        if value_kind.startswith(FIGURE):
            return [kind for kind in self.tokens if kind.startswith(FIGURE)]
        return [value_kind] if value_kind in self.tokens else []

    def most_rows(self, label_kind: str, value_kind: str) -> int:
        """Return how many rows of these kinds there are at the most: a quick look before `rows`."""
        labels, values = self._by_sentence(label_kind), self._by_sentence(value_kind)
        return sum([min(count, values[number]) for number, count in labels.items() if number in values])

    def rows(self, label_kind: str, value_kind: str) -> list[Row]:
        """Return the rows of things and values of these kinds."""
        both = [(token.first, False, token) for token in self.tokens[label_kind]]
        both += [(token.first, True, token) for token in self.tokens[value_kind]]
        return _paired(sorted(both), self._sentences, self._clauses)

    def _by_sentence(self, kind: str) -> Mapping[int, int]:
        """Return how many tokens of a kind touch each sentence, the words between two marks."""
        if kind not in self._touched:
            before = self._sentences
            touched = self._touched[kind] = defaultdict(int)
            for token in self.tokens[kind]:
                for number in range(before[token.first], before[token.last] + 1):
                    touched[number] += 1
        return self._touched[kind]


def _marks_before(low: Sequence[str], marks: frozenset[str]) -> list[int]:
    """Return how many of the marks stand before each word, and before the end."""
    return list(accumulate(map(marks.__contains__, low), initial=0))


def _streams(terms: Terms, modifiers: Sequence[Modifier]) -> dict[str, list[Token]]:
    """Return all tokens of a text by kind, in order."""
    streams: dict[str, list[Token]] = {}
    reading, low = terms.reading, terms.reading.words.low
    keys_at = dict(zip(terms.place, terms.keys, strict=True))
    for sense, first, last in reading.mentions:
        name = _STREAMS.get(sense.kind)
        if name is not None:
            if last == first + 1:
                keys = frozenset(keys_at.get(first, ()))
            else:
                keys = frozenset(key for at in range(first, last) for key in keys_at.get(at, ()))
            if keys:
                _put(streams, name or sense.kind, Token(first, last, keys, None))
    for at, word in enumerate(low):
        if word not in _TELLING:
            continue
        word = _SAME.get(word, word)
        if word in _MOTIONS:
            _put(streams, "motion", Token(at, at + 1, frozenset(keys_at.get(at, (word,))), None))
        elif word in _STATUS:
            _put(streams, "status", Token(at, at + 1, frozenset(keys_at.get(at, (word,))), None))
        if word in _OPPOSED_BY:
            _put(streams, _OPPOSED_BY[word], Token(at, at + 1, frozenset({word}), None))
    for first, last, number in _turns(low):
        _put(streams, _TURN, Token(first, last, frozenset({f"turn {number}"}), None))
    numbered = {at for token in streams.get(_TURN, ()) for at in range(token.first, token.last)}
    ways = {at: way.last for way in ways_between(low, modifiers) for at in (way.first, way.goal)}
    for item in sorted(modifiers, key=lambda one: one.first):
        kind = item.kind
        if item.first in numbered:
            continue
        if kind == SIDE and item.first in ways:
            if item.last < ways[item.first]:
                _put(streams, _WAY, Token(item.first, ways[item.first], frozenset({f"from {item.value}"}), None))
            name = None
        elif kind == SIDE:
            name = SIDE if item.value != "bilateral" else None
        elif kind == FIGURE:
            is_long = item.family == "duration" and float(item.value) >= _DAY
            name = f"{FIGURE} {item.family}" if not is_long else None
        else:
            name = kind if kind in (LEVEL, CUE) else None
        if name is not None:
            _put(streams, name, Token(item.first, item.last, frozenset({item.value}), item))
    _part_slashed(streams, low)
    _join_bare(streams)
    cases = sorted((token for name, row in streams.items() if name in _CASES for token in row))
    for token in cases:
        row = streams.setdefault(_CASE, [])
        if row and token.first - row[-1].last < _BESIDE:
            before = row.pop()
            token = Token(before.first, max(before.last, token.last), before.keys | token.keys, None)
        row.append(token)
    return streams


def _turns(low: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the words (first, last) that name one of several turns, and its number: "trial 2", "on the second"."""
    for at, word in enumerate(low):
        after = low[at + 1] if at + 1 < len(low) else ""
        if word in _TURNS and ((after.isdecimal() and after[0] != "0") or after in NUMBER_WORDS):
            yield at, at + 2, int(after) if after.isdecimal() else NUMBER_WORDS[after]
        elif word in _ORDINALS and at and (after in _TURNS or low[at - 1] == "the"):
            yield at, at + 1 + (after in _TURNS), _ORDINALS[word]


def _part_slashed(streams: dict[str, list[Token]], low: Sequence[str]) -> None:
    """Give each of two things with a slash its own part of the ratio behind them: "ext/flex 35/40"."""
    whole = f"{FIGURE} ratio"
    ratios = {token.first: token for token in streams.get(whole, ())}
    found, parted = [], set()
    for kind, row in streams.items() if ratios else ():
        for one, two in pairwise(row):
            if kind in _NO_LABELS or kind.startswith(FIGURE) or low[one.last : two.first] != ["/"]:
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


def _put(streams: dict[str, list[Token]], name: str, token: Token) -> None:
    """Add a token; of two over the same words the first, the longest, stays."""
    row = streams.setdefault(name, [])
    if not row or token.first >= row[-1].last:
        row.append(token)


def _paired(tokens: Sequence[_Placed], sentences: Sequence[int], clauses: Sequence[int]) -> list[Row]:
    """Return the rows of each sentence; of each clause where a sentence does not tell them by turns."""
    found: list[Row] = []
    for run in _stretches(tokens, sentences):
        if rows := _by_turns(run) or _by_turns(_without_odd(run, clauses)):
            found += rows
        else:
            for part in _stretches(run, clauses):
                if len(part) == 2:
                    found += _by_turns(part)
    return found


def _without_odd(run: Sequence[_Placed], clauses: Sequence[int]) -> Sequence[_Placed]:
    """Leave out the one thing at the end of a run that stands in a clause of its own: "returned supine"."""
    if len(run) % 2 == 0 or len(run) <= 2 * _FEWEST or run[-1][1]:
        return ()
    return run[:-1] if clauses[run[-1][0]] > clauses[run[-2][2].last] + 1 else ()


def _stretches(tokens: Sequence[_Placed], marks: Sequence[int]) -> Iterator[Sequence[_Placed]]:
    """Yield the tokens between two marks (see `_marks_before`); those with things and values only."""
    begin, valued, end = 0, 0, len(tokens)
    for at, (_, is_value, token) in enumerate(tokens, 1):
        valued += is_value
        if at == end or marks[tokens[at][0]] > marks[token.last]:
            if 0 < valued < at - begin:
                yield tokens[begin:at]
            begin, valued = at, 0


def _by_turns(tokens: Sequence[_Placed]) -> list[Row]:
    """Return the rows if each two tokens in turn are a thing and a value, close together, else none."""
    if len(tokens) % 2 or not tokens:
        return []
    rows = []
    for (_, first, one), (begin, second, two) in zip(tokens[::2], tokens[1::2], strict=True):
        if first == second or begin - one.last > _REACH:
            return []
        rows.append(Row(two, one) if first else Row(one, two))
    return rows


class Trade(NamedTuple):
    """Two rows of the rewrite that have each other's value in the note."""

    one: Row
    two: Row


def find_trades(said: Streams, given: Streams) -> Iterator[Trade]:
    """Yield the rows of the rewrite whose values are traded against the note."""
    things = [
        kind
        for kind, tokens in said.tokens.items()
        if not (kind in _NO_LABELS or kind.startswith(FIGURE))
        and min(len(tokens), len(given.tokens.get(kind, ()))) >= _FEWEST
    ]
    given_rows: dict[tuple[str, str], list[Row]] = {}
    for value_kind, values in said.tokens.items():
        is_figure = value_kind.startswith(FIGURE)
        if len(values) < _FEWEST or not (is_figure or value_kind in _VALUES):
            continue
        named = _NAMED.get(value_kind, things)
        for label_kind in things:
            if label_kind == value_kind or label_kind not in named:
                continue
            if said.most_rows(label_kind, value_kind) < _FEWEST:
                continue
            rows = said.rows(label_kind, value_kind)
            if len(rows) < _FEWEST:
                continue
            kinds = label_kind, FIGURE if is_figure else value_kind
            if kinds not in given_rows:
                rows_there = (row for kind in given.of_class(value_kind) for row in given.rows(label_kind, kind))
                given_rows[kinds] = list({_meaning(row): row for row in rows_there}.values())
            if len(given_rows[kinds]) >= _FEWEST:
                yield from _traded(rows, given_rows[kinds])


KEEPING = (_CASE, _TURN, "motion", SIDE)
_PARTS = ("part", "motion", "measure", "finding")


def find_kept(said: Streams, given: Streams, label_kinds: Sequence[str] = KEEPING) -> Iterator[Modifier]:
    """Yield the figures of the rewrite in rows all of which the note has so: "91% walking and 95% at rest"."""
    for value_kind in said.tokens:
        if not value_kind.startswith(FIGURE):
            continue
        for label_kind in label_kinds:
            if label_kind not in said.tokens or label_kind not in given.tokens:
                continue
            rows = said.rows(label_kind, value_kind)
            if label_kind == SIDE and (len(rows) > _FEWEST or _tells_parts(said, value_kind)):
                continue  # a side tells one value from another only where one thing has both sides
            known = [row for kind in given.of_class(value_kind) for row in given.rows(label_kind, kind)]
            if len(rows) >= _FEWEST and all(any(_is_kept(row, other) for other in known) for row in rows):
                yield from (row.value.value for row in rows if row.value.value is not None)


def _tells_parts(said: Streams, value_kind: str) -> bool:
    return any(said.most_rows(kind, value_kind) >= _FEWEST for kind in _PARTS if kind in said.tokens)


def _is_kept(row: Row, other: Row) -> bool:
    return not row.label.keys.isdisjoint(other.label.keys) and _is_same(row.value, other.value)


def _meaning(row: Row) -> tuple[Keys, Keys, tuple[str, ...]]:
    """Return what a row says, wherever it stands: a long note says the same again and again."""
    item = row.value.value
    return row.label.keys, row.value.keys, item[:4] if item is not None else ()


def _traded(rows: Sequence[Row], known: Sequence[Row]) -> Iterator[Trade]:
    """Yield the trades among rows of one kind, of which the note has the `known` ones."""
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
    here, there = one.label.keys, two.label.keys
    alike = here & there  # "tandem stance" and "single leg stance" are told apart by the rest
    own, others = mine.label.keys - other.label.keys - alike, other.label.keys - mine.label.keys - alike
    return bool(here & own and there & others) and not (here & others or there & own)


def _is_same(one: Token, other: Token) -> bool:
    if one.value is not None and other.value is not None:
        return agree(one.value, other.value)
    return bool(one.keys & other.keys)
