"""Would not, can and no further: "son wont move it" as "her son refuses to move it", "can don liner" as "dons it".

What somebody can do is told as done as often as not; what somebody would not do is told as refused, and a walk that
was stopped as cut short.
"""

from collections.abc import Sequence

from rewriter.fidelity.texts.aspects import is_cut_short as tells_cut_short
from rewriter.fidelity.texts.terms import Terms

_WOULD_NOT = frozenset({"wont", "won't", "wouldnt", "wouldn't"})
_REFUSING = frozenset("refuses refused refusing declines declined unwilling".split())
STOPPED = frozenset("stop stopped stops ended quit halted".split())
_REACH, _NEXT, _FAR = 5, 3, 8

Texts = Sequence[Terms]


def is_refusal(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a refusal is what a note tells as "won't", of the same thing."""
    return any(_shares_near(one, index, terms, _WOULD_NOT) for terms in texts)


def is_refusal_there(one: Terms, index: int, texts: Texts) -> bool:
    """The other way round: the "won't" of a note is told as a refusal."""
    return any(_shares_near(one, index, terms, _REFUSING) for terms in texts)


def _shares_near(one: Terms, index: int, terms: Terms, words: frozenset[str]) -> bool:
    near = {place for other in one.claims_near(index, _REACH) for place in terms.partners(one.keys[other])}
    low = terms.reading.words.low
    return any(
        not words.isdisjoint(low[max(0, terms.place[place] - _REACH) : terms.place[place] + _REACH]) for place in near
    )


def is_ability_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether what somebody can do in a note is told: "can don liner I" as "puts the liner on independently"."""
    low, at = one.reading.words.low, one.place[index]
    if "not" in low[max(0, at - 1) : at + 2]:
        return False
    ahead = [other for other in range(index + 1, min(len(one.place), index + 1 + _NEXT)) if one.claims[other]]
    return any(terms.partners(one.keys[other]) for other in ahead for terms in texts)


def is_cut_short(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "cut the second walk short" for "stopped 2nd walk", "fell short of the right" for "short vs R"."""
    ahead = one.reading.words.low[one.place[index] + 1 : one.place[index] + _FAR]
    return "short" in ahead and any(not (STOPPED | {"short"}).isdisjoint(terms.reading.words.low) for terms in texts)


def is_stop_told(one: Terms, index: int, texts: Texts) -> bool:
    """The other way round: what a note has as stopped is told as cut short."""
    return one.is_source and any(tells_cut_short(terms.reading.words.low) for terms in texts)
