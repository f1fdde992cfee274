"""Tables typed into a note: rows of cells between bars or strokes, and the header that says what each column holds.

A row is a sentence: "Berg / 41 / 44" under "Measure / now / eval", "sit>stand | min | x5" under "task | assist | reps".
A column of another day is no finding of this visit, so what stands in it is told apart.
"""

from bisect import bisect_left

from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

_FORMER = frozenset(
    "eval evaluation initial admission adm soc baseline last prior before previous prev start pre old".split()
)
_PRESENT = frozenset("now today current currently present final post dc discharge".split())
_AIMED = frozenset({"goal", "goals", "target", "stg", "ltg"})
_DATED = _FORMER | _PRESENT | _AIMED
_MOST_ROWS = 20
_LEAST_MARKS = 2
_DAYS = frozenset("day days date dates visit visits session sessions".split())


def find_cells(low: list[str], gap: list[str], first: int, last: int) -> list[int]:
    """Return the places of the marks between the cells of a row: bars, or two strokes with a space on either side."""
    bars = [at for at in range(first, last) if low[at] == "|"]
    if bars:
        return bars
    slashes = [at for at in range(first + 1, last - 1) if low[at] == "/" and gap[at] == " " == gap[at + 1]]
    return slashes if len(slashes) > 1 else []


def find_header(reading: Reading, number: int) -> tuple[int, int] | None:
    """Return the words that name the columns of the table in which sentence `number` is a row: the first row's.

    They may be the label of the first row: "Activity / assist / dose: cone weave / CGA / 4 laps".
    """
    low, gap = reading.words.low, reading.words.gap
    header = None
    for row in reversed(reading.sentences[max(0, number - _MOST_ROWS) : number + 1]):
        if not find_cells(low, gap, row.first, row.last):
            break
        header = row.first, row.last
        if row.label > row.first and find_cells(low, gap, row.first, row.label):
            return row.first, row.label - 1
    return header if header is not None and header[0] != reading.sentences[number].first else None


def is_header(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a line only names the columns of a table: cells without a figure, over a row of as many cells.

    That row holds a figure, or one of the columns is another day's: "Task | assist | last".
    """
    low, gap = reading.words.low, reading.words.gap
    marks = find_cells(low, gap, sentence.first, sentence.last)
    if len(marks) < _LEAST_MARKS or any(word[0].isdecimal() for word in low[sentence.first : sentence.last]):
        return False
    following = bisect_left(reading.firsts, sentence.last)
    if following == len(reading.sentences):
        return False
    behind = reading.sentences[following]
    if low[sentence.last : behind.first] != ["\n"]:
        return False
    if len(find_cells(low, gap, behind.first, behind.last)) != len(marks):
        return False
    names = low[sentence.first : sentence.last]
    return any(w[0].isdecimal() for w in low[behind.first : behind.last]) or not _DATED.isdisjoint(names)


def find_former(reading: Reading, number: int) -> list[tuple[int, int]]:
    """Return the cells of a row that tell of an earlier visit, by the header of their column."""
    return _find_columns(reading, number, _FORMER)


def _find_columns(reading: Reading, number: int, wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Return the cells of a row below one of the `wanted` names, in a table with a column of a day or of goals."""
    header = find_header(reading, number)
    if header is None:
        return []
    low = reading.words.low
    names = [set(low[first:last]) for first, last in _split(reading, *header)]
    if not any(name & _DATED for name in names):
        return []
    sentence = reading.sentences[number]
    cells = _split(reading, max(sentence.first, header[1] + 1 if _holds(sentence, header) else 0), sentence.last)
    if len(cells) != len(names):
        return []
    return [cell for cell, name in zip(cells, names, strict=True) if name & wanted]


def tells_other_times(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a cell of this row is of an earlier visit or a goal: the row stays whole, as written.

    What its cells say is known by their columns alone: "bed mob | CGA | min A" under "Task | today | last".
    """
    return bool(_find_columns(reading, bisect_left(reading.firsts, sentence.first), _FORMER | _AIMED))


def is_of_many_days(reading: Reading, number: int) -> bool:
    """Tell whether a row holds the figures of several days: a row above it, of as many cells, names them."""
    low, gap = reading.words.low, reading.words.gap
    sentence = reading.sentences[number]
    count = len(find_cells(low, gap, sentence.first, sentence.last))
    return count > 0 and any(
        low[row.first] in _DAYS and sum(word in ("/", "|") for word in low[row.first : row.last]) == count
        for row in reading.sentences[max(0, number - _MOST_ROWS) : number]
    )


def _holds(sentence: Sentence, words: tuple[int, int]) -> bool:
    return sentence.first <= words[0] < sentence.last


def _split(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    marks = find_cells(reading.words.low, reading.words.gap, first, last)
    return list(zip([first, *(mark + 1 for mark in marks)], [*marks, last], strict=True))
