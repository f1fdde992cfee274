"""Where the rewrite tells without a side what the note gives one: "toe drag" for "R toe drag".

It shows where a side that was found to be lost is missing; by itself it accuses nobody.
"""

from bisect import bisect_left
from collections.abc import Sequence

from rewriter.fidelity.modifiers import Modifier
from rewriter.fidelity.parts import part_around
from rewriter.fidelity.terms import Terms

_SIDES = frozenset({"left", "right", "both", "bilateral", "bilaterally", "leftward", "rightward", "l", "r"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their"})
_NEAR = 4  # a side so close in its part of the sentence may be meant of the thing

Words = tuple[int, int]


def find_bare(side: Modifier, said: Terms) -> Words | None:
    """Return the words of the rewrite that name what a side of the note is bound to, and have no side by them.

    Of several the one with the most of the words that stand around the side in the note.
    """
    best: tuple[int, int, Words] | None = None
    for index in sorted(said.partners(side.head)):
        place = said.place[index]
        if not said.claims[index] and len(side.head) > 1 and said.mention[index] < 0:
            continue
        part = part_around(said, place, place + 1)
        words = _named(said, index, side, part)
        if _has_side(said.reading.words.low, words, part):
            continue
        rank = _shared(said, side, part), words[1] - words[0]
        if best is None or rank > best[:2]:
            best = *rank, words
    return best[2] if best is not None else None


def _named(said: Terms, index: int, side: Modifier, part: Words) -> Words:
    """Return the whole of what is named: the mention over a term, with what else of the note's words stands by it."""
    place, mention = said.place[index], said.mention[index]
    first, last = place, place + 1
    if mention >= 0:
        _, first, last = said.reading.mentions[mention]
    near = side.head | side.near
    here = range(bisect_left(said.place, part[0]), bisect_left(said.place, part[1]))
    told = {said.place[at] for at in here if not near.isdisjoint(said.keys[at])}
    while first - 1 in told:
        first -= 1
    while last in told:
        last += 1
    if first > part[0] and said.reading.words.low[first - 1] in _ARTICLES:
        first -= 1
    return first, last


def _has_side(low: Sequence[str], words: Words, part: Words) -> bool:
    first, last = max(part[0], words[0] - _NEAR), min(part[1], words[1] + _NEAR)
    return not _SIDES.isdisjoint(low[first:last])


def _shared(said: Terms, side: Modifier, part: Words) -> int:
    here = range(bisect_left(said.place, part[0]), bisect_left(said.place, part[1]))
    return sum(not side.near.isdisjoint(said.keys[at]) for at in here)
