"""One side told as both: "cue to the right obliques" as "to the right and left obliques", "R wrist" as "each wrist".

Each side that a rewrite joins may well stand in the note, of something else. What counts is what the joined sides stand
at: a thing that the note has with one side only, wherever it names it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rewriter.body import BOTH, OPPOSITE
from rewriter.fidelity.texts.bounds import Words, around, begin_of, end_of
from rewriter.fidelity.texts.modifiers import SIDE, Keys, Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.punctuation import FULL_STOPS

_JOINING = frozenset({"and", "or", "/", "&", "+", "the", "her", "his", "their"})
# A note with any of these beside a thing may mean both, whatever side it names too.
_OTHERS = BOTH | frozenset(
    "b bil bilat bl ble bue bles bues b/l ea every other alternate alternating alt sides contralateral opposite "
    "reciprocal symmetric symmetrical symmetrically unaffected uninvolved".split()
)
_PASSED = frozenset("of the his her their on at in to through onto over was were and , side sides".split())
_THINGS = frozenset(" part surface activity task device equipment impairment symptom position".split(" "))
_AHEAD, _BACK = 5, 6


def find_doubled(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that tell both sides of what the note has on one side only."""
    sides = [item for item in asked if item.kind == SIDE]
    has_both = any(item.value not in OPPOSITE for item in sides) or not _OTHERS.isdisjoint(note.reading.words.low)
    for first, last in _joined(said, stated) if sides else ():
        if has_both and said.reading.words.low[first] in BOTH:
            continue  # whatever it is of: "BUE support" are both hands
        heads = _heads(said, first, last)
        if heads and _is_one_sided(note, sides, frozenset(said.keys[heads[0]])):
            yield first, last


def _joined(said: Terms, stated: Sequence[Modifier]) -> Iterator[Words]:
    """Yield where a rewrite tells both sides at once."""
    low = said.reading.words.low
    sides = sorted((item for item in stated if item.kind == SIDE), key=lambda item: item.first)
    for one, two in pairwise(sides):
        between = low[one.last : two.first]
        if OPPOSITE.get(one.value) == two.value and 0 < len(between) <= 2 and _JOINING.issuperset(between):
            yield one.first, two.last
    for at, word in enumerate(low):
        if word in BOTH and low[at + 1 : at + 2]:
            yield at, at + 1


def _heads(said: Terms, first: int, last: int) -> list[int]:
    """Return the terms that joined sides stand at: what follows at once, else what stands before."""
    low = said.reading.words.low
    end = last
    while end < len(low) and low[end] in _PASSED and low[end] not in SPLITS and low[end] != "and":
        end += 1
    stop = end_of(low, end, SPLITS | {"and", "or"}, last + _AHEAD)
    ahead = [at for at in said.claiming(last, stop) if _names(said, at) and said.place[at] == end]
    if ahead:
        return ahead
    if low[first] in BOTH and low[last : last + 1] not in (["sides"], ["side"]):
        return []
    if low[first] in BOTH - {"both"}:
        return []
    begin = begin_of(low, first, FULL_STOPS, max(0, first - _BACK))
    return [at for at in reversed(said.claiming(begin, first)) if _names(said, at)]


def _names(terms: Terms, index: int) -> bool:
    return terms.kind(index) in _THINGS


def _is_one_sided(note: Terms, sides: Sequence[Modifier], keys: Keys) -> bool:
    """The note names the thing, with the same single side each time."""
    low = note.reading.words.low
    found = {item.value for item in sides if not keys.isdisjoint(item.head)}
    for index in note.partners(keys):
        place = note.place[index]
        first, last = around(low, place, place + 1, SPLITS)
        here = {item.value for item in sides if first <= item.first < last}
        if not here or not _OTHERS.isdisjoint(low[first:last]):
            return False
        found |= here
    return len(found) == 1 and not found.isdisjoint(OPPOSITE)
