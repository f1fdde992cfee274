"""Order and comparison: a pair of values or sides told the other way round, or no more compared."""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.related.pairs import Pair
from rewriter.fidelity.texts.modifiers import FIGURE
from rewriter.fidelity.texts.most import says_most
from rewriter.fidelity.texts.shelf import agree
from rewriter.fidelity.texts.terms import Terms

_TIED = (1, 2)  # words between a start and its end: "->", "up to"


def find_reversed(said: Sequence[Pair], given: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs that the rewrite tells the other way round."""
    by_relation: dict[str, list[Pair]] = {}
    for other in given:
        by_relation.setdefault(other.relation, []).append(other)
    for pair in said:
        alike = by_relation.get(pair.relation) if pair.told else None
        if not alike:
            continue
        if any(agree(pair.one, other.one) and agree(pair.two, other.two) for other in alike):
            continue
        turned = any(agree(pair.one, other.two) and agree(pair.two, other.one) for other in alike)
        if turned or _is_mispaired(pair, alike):
            yield pair


def _is_mispaired(pair: Pair, alike: Sequence[Pair]) -> bool:
    """Start and end are of two other pairs: "from 80 to 32" for the note's "20->32, 80->92"."""
    told = [other for other in alike if other.told]
    starts = [other for other in told if agree(pair.one, other.one)]
    ends = [other for other in told if agree(pair.two, other.two)]
    return (
        bool(starts and ends)
        and pair.one.kind == FIGURE
        and pair.two.first - pair.one.last in _TIED
        and not any(agree(pair.two, other.one) for other in starts + ends)
        and not any(agree(pair.one, other.two) for other in starts + ends)
    )


def find_lost_comparisons(given: Sequence[Pair], said: Sequence[Pair], terms: Terms | None = None) -> Iterator[Pair]:
    """Yield what the note tells as more on one side than on the other and the rewrite does not compare."""
    for pair in given:
        if pair.relation != "exceeds" or any(other.relation == "exceeds" for other in said):
            continue
        if terms is None or not says_most(terms, pair.one.value):
            yield pair
