"""Gone or still there: "night pain gone" as "there is pain at night", "hike persists" as "the hike no longer appears".

Each text may say of a trouble that it is over or that it goes on. Where the note says one, a part of the rewrite that
tells of the same trouble must not say the other; and what is over is not told as there.
"""

from collections.abc import Iterator
from itertools import pairwise

from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.bounds import Words, begin_of
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.mentions import TROUBLES

_OVER = frozenset(
    "gone resolved resolves cleared subsided disappeared vanished abated ceased eliminated absent abolished".split()
)
_LASTING = frozenset("persists persisted persisting persistent lingers lingering unresolved".split())
_GOING_ON = _LASTING | frozenset("continues continued continuing remains remained still ongoing".split())
_ENDING = _OVER | frozenset(
    "went away stopped settled settles settling relieved free ended passed wore off clears clear faded fades out "
    "lifted disappears disappearing disappear vanish vanishes resolving resolve resolution clearing eliminates stops "
    "back returned recovered baseline normal after until former formerly previously longer history was had".split()
)
_STOPS = frozenset({".", "\n"})
_NEVERS = (("no", "longer"), ("not", "anymore"))


def find_outlasted(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the part of the rewrite that tells as there what the note has as gone, or as gone what it has as there."""
    low = note.reading.words.low
    for at in [at for at, word in enumerate(low) if word in _OVER or word in _LASTING]:
        if denies(low[max(0, at - 3) : at]):
            continue
        matter = _matter(note, at)
        told = [said.partners(note.keys[index]) for index in matter]
        if not told or not all(told):
            continue
        parts = {part_around(said, said.place[one], said.place[one] + 1) for one in told[-1]}
        same = [
            (first, last)
            for first, last in parts
            if all(any(first <= said.place[one] < last for one in found) for found in told)
        ]
        turned = _is_there if low[at] in _OVER else _is_over
        if same and all(turned(said, *part) for part in same):
            yield same[0]


def _matter(note: Terms, at: int) -> list[int]:
    """Return the terms of the trouble that a word says is gone or lasts, in its clause or in the one before."""
    low = note.reading.words.low
    begin = begin_of(low, at, SPLITS)
    inside = note.claiming(begin, at)
    alone = not inside and begin > 0 and low[begin - 1] == ","  # "UT hike with elevation, persists > 100"
    if alone:
        inside = note.claiming(begin_of(low, begin - 1, SPLITS), begin - 1)
    kinds = {note.kind(index) for index in inside}
    trouble = [index for index in inside if note.kind(index) in TROUBLES]
    if kinds.isdisjoint(TROUBLES):
        return []
    return inside if low[at] in _OVER and not alone else trouble


def _is_there(said: Terms, first: int, last: int) -> bool:
    """Nothing in the part, nor in the rest of its statement behind, says that it is over."""
    low = said.reading.words.low
    end = last
    while end < len(low) and low[end] not in _STOPS:
        end += 1
    words = low[first:end]
    if not _LASTING.isdisjoint(words):
        return _OVER.isdisjoint(words) and "until" not in words
    return _ENDING.isdisjoint(words) and not denies(words)


def _is_over(said: Terms, first: int, last: int) -> bool:
    """The part, or what follows it of the same trouble, says that it is over, and nothing there that it goes on."""
    low = said.reading.words.low
    while last + 1 < len(low) and low[last] in (",", "and"):
        end = part_around(said, last + 1, last + 2)[1]
        if any(said.kind(index) in TROUBLES for index in said.inside(last, end)):
            break
        last = end
    words = low[first:last]
    over = not _OVER.isdisjoint(words) or any(pair in _NEVERS for pair in pairwise(words))
    return over and _GOING_ON.isdisjoint(words) and "not" not in words
