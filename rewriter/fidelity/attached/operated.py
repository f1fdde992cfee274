"""The side of a diagnosis told of what was treated: "NMES at the right knee" where the note has "R TKA, NMES L knee".

A name of a diagnosis holds the part of the body that it is of, so the side stands in the note with that part. It is the
diagnosis's side. Where the note treats or measures the same part on the other side only, and the rewrite nowhere says
so, the side was taken from the diagnosis.
"""

from collections.abc import Iterator, Sequence

from rewriter.body import OPPOSITE
from rewriter.fidelity.texts.modifiers import SIDE, Modifier
from rewriter.fidelity.texts.terms import Terms

_OF_DIAGNOSIS = frozenset({"diagnosis", "historical"})
_NOUN = 3


def find_misplaced_sides(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[Modifier]:
    """Yield the sides of the rewrite that the note has of a diagnosis only, and of the part itself the other one."""
    ours = [item for item in stated if item.kind == SIDE and not item.compared and not _is_diagnosed(item, said)]
    theirs = [item for item in asked if item.kind == SIDE]
    diagnosed = [item for item in theirs if _is_diagnosed(item, note)]
    for item in ours if diagnosed else ():
        beside = [other for other in theirs if not item.head.isdisjoint(other.head)]
        treated = [other for other in beside if other not in diagnosed]
        named = [other for other in beside if other in diagnosed]
        sides = {other.value for other in treated}
        if len(sides) != 1 or not named or item.value in sides or not sides.issubset(OPPOSITE):
            continue
        if any(other.value in sides for other in named):
            continue
        if max(_shared(item, other) for other in treated) <= max(_shared(item, other) for other in named):
            continue
        if not any(one.value in sides and not one.head.isdisjoint(item.head) for one in ours):
            yield item


def _is_diagnosed(item: Modifier, terms: Terms) -> bool:
    """What a side stands before is a diagnosis or lies in its name: "R TKA", "right total knee replacement"."""
    mentions = (terms.reading.mentions[at] for at in terms.reading.between(item.last, item.last + _NOUN))
    return any(one.sense.kind in _OF_DIAGNOSIS and one.first <= item.last + 1 for one in mentions)


def _shared(one: Modifier, other: Modifier) -> int:
    return len((one.head | one.near) & (other.head | other.near))
