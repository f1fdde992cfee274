"""A side told as any one: "used one arm" for both arms, "one leg pressed 60 pounds" for the left, "3/5 on one side".

One of a pair is a side that is not told. Where the note names the same pair with a side, or both, and nowhere as one of
two itself, the side is lost; the word is no number then, and every word around it has its partner.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.modifiers import SIDE, Modifier
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS

_ONE = frozenset({"one", "single", "1"})
_PAIRED = frozenset(
    "hand foot arm leg eye ear knee hip ankle shoulder elbow wrist extremity limb heel calf thigh thumb".split()
)
_SIDE = "side"
# Such a word near says which one, or that each had its turn.
_TOLD = frozenset("left right l r each every per time alternate alternately alternating turn".split())
_OTHER = frozenset({"other", "opposite", "second"})
# A note with any of these before a pair's name tells of one itself.
_HALF = _ONE | {"unilateral", "half", "either", "hemi"}
_HELP = frozenset({"held", "assist", "assistance", "support", "supported", "stance", "stand", "hop", "hopping"})
_MARKS = FULL_STOPS | {",", ":", "and", "while", "but"}
_NOUN, _NEAR = 3, 6

Words = tuple[int, int]


class OneSided(NamedTuple):
    """Words `first:last` of the rewrite that tell of one of a pair, and the side of the note that they leave out."""

    first: int
    last: int
    side: Modifier


def find_one_sided(said: Terms, note: Terms, asked: Sequence[Modifier]) -> Iterator[OneSided]:
    """Yield where the rewrite tells of one of a pair what the note tells with a side."""
    sides = [item for item in asked if item.kind == SIDE]
    for first, last in _ones(said) if sides else ():
        if _tells_one(note, said, last - 1):
            continue
        if (side := _side_of(said, sides, last - 1)) is not None:
            yield OneSided(first, last, side)


def _ones(said: Terms) -> Iterator[Words]:
    """Yield the words that name one of a pair and do not say which: "one arm", "a single leg"."""
    low = said.reading.words.low
    for at, word in enumerate(low):
        if word not in _ONE:
            continue
        named = (place for place in range(at + 1, min(at + _NOUN, len(low))) if low[place] in _PAIRED | {_SIDE})
        if (noun := next(named, None)) is None:
            continue
        begin, end = around(low, at, noun + 1, FULL_STOPS, _NEAR)
        near = frozenset(low[begin:end])
        other = low[noun] != _SIDE and not _OTHER.isdisjoint(near)
        if _TOLD.isdisjoint(near) and _HELP.isdisjoint(low[noun + 1 : noun + _NOUN]) and not other:
            yield at, noun + 1


def _tells_one(note: Terms, said: Terms, noun: int) -> bool:
    """The note tells of one of such a pair too, in whatever words: "1 UE support", "one hand", "unilateral"."""
    low = note.reading.words.low
    if "unilateral" in low or "unilaterally" in low:
        return True
    if said.reading.words.low[noun] == _SIDE:
        named = {at for at, word in enumerate(low) if word == _SIDE}
    else:
        named = {note.place[at] for one in said.inside(noun, noun + 1) for at in note.partners(said.keys[one])}
    return any(word in _HALF and not named.isdisjoint(range(at + 1, at + 1 + _NOUN)) for at, word in enumerate(low))


def _side_of(said: Terms, sides: Sequence[Modifier], noun: int) -> Modifier | None:
    """Return the side that the note gives a thing of this name, or what stands around one in the rewrite."""
    low = said.reading.words.low
    begin, end = around(low, noun, noun + 1, _MARKS, _NEAR)
    for places in (said.inside(noun, noun + 1), said.claiming(begin, end)):
        keys = frozenset(key for at in places for key in said.keys[at] if low[said.place[at]] != _SIDE)
        for item in sides:
            if not keys.isdisjoint(item.head):
                return item
    return None
