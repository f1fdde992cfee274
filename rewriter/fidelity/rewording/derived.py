"""A word told by another one of its root: "the urgency went down" for "urge down", "bore down" for "bearing down".

What is denied may be told by a word that says so by its end: "a painless clunk" for "clunk, no pain".
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.roots import are_of_one_root
from rewriter.fidelity.texts.terms import Terms
from rewriter.paraphrase import stem
from rewriter.reading.context import NEGATED, REFUSED
from rewriter.reading.shorthand.spelling import english

# What names a thing of the clinic is no other thing of its root: a brace, a measure.
_NAMED = frozenset("device equipment measure level cue person side better worse same".split())
_SHORTEST, _CLOSE = 3, 2
_DENYING = frozenset({"none", "neither"})  # other words of denial are read
_WITHOUT = "less"
_DENIED = NEGATED | REFUSED

Texts = Sequence[Terms]


def is_derived(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the texts have a word of the root of a term, denied as it is or affirmed as it is."""
    low = one.reading.words.low[one.place[index]]
    if _is_without(low, one, index, texts):
        return True
    if len(low) < _SHORTEST or one.kind(index) in _NAMED:
        return False
    denied = _is_denied(one, index)
    return any(_is_denied(terms, other) == denied for terms, other in _of_its_root(low, texts))


def _is_without(low: str, one: Terms, index: int, texts: Texts) -> bool:
    """A word ends in the denial of what the other text denies in two, or the reverse."""
    base = low.removesuffix(_WITHOUT)
    if base != low:
        keys = {base, f"{base}s", stem(base)}
        return base in english() and any(
            _is_denied(terms, other) for terms in texts for key in keys for other in terms.by_key.get(key, ())
        )
    if not one.is_source or not _is_denied(one, index):
        return False
    told = {low + _WITHOUT, low.removesuffix("s") + _WITHOUT}
    return any(not told.isdisjoint(terms.reading.words.low) for terms in texts)


def _is_denied(terms: Terms, index: int) -> bool:
    """The reading has it as denied, or "none" or "neither" stands close before: "none injurious"."""
    at = terms.place[index]
    before = terms.reading.words.low[max(0, at - _CLOSE) : at]
    return bool(terms.bits[index] & _DENIED) or not _DENYING.isdisjoint(before)


def _of_its_root(low: str, texts: Texts) -> Iterator[tuple[Terms, int]]:
    """Yield each term of the texts that is of the root of a word."""
    for terms in texts:
        for at in terms.by_initial.get(low[0], ()):
            if are_of_one_root(low, terms.reading.words.low[at]):
                for index in terms.inside(at, at + 1):
                    yield terms, index
