"""Where the rewrite tells without a side what the note gives one: "toe drag" for "R toe drag".

It shows where a side that was found to be lost is missing; by itself it accuses nobody.
"""

from bisect import bisect_left
from collections.abc import Sequence

from rewriter.english import DETERMINERS
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms

_SIDES = frozenset({"left", "right", "both", "bilateral", "bilaterally", "leftward", "rightward", "l", "r"})
_PARTS_OF_BODY = frozenset(
    "extremity arm leg hand foot knee hip ankle shoulder elbow wrist thigh calf finger toe".split()
)
# Words that tell a side by pointing to one named before.
_SAME_SIDE = frozenset(
    "same that affected involved paretic hemiparetic hemiplegic weaker weak operated surgical ipsilateral opposite "
    "other contralateral each both either its this".split()
)
_SIDE_ONLY, _ASIDE = 4, 4  # words of a part that tells a side, and of what stands between
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
    here = said.inside(part[0], part[1])
    told = {said.place[at] for at in here if not near.isdisjoint(said.keys[at])}
    while first - 1 in told:
        first -= 1
    while last in told:
        last += 1
    if first > part[0] and said.reading.words.low[first - 1] in DETERMINERS:
        first -= 1
    return first, last


def _has_side(low: Sequence[str], words: Words, part: Words) -> bool:
    first, last = max(part[0], words[0] - _NEAR), min(part[1], words[1] + _NEAR)
    return not _SIDES.isdisjoint(low[first:last])


def _shared(said: Terms, side: Modifier, part: Words) -> int:
    here = said.inside(part[0], part[1])
    return sum(not side.near.isdisjoint(said.keys[at]) for at in here)


def _is_sided_beside(first: int, last: int, same: Sequence[Modifier], said: Terms) -> bool:
    """A part of a sentence that holds hardly more than the side is told of the part beside it, or of all behind it.

    Thus: "the shin muscle, the tibialis anterior, on the right", "a knee (dictated as left)", "Right hand, coins".
    """
    low, begin = said.reading.words.low, said.reading.sentences[max(0, said.sentence_at(first))].first
    for other in same:
        start, end = part_around(said, other.first, other.last)
        if other.sentence != said.sentence_at(first) or end - start > _SIDE_ONLY:
            continue
        named = [at for at in range(start, end) if at in said.claimed and not other.first <= at < other.last]
        if not named and last <= start <= last + 1 + _ASIDE and "and" not in low[last:start]:
            return True
        headed = start <= begin + 1 and len(named) <= 1 and end <= first and low[end] in (",", ":", "-")
        if headed and all(said.kind(bisect_left(said.place, at)) == "part" for at in named):
            return True
    return False


def is_bare_part(item: Modifier, same: Sequence[Modifier], said: Terms) -> bool:
    """The part of the body stands in the rewrite, but in no part of a sentence with this side, or a word for it."""
    places = [
        said.place[index]
        for key in item.head
        for index in said.by_key.get(key, ())
        if said.kind(index) == "part" or said.reading.words.low[said.place[index]] in _PARTS_OF_BODY
    ]
    if not places:
        return False
    for place in places:
        first, last = part_around(said, place, place + 1)
        if first > 1 and said.reading.words.low[first - 1] == "(":  # "right calf (gastrocnemius)"
            first = part_around(said, first - 2, first - 1)[0]
        told = any(first <= other.first < last for other in same) or _is_sided_beside(first, last, same, said)
        if told or not _SAME_SIDE.isdisjoint(said.reading.words.low[first:last]):
            return False
    return True
