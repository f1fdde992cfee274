"""Two unlike sides told as alike: "edema R, none L" as "edema on both sides", "5 R, 2 L" as "five on each side".

A part of the rewrite that tells of both sides at once, in a sentence that names neither, is held against the sentence
of the note that tells the same of the left and of the right: one of them denied, or each with a figure of its own.
"""

from collections.abc import Iterator, Sequence

from rewriter.body import BOTH, OPPOSITE
from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.bounds import Words, around, parted
from rewriter.fidelity.texts.modifiers import FIGURE, SIDE, Modifier
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.punctuation import FULL_STOPS

# A note with any of these in its sentence may mean both, whatever sides it names too.
_OTHERS = BOTH | frozenset("b bil bilat b/l ea all >".split())
_NONE = frozenset("- neg negative none no absent 0 wnl normal ok fine full clear intact".split())
_ENDS = SPLITS | {"and", "but", "while", "whereas"}


def find_evened(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the parts of the rewrite that tell both sides alike where the note has one denied, or another figure."""
    low = said.reading.words.low
    uneven = list(_uneven(note, asked))
    for at in said.reading.at_any(BOTH) if uneven else ():
        first, last = part_around(said, at, at + 1)
        span = said.reading.sentences[max(0, said.sentence_at(at))]
        if denies(low[first:last]) or any(
            item.kind == SIDE and item.value in OPPOSITE and span.first <= item.first < span.last for item in stated
        ):
            continue
        words = [
            index
            for index in said.claiming(first, last)
            if said.kind(index) != "person" and not (said.place[index] == at + 1 and said.kind(index) == "part")
        ]
        figures = {item.figure for item in stated if item.kind == FIGURE and first <= item.first < last}
        for begin, end, values in uneven:
            told = [
                index for index in words if any(begin <= note.place[i] < end for i in note.partners(said.keys[index]))
            ]
            if 2 * len(told) > len(words) and (not values or not figures.isdisjoint(values)):
                yield first, last
                break


def _uneven(note: Terms, asked: Sequence[Modifier]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield the sentences (first, last) that tell of one side and the other unlike, and the figures of these."""
    low = note.reading.words.low
    for first, last in parted(note.reading, FULL_STOPS - {";"}):
        if not _OTHERS.isdisjoint(low[first:last]):
            continue
        sides = [item for item in asked if item.kind == SIDE and first <= item.first < last]
        if {item.value for item in sides} != set(OPPOSITE):
            continue
        cells = {item.value: around(low, item.first, item.last, _ENDS) for item in sides}
        if len(sides) != len(OPPOSITE) or len(set(cells.values())) != len(OPPOSITE):
            continue  # "R 5, L 2": once each, apart
        denied = [denies(low[slice(*cell)]) or not _NONE.isdisjoint(low[slice(*cell)]) for cell in cells.values()]
        figures = [
            frozenset(item.figure for item in asked if item.kind == FIGURE and cell[0] <= item.first < cell[1])
            for cell in cells.values()
        ]
        if denied[0] != denied[1]:
            yield first, last, frozenset()
        elif all(figures) and figures[0] != figures[1]:
            yield first, last, figures[0] ^ figures[1]
