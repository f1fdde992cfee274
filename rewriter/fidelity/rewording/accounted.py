"""A single verb among facts that are all accounted for: "lines were laid on the floor", "a hall pushed it to 5/10".

No list holds all verbs that a writer may tell the same with. But where all else of a part of a sentence has its
partners, and of the parts of the note which these stand in nothing is lost, the verb stands in the place of none of the
note's words and has no fact of its own beside it: it shades what is told, so the reader is told of it, and no more. So
does the particle of a verb. What adds a thing ("against a load"), and what turns a fact all alone, claims everywhere: a
quality, how much, how sure, when, a change, a goal met, a reaction, a task.
"""

from collections.abc import Sequence, Set

from rewriter.english import DETERMINERS
from rewriter.fidelity.rewording.phrasing import claims_alone, is_phrasing
from rewriter.fidelity.rewording.predicates import is_past
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.shorthand.spelling import english

_FEWEST = 2
_PARTICLES = frozenset({"back", "along", "around"})
_GENERAL = frozenset({"", "verb", "link", "treatment"})


def find_accounted(said: Terms, added: Sequence[int], note: Terms, lost: Set[int]) -> frozenset[int]:
    """Return the added verbs of a rewrite that stand alone among what the note tells, none of which is lost."""
    strange = [one for one in added if said.claims[one] and not is_phrasing(said, one)]
    return frozenset(one for one in strange if _is_accounted(said, one, note, lost, strange))


def _is_accounted(said: Terms, one: int, note: Terms, lost: Set[int], strange: Sequence[int]) -> bool:
    at = said.place[one]
    low = said.reading.words.low[at]
    if said.kind(one) not in _GENERAL or at in said.quoted or low not in english() or claims_alone(said, one):
        return False
    if not (is_past(low) or low.endswith("ing") or low in _PARTICLES) or said.reading.words.low[at - 1] in DETERMINERS:
        return False  # "the broken hip" names it
    beside = [near for near in said.claiming(*part_around(said, at, at + 1)) if near != one]
    if not set(strange).isdisjoint(beside):
        return False
    told = [(near, partner) for near in beside for partner in note.partners(said.keys[near])]
    if len({near for near, _ in told}) < _FEWEST:
        return False
    parts = {part_around(note, note.place[partner], note.place[partner] + 1) for _, partner in told}
    return all(lost.isdisjoint(note.claiming(*part)) for part in parts)
