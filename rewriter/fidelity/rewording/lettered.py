"""What a sign or a single letter of a note stands for beside its neighbours: "H + V", "= step length", "warehouse".

Alone such a letter may be anything, and is left as written; where the rewrite has a word for each letter of a pair, or
the word that the sign stands before, it says no more than the note.
"""

from collections.abc import Sequence
from typing import Final

from rewriter.fidelity.texts.terms import Terms
from rewriter.once import once

_JOINING: Final = frozenset({"+", "/", "&", "and", "-", ","})
_TAKEN = frozenset("lrbixas")  # sides, "independent", figures, and words of one letter
_REACH = 4
_OF_PAIR = 3

Texts = Sequence[Terms]


def is_letter_of_pair(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "horizontal and vertical" for "H + V", "anterior-posterior" for "A/P"."""
    low, at = one.reading.words.low, one.place[index]
    near = {word[0] for word in (*low[max(0, at - _REACH) : at], *low[at + 1 : at + 1 + _REACH]) if len(word) > 1}
    return any(low[at][0] == letter and other in near for terms in texts for letter, other in _pairs(terms))


@once
def _pairs(terms: Terms) -> list[tuple[str, str]]:
    """Return each single letter that stands in a pair, with the other one: "H + V", "A/P"."""
    low = terms.reading.words.low
    pairs = [
        (word[0], word[2])
        for word in low
        if len(word) == _OF_PAIR and word[1] in _JOINING and word[0].isalpha() and word[2].isalpha()
    ]
    for one, two in [(low[at - 1], low[at + 1]) for at in terms.reading.at_any(_JOINING) if 0 < at < len(low) - 1]:
        if one != two and all(len(x) == 1 and x.isalpha() and x not in _TAKEN for x in (one, two)):
            pairs.append((one, two))
    return [*pairs, *((two, one) for one, two in pairs)]


def is_equal(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "equal step length" for "= step length"."""
    ahead = one.claiming(one.place[index] + 1, one.place[index] + 1 + _REACH)[:1]
    return any(
        low[terms.place[partner] - 1] == "="
        for terms in texts
        for low in (terms.reading.words.low,)
        for near in ahead
        for partner in terms.partners(one.keys[near])
    )


def is_employed(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "a warehouse worker" for "warehouse", "employed in construction"; who works there is the patient."""
    at = one.place[index]
    beside = [*one.claiming(at - 1, at), *one.claiming(at + 1, at + 4)[:1]]
    return any(
        terms.kind(partner) == ""
        and terms.reading.words.low[terms.place[partner] + 1 : terms.place[partner] + 2]
        in ([], [","], ["."], [";"], ["work"], ["job"])
        for terms in texts
        for near in beside
        for partner in terms.partners(one.keys[near])
    )
