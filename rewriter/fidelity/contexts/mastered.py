"""What was too much told as managed: "20 in tried, couldn't" as "20 inches was attempted with success".

The word of failing and the word of succeeding claim nothing by themselves. The part of the rewrite that tells of a
success is held against the part of the note that fails, by its figures where it has any, else by its words.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.bounds import Words, begin_of, end_of
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms

_FAILED = frozenset(
    "couldn't couldnt can't cant cannot unable failed fails unsuccessful unsuccessfully intolerant".split()
)
_FAILING = (
    ("too", "much"), ("too", "hard"), ("too", "difficult"), ("not", "able"), ("not", "tol"), ("not", "tolerated"),
    ("poorly", "tol"), ("poorly", "tolerated"), ("could", "not"), ("can", "not"), ("not", "tolerate"),
)  # fmt: skip
_SUCCESS = frozenset("managed success successful successfully succeeded tolerated achieved mastered able".split())
_POORLY = frozenset("poorly barely not never without no if until unless goal to would will may".split())
_ENDS = SPLITS | {"but", "then", "and"}


def find_mastered(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that tell as a success what the note has as too much."""
    failures = list(_failures(note))
    low = said.reading.words.low
    for at in said.reading.at_any(_SUCCESS) if failures else ():
        first, last = part_around(said, at, at + 1)
        if denies(low[first:last]) or not _POORLY.isdisjoint(low[first:last]):
            continue
        figures = _figures(stated, first, last)
        words = [
            index
            for index in said.claiming(first, last)
            if said.kind(index) != "person" and low[said.place[index]] not in _SUCCESS
        ]
        for begin, end in failures:
            if figures:
                same = figures <= _figures(asked, begin, end) and not _elsewhere(asked, figures, begin, end)
            else:
                found = [note.partners(said.keys[index]) for index in words]
                same = bool(found) and all(
                    places and all(begin <= note.place[one] < end for one in places) for places in found
                )
            if same:
                yield first, last
                break


def _failures(note: Terms) -> Iterator[Words]:
    """Yield the words of the note that something was too much in, with what it was."""
    low = note.reading.words.low
    for at, word in enumerate(low):
        if word in _FAILED or tuple(low[at : at + 2]) in _FAILING:
            first, last = begin_of(low, at, _ENDS), end_of(low, at, _ENDS)
            if first == at and at and low[at - 1] == "," and not note.claiming(at + 1, last):
                first = begin_of(low, at - 1, _ENDS)  # "20 in tried, couldn't"
            yield first, last


def _figures(items: Sequence[Modifier], first: int, last: int) -> frozenset[str]:
    return frozenset(item.figure for item in items if item.kind == FIGURE and first <= item.first < last)


def _elsewhere(asked: Sequence[Modifier], figures: frozenset[str], first: int, last: int) -> bool:
    """The note has all of these figures somewhere else too."""
    others = {item.figure for item in asked if item.kind == FIGURE and not first <= item.first < last}
    return figures <= others
