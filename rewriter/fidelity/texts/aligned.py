"""Which of several mentions is meant: the one that stands among the same words.

"Pain 6/10. Knee clicks, no pain with it" has the pain once affirmed and once denied. A rewrite that tells of the
click is held against the second alone.
"""

from collections.abc import Sequence

from rewriter.fidelity.texts.terms import Terms

_AROUND = 4
_FEWEST = 1
# Of so many mentions none is found by its neighbours, and each would be compared with each.
_MOST = 60


def aligned(
    said: Terms, index: int, texts: Sequence[Terms], partners: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the partners (text, term) whose neighbours are most like those of a term; none where all are alike."""
    if not 1 < len(partners) <= _MOST:
        return []
    around = _neighbours(said, index)
    if not around:
        return []
    scores = [_shared(around, texts[text], one) for text, one in partners]
    most = max(scores)
    if most < _FEWEST or min(scores) == most:
        return []
    return [partner for partner, score in zip(partners, scores, strict=True) if score == most]


def _shared(around: Sequence[frozenset[str]], terms: Terms, index: int) -> int:
    keys = frozenset().union(*_neighbours(terms, index))
    return sum(not one.isdisjoint(keys) for one in around)


def _neighbours(terms: Terms, index: int) -> list[frozenset[str]]:
    """Return the keys of the claiming terms near a term, in its sentence."""
    own = set(terms.keys[index])
    first, last = max(0, index - _AROUND), min(len(terms.place), index + _AROUND + 1)
    return [
        frozenset(terms.keys[at])
        for at in range(first, last)
        if at != index
        and terms.claims[at]
        and terms.sentence[at] == terms.sentence[index]
        and own.isdisjoint(terms.keys[at])
    ]
