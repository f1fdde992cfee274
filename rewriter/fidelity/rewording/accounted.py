"""A single plain word among facts that are all accounted for: "its driveway is on the agenda", "ending the third lap".

No list holds all words that a writer may tell the same with. But where all else of a part of a sentence has its
partners, and of the parts of the note which these stand in nothing is lost, the word stands in the place of none of the
note's and has no fact of its own beside it: it shades what is told, so the reader is told of it, and no more. What can
turn or add a fact all alone claims everywhere: a quality, how much, how sure, when, a goal met, a reaction, a task.
"""

from collections.abc import Sequence, Set

from rewriter.fidelity.rewording.phrasing import claims_alone, is_phrasing
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.shorthand.spelling import english

_FEWEST = 2
_GENERAL = frozenset({"", "verb", "link", "treatment"})


def find_accounted(said: Terms, added: Sequence[int], note: Terms, lost: Set[int]) -> frozenset[int]:
    """Return the added words of a rewrite that stand alone among what the note tells, none of which is lost."""
    strange = [one for one in added if said.claims[one] and not is_phrasing(said, one)]
    return frozenset(one for one in strange if _is_accounted(said, one, note, lost, strange))


def _is_accounted(said: Terms, one: int, note: Terms, lost: Set[int], strange: Sequence[int]) -> bool:
    at = said.place[one]
    low = said.reading.words.low[at]
    if said.kind(one) not in _GENERAL or at in said.quoted or low not in english() or claims_alone(said, one):
        return False
    beside = [near for near in said.claiming(*part_around(said, at, at + 1)) if near != one]
    if not set(strange).isdisjoint(beside) or at + 1 in said.claimed:
        return False  # right before a thing it says which: "scissor grip"
    told = [(near, partner) for near in beside for partner in note.partners(said.keys[near])]
    if len({near for near, _ in told}) < _FEWEST:
        return False
    parts = {part_around(note, note.place[partner], note.place[partner] + 1) for _, partner in told}
    return all(lost.isdisjoint(note.claiming(*part)) for part in parts)
