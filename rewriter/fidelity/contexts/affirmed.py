"""Told as so: the words that affirm a thing, and figures that the note only plans told as reached.

"Foam with eyes closed, completed" affirms the foam in its last word. "Next: lower mat to 16 in" told as "was lowered to
16 inches" has each word in the note; only that it was done is new.
"""

from collections.abc import Iterator

from rewriter.fidelity.contexts.coming import is_done_word
from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.parts import looks_ahead, part_around, tells_done
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.context import REFUSED

_AFFIRMING = frozenset(
    "completed complete performed done tolerated used taken worn practiced trialed attempted achieved met finished "
    "present occurred given provided".split()
)
_REACH = 6
Words = tuple[int, int]


def affirmed(said: Terms, first: int, last: int) -> int:
    """Return where the words end that affirm what stands at `first:last`, in its part of the sentence."""
    low = said.reading.words.low
    end = min(part_around(said, first, last)[1], last + _REACH)
    places = [at for at in range(last, end) if low[at] in _AFFIRMING]
    return places[0] + 1 if places else last


def find_fulfilled(said: Terms, stated: Shelf, note: Terms, asked: Shelf, mask: int) -> Iterator[Words]:
    """Yield the words (first, last) that tell as done a figure that the note has only as planned (or refused).

    `mask` is the context that the note has it in.
    """
    scopes = [(left, right) for left, right, bit in note.reading.scopes if bit & mask]
    if not scopes:
        return
    for item in stated.items:
        if item.kind != FIGURE or not (same := asked.same(item)):
            continue
        if not all(any(left <= other.first < right for left, right in scopes) for other in same):
            continue
        told = not _has(said, item, mask) and _tells_deed(said, item)
        if not told or any(tells_done(note, other.first, other.last) for other in same):
            continue
        first, last = part_around(said, item.first, item.last)
        if mask & REFUSED and denies(said.reading.words.low[first:last]):
            continue
        yield first, last


def _tells_deed(said: Terms, item: Modifier) -> bool:
    """Its part has a verb of what was done, whichever: "ended on the 8-inch step"."""
    low = said.reading.words.low[slice(*part_around(said, item.first, item.last))]
    return tells_done(said, item.first, item.last) or (not looks_ahead(low) and any(map(is_done_word, low)))


def _has(said: Terms, item: Modifier, mask: int) -> bool:
    return any(bit & mask and left <= item.first < right for left, right, bit in said.reading.scopes)
