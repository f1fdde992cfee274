"""A row of values told in another order: three trials of "40s 55s 30s" told as "30, 55 and 40 seconds".

Values of one kind with nothing between them but commas and "and" stand in the order of what was done. Where either text
names what each belongs to, their order tells nothing: "hip 3, knee 4", "were 4 and 3, respectively".
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.terms import Terms

_BETWEEN = frozenset({",", "and", "then", "->", "\u2192"})
_BARE = "number"
_FEWEST = 3  # of two `pairs` knows
_NAMING = frozenset({"respectively", "sorted", "best", "worst", "range", "ranging"})


def find_reordered(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of each row of the rewrite that the note has in another order only."""
    given = [_values(row) for row in _rows(note, asked)]
    for row in _rows(said, stated) if given else ():
        values = _values(row)
        alike = [other for other in given if sorted(other) == sorted(values)]
        sentence = said.reading.sentences[row[0].sentence] if row[0].sentence >= 0 else None
        low = said.reading.words.low[sentence.first : sentence.last] if sentence is not None else []
        if alike and values not in alike and _NAMING.isdisjoint(low):
            yield row[0].first, row[-1].last


def _rows(terms: Terms, modifiers: Sequence[Modifier]) -> Iterator[list[Modifier]]:
    """Yield the rows of at least three figures, no two in one place."""
    low = terms.reading.words.low
    row: list[Modifier] = []
    for item in sorted((one for one in modifiers if one.kind == FIGURE), key=lambda one: one.first):
        if row and not (
            item.first >= row[-1].last
            and _BETWEEN.issuperset(low[row[-1].last : item.first])
            and (item.family == row[-1].family or _BARE in (item.family, row[-1].family))
        ):
            if len(row) >= _FEWEST:
                yield row
            row = []
        row.append(item)
    if len(row) >= _FEWEST:
        yield row


def _values(row: Sequence[Modifier]) -> list[str]:
    return [item.figure for item in row]
