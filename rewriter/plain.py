"""Plain words: where a pack allows them to stand in one text for what another text holds.

A line is one or two patterns: `back [down] IF <->`, the words that may stand so in brackets, and what the other text
must hold. `OR`, `AND` and `NOT` join what it must hold. In a pattern stand

    a|b       one of these words             <name>           one of the words listed under the name
    0+ 2+     any figure; more than one      {kind:group}     what the reading names so; {kind}, {:group} alone too
    N         the same word in both texts    X                a word that has its partner in the other text
    ^ $       a start; a mark or the end     !a|b             none of these words
    ..3       at most three other words up to the next      --3   the same, with no mark among them
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rewriter.errors import PackError

WORDS, FIGURE, SEVERAL, MENTION, SAME, SHARED, START, END = "words", "0+", "2+", "{", "N", "X", "^", "$"
_SIGNS = frozenset({FIGURE, SEVERAL, SAME, SHARED, START, END})
_GAPS = ("..", "--")


class Piece(NamedTuple):
    """One piece of a pattern; up to `reach` other words may stand before it, with no mark among them if `unbroken`."""

    sort: str
    names: frozenset[str] = frozenset()
    group: str = ""
    reach: int = 0
    unbroken: bool = False
    absent: bool = False


Pattern = tuple[Piece, ...]


class Condition(NamedTuple):
    """A pattern that some text of the other side has, or that none has."""

    pattern: Pattern
    holds: bool


class Allowance(NamedTuple):
    """Where a word may stand: what is before it, the nearest first, what is behind, and what the other side holds.

    One of the `licences` is to hold, each with all its conditions; without any the place is enough.
    """

    before: Pattern
    after: Pattern
    licences: tuple[tuple[Condition, ...], ...]


@dataclass(frozen=True)
class PlainWords:
    """The allowances by word: of what is `said` in a rewrite, and of what a note holds that is `told` in one."""

    said: Mapping[str, Sequence[Allowance]]
    told: Mapping[str, Sequence[Allowance]]


def build_plain(names: Iterable[str], said: Iterable[str], told: Iterable[str]) -> PlainWords:
    """Compile lines `name = words` and lines of patterns. Raises PackError for a line that cannot be read."""
    sets: dict[str, str] = {}
    for line in names:
        name, found, words = line.partition(" = ")
        if not (found and words.strip()):
            raise PackError(f"plain.names: not 'name = words': {line!r}")
        sets[f"<{name}>"] = "|".join(words.split())
    return PlainWords(_allowances(said, sets), _allowances(told, sets))


def _allowances(lines: Iterable[str], sets: Mapping[str, str]) -> dict[str, list[Allowance]]:
    found: dict[str, list[Allowance]] = defaultdict(list)
    for line in lines:
        place, _, held = line.partition(" IF ")
        tokens = place.split()
        marked = [at for at, token in enumerate(tokens) if token[0] == "["]
        if len(marked) != 1 or tokens[marked[0]][-1] != "]":
            raise PackError(f"plain: not one word in brackets: {line!r}")
        (at,) = marked
        try:
            before, after = _pattern(tokens[:at][::-1], sets), _pattern(tokens[at + 1 :], sets)
            licences = tuple(
                tuple(_condition(part, sets) for part in choice.split(" AND "))
                for choice in held.split(" OR ")
                if choice
            )
            words = _piece(tokens[at][1:-1], sets).names
        except ValueError:
            raise PackError(f"plain: cannot read the line {line!r}") from None
        for word in words:
            found[word].append(Allowance(before, after, licences))
    return dict(found)


def _condition(text: str, sets: Mapping[str, str]) -> Condition:
    words = text.removeprefix("NOT ")
    return Condition(_pattern(words.split(), sets), words == text)


def _pattern(tokens: Sequence[str], sets: Mapping[str, str]) -> Pattern:
    """Return the pieces of a pattern, each with the gap that stands before it."""
    pieces: list[Piece] = []
    gap = ""
    for token in tokens:
        if token.startswith(_GAPS) and token[2:].isdecimal():
            gap = token
            continue
        piece = _piece(token, sets)
        if gap:
            piece = piece._replace(reach=int(gap[2:]), unbroken=gap.startswith("--"))
        pieces.append(piece)
        gap = ""
    if gap:
        raise ValueError(gap)
    return tuple(pieces)


def _piece(token: str, sets: Mapping[str, str]) -> Piece:
    if len(token) > 1 and token[0] == "!":
        return _piece(token[1:], sets)._replace(absent=True)
    if token in _SIGNS:
        return Piece(token)
    if token[0] == MENTION:
        kinds, _, group = token[1:-1].partition(":")
        return Piece(MENTION, frozenset(filter(None, kinds.split("|"))), group)
    choices = (sets[part] if part in sets else _known(part) for part in token.split("|"))
    return Piece(WORDS, frozenset(word for choice in choices for word in choice.split("|")))


def _known(word: str) -> str:
    """Refuse a list that has no name ("<->" is a word)."""
    if not word or (word[0] == "<" and word[1:2].isalpha()):
        raise ValueError(word)
    return word
