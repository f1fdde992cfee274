"""A word told by another one of its root: "the urgency went down" for "urge down", "bore down" for "bearing down"."""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.roots import are_of_one_root
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.context import NEGATED, REFUSED

# What names a thing of the clinic is no other thing of its root: a brace, a measure.
_NAMED = frozenset("device equipment measure level cue person side better worse same".split())
_SHORTEST = 3
_DENIED = NEGATED | REFUSED

Texts = Sequence[Terms]


def is_derived(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the texts have a word of the root of a term, denied as it is or affirmed as it is."""
    low = one.reading.words.low[one.place[index]]
    if len(low) < _SHORTEST or one.kind(index) in _NAMED:
        return False
    denied = bool(one.bits[index] & _DENIED)
    return any(bool(bits & _DENIED) == denied for bits in _of_its_root(low, texts))


def _of_its_root(low: str, texts: Texts) -> Iterator[int]:
    """Yield the context of each word of the texts that is of the root of a word."""
    for terms in texts:
        for at in terms.by_initial.get(low[0], ()):
            if are_of_one_root(low, terms.reading.words.low[at]):
                for index in terms.inside(at, at + 1):
                    yield terms.bits[index]
