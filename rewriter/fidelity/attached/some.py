"""So many of so many told as all or none of them: "recalled 2/3 precautions" as "all three were recalled".

The note counts some of a whole: "2/3", "2 of 3", "LOB x2, self corrected 1". A word of the whole or of none beside what
is counted is untrue where the sentence of the rewrite nowhere tells the count.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.bounds import Words, around
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.quantities.numerals import NUMBER_WORDS

_WHOLE = frozenset({"all", "both", "every"})
_NONE = frozenset({"neither", "none"})
_RATIO, _COUNTS = "ratio", frozenset({"number", "count"})
_ENDS = SPLITS | {"while", "whereas", "but", "then"}
_REACH = 2  # so far from its count stands what is counted


def find_uncounted(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words of the rewrite that tell all or none of what the note counts some of."""
    low = said.reading.words.low
    for at, word in enumerate(low):
        if word not in _WHOLE | _NONE:
            continue
        first, last = around(low, at, at + 1, _ENDS)
        span = said.reading.sentences[max(0, said.sentence_at(at))]
        items = [item for item in stated if item.kind == FIGURE and span.first <= item.first < span.last]
        told = {part for item in items for part in item.value.split("/")[:1]}
        told |= {str(NUMBER_WORDS[one]) for one in low[span.first : span.last] if one in NUMBER_WORDS}
        for index in said.inside(first, last):
            known = asked if said.claims[index] else [item for item in asked if item.family == _RATIO]
            parts = [_part_beside(note, known, note.place[one]) for one in note.partners(said.keys[index])]
            if said.kind(index) != "part" and parts and all(part is not None and part not in told for part in parts):
                place = said.place[index]
                yield min(at, place), max(at + 1, place + 1)
                break


def _part_beside(note: Terms, asked: Sequence[Modifier], place: int) -> str | None:
    """Return how many of a whole the note counts right beside a word, if it counts some of it."""
    low = note.reading.words.low
    for item in asked:
        near = item.first - _REACH <= place < item.last + _REACH and item.kind == FIGURE
        if not near or not SPLITS.isdisjoint(low[min(place, item.first) : max(place, item.last - 1) + 1]):
            continue
        if item.family == _RATIO:
            part, _, whole = item.value.partition("/")
            if part.isdecimal() and whole.isdecimal() and 0 < int(part) < int(whole):
                return part
        elif item.family in _COUNTS and item.value.isdecimal():
            before = [one for one in asked if one.family in _COUNTS and one.sentence == item.sentence]
            if any(
                one.first < item.first and one.value.isdecimal() and int(one.value) > int(item.value) > 0
                for one in before
            ):
                return item.value
    return None
