"""Both told where the note has one of two, and one where it has both.

"Forgot both brakes" as "one of the brakes"; "2 errors, corrected 1" as "corrected both"; "L 10 s, R 3 s w/ min A" as
"10 and 3 seconds, both with minimal assistance".
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.bounds import Words, begin_of, end_of
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.shelf import Shelf, agree
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.punctuation import FULL_STOPS

_BOTH = frozenset({"both", "all"})
_ONE = frozenset({"1", "one"})
_WHOSE = frozenset({"the", "her", "his", "their", "these", "those"})
_BEHIND = frozenset("of on by without with himself herself themselves independently unaided , . ; and".split())
_WITH = frozenset({"with", "w/", "w"})
_BEFORE, _REACH, _LED = 2, 3, 4


def find_parted(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that tell one of what the note has both of, and the reverse."""
    low, there = said.reading.words.low, note.reading.words.low
    for at, word in enumerate(low):
        if word in _ONE and low[at + 1 : at + 2] == ["of"] and low[at + 2 : at + 3] and low[at + 2] in _WHOSE:
            end = end_of(low, at + 3, SPLITS | {"on", "at", "in", "during"}, at + 3 + _BEFORE)
            places = _partners(said, note, at + 3, end)
            counted = [there[max(0, place - _BEFORE) : place] for place in places]
            if any(not _BOTH.isdisjoint(words) for words in counted) and all(map(_ONE.isdisjoint, counted)):
                yield at, at + 4
        if word == "both" and low[at + 1 : at + 2] and low[at + 1] in _BEHIND and low[at - 1] != ",":
            places = _partners(said, note, max(0, at - _BEFORE), at)
            behind = [there[place + 1 : place + 1 + _REACH] for place in places]
            if behind and all(not _ONE.isdisjoint(_clause(words)) for words in behind):
                yield at, at + 1


def _partners(said: Terms, note: Terms, first: int, last: int) -> list[int]:
    """Return the places in the note of the last term among some words of the rewrite."""
    inside = said.inside(first, last)
    return sorted(note.place[one] for one in note.partners(said.keys[inside[-1]])) if inside else []


def _clause(words: Sequence[str]) -> Sequence[str]:
    end = next((at for at, word in enumerate(words) if word in SPLITS), len(words))
    return words[:end]


def find_widened(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> Iterator[Modifier]:
    """Yield the help and cues told with both of two values that the note has "with" the second alone."""
    low, there = said.reading.words.low, note.reading.words.low
    for item in stated.items:
        if item.kind not in (LEVEL, CUE):
            continue
        begin = begin_of(low, item.first, FULL_STOPS)
        both = next((at for at in range(max(begin, item.first - _LED), item.first) if low[at] == "both"), -1)
        same = asked.same(item)
        if both < 0 or low[both - 1] not in SPLITS or low[both + 1] not in _WITH or len(same) != 1:
            continue
        told = [one for one in stated.items if one.kind == FIGURE and begin <= one.first < both]
        meant = same[0]
        if there[meant.first - 1] not in _WITH:
            continue
        before = [one for one in asked.items if one.kind == FIGURE and one.last <= meant.first]
        last = max(before, key=lambda one: one.last, default=None)
        if last is None or last.last != meant.first - 1 or last.sentence != meant.sentence:
            continue
        others = [one for one in before if one.family == last.family and one.sentence == last.sentence and one != last]
        if any(agree(one, last) for one in told) and any(agree(one, other) for one in told for other in others):
            yield item
