"""Rows: which value belongs to which thing.

A row is read where things of one kind and values of one kind stand by turns. Which comes first does not matter, "88/54
sitting" or "sitting 88/54": the first thing belongs to the first value.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from rewriter.fidelity.related.tokens import Token, find_tokens
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.terms import Terms
from rewriter.once import once
from rewriter.punctuation import FULL_STOPS

_CLAUSES = FULL_STOPS | frozenset({",", "and", "but", "while", "versus", "vs", "/", "(", ")", "whereas"})
FEWEST = 2  # a trade takes two rows of either text
_REACH = 10


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
        self.tokens = find_tokens(terms, modifiers)
        self._sentences, self._clauses = _marks_before(low, FULL_STOPS), _marks_before(low, _CLAUSES)
        self._touched: dict[str, Mapping[int, int]] = {}
        self._rows: dict[tuple[str, str], list[Row]] = {}

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
        kinds = label_kind, value_kind
        if kinds not in self._rows:
            both = [(token.first, False, token) for token in self.tokens[label_kind]]
            both += [(token.first, True, token) for token in self.tokens[value_kind]]
            self._rows[kinds] = _paired(sorted(both), self._sentences, self._clauses)
        return self._rows[kinds]

    def _by_sentence(self, kind: str) -> Mapping[int, int]:
        """Return how many tokens of a kind touch each sentence, the words between two marks."""
        if kind not in self._touched:
            before = self._sentences
            touched = self._touched[kind] = defaultdict(int)
            for token in self.tokens[kind]:
                for number in range(before[token.first], before[token.last] + 1):
                    touched[number] += 1
        return self._touched[kind]


@once
def find_streams(terms: Terms, modifiers: Sequence[Modifier]) -> Streams:
    """Return the tokens of a text."""
    return Streams(terms, modifiers)


def _marks_before(low: Sequence[str], marks: frozenset[str]) -> list[int]:
    """Return how many of the marks stand before each word, and before the end."""
    return list(accumulate(map(marks.__contains__, low), initial=0))


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
    if len(run) % 2 == 0 or len(run) <= 2 * FEWEST or run[-1][1]:
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
