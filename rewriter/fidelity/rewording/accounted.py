"""A verb that only carries what the note tells without one: "the cones were touched and carried" for "cones x10".

A verb of handling claims where it stands for itself. Where all else of its part of the sentence has its partners
together in one part of the note, of which nothing is lost, nothing beside it was done: the verb is how it is told. What
went amiss ("dropped"), what is a task of its own ("washed") and what has an opposite ("pulled") claims everywhere.
"""

from collections.abc import Sequence, Set

from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roots import base_of_past
from rewriter.fidelity.texts.terms import Terms
from rewriter.paraphrase import stem

_HANDLING = frozenset(
    map(
        stem,
        "bring carry catch clear draw glide hold lift move open pass pick place play point press put run scan set "
        "slide spread stack stretch take touch toss throw turn".split(),
    )
)
_FEWEST = 2
_GENERAL = frozenset({"", "verb"})


def find_carrying(said: Terms, added: Sequence[int], note: Terms, lost: Set[int]) -> frozenset[int]:
    """Return the added verbs of a rewrite that tell no more than the part of the note which their own part tells."""
    return frozenset(one for one in added if _is_carrying(said, one, note, lost, frozenset(added)))


def _is_carrying(said: Terms, one: int, note: Terms, lost: Set[int], added: Set[int]) -> bool:
    at = said.place[one]
    if not _is_handling(said.reading.words.low[at]):
        return False
    if said.kind(one) not in _GENERAL or at in said.quoted or said.bits[one]:
        return False
    beside = [near for near in said.claiming(*part_around(said, at, at + 1)) if near != one]
    if len(beside) < _FEWEST or not added.isdisjoint(beside):
        return False
    told = [
        {part_around(note, note.place[partner], note.place[partner] + 1) for partner in note.partners(said.keys[near])}
        for near in beside
    ]
    parts = set.intersection(*told)
    return any(
        lost.isdisjoint(inside := note.claiming(*part)) and not any(note.bits[index] for index in inside)
        for part in parts
    )


def _is_handling(low: str) -> bool:
    base = base_of_past(low) or (low if low.endswith(("ed", "ing")) else "")
    return bool(base) and stem(base) in _HANDLING
