"""One thing put in another's place: both are in the note, so each word has its partner, but one has gone missing.

Where a word of the note is left out, the rewrite is searched for a word of the same kind that stands among the missing
one's neighbours and, in the note, never does: "hands on the hips" told as "hands on the knees" in a note that names
knees elsewhere. Where nothing is left out, nothing is searched.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.terms import Terms

_REACH = 2
_MOST = 40  # who loses more than this has not swapped words but left out the note


class Swap(NamedTuple):
    """A term of the rewrite, and the term of the note that it stands for."""

    said: int
    meant: int


def find_swaps(said: Terms, note: Terms, lost: Sequence[int]) -> Iterator[Swap]:
    """Yield the terms of the rewrite that took the place of a lost term of the note."""
    if not lost:
        return
    taken: set[int] = set()
    by_kind: dict[str, list[int]] = {note.kind(meant): [] for meant in lost[:_MOST]}
    for index, claims in enumerate(said.claims):
        if claims and (kind := said.kind(index)) in by_kind:
            by_kind[kind].append(index)
    beside: dict[int, set[str]] = {}
    for meant in lost[:_MOST]:
        around = _neighbours(note, meant)
        for index in by_kind[note.kind(meant)]:
            if index in taken:
                continue
            here = beside.get(index)
            if here is None:
                here = beside[index] = _neighbours(said, index)
            if here.isdisjoint(around):
                continue
            partners = note.partners(said.keys[index])
            if not partners or meant in partners:
                continue
            if not any(here & _neighbours(note, partner) for partner in partners):
                taken.add(index)
                yield Swap(index, meant)
                break


def _neighbours(terms: Terms, index: int) -> set[str]:
    """Return the keys of the claiming terms right before and behind a term, in its sentence."""
    found: set[str] = set()
    for way in (-1, 1):
        at, met = index + way, 0
        while 0 <= at < len(terms.place) and terms.sentence[at] == terms.sentence[index] and met < _REACH:
            if terms.claims[at]:
                found.update(terms.keys[at])
                met += 1
            at += way
    return found - set(terms.keys[index])
