"""A trouble that is better has lessened: "neglect better" as "neglect has diminished", "pain worse" as "it has grown".

Less of a trouble is good and more of it is bad, so either text may tell the one or the other. Of all else, as of
strength, a change up or down is compared as it is told.
"""

from collections.abc import Sequence

from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.mentions import TROUBLES

_LESS = "lessened lessens diminished diminishes eased eases decreased decreases reduced subsided abated receded"
_MORE = "increased increases grown grew risen rose intensified heightened mounted deepened"
_BETTER = "better improved improving improves"
_WORSE = "worse worsened worsening worsens"
WORDS = f"{_LESS} {_MORE} {_BETTER} {_WORSE}"
_GOOD, _BAD = frozenset(f"{_LESS} {_BETTER}".split()), frozenset(f"{_MORE} {_WORSE}".split())

Texts = Sequence[Terms]


def is_change_of_trouble(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the other text tells the same change of the same trouble, in whatever words."""
    at = one.place[index]
    same = _GOOD if one.reading.words.low[at] in _GOOD else _BAD
    troubles = [near for near in one.claiming(*part_around(one, at, at + 1)) if one.kind(near) in TROUBLES]
    for near in troubles:
        for terms in texts:
            for partner in terms.partners(one.keys[near]):
                first, last = part_around(terms, terms.place[partner], terms.place[partner] + 1)
                if not same.isdisjoint(terms.reading.words.low[first:last]):
                    return True
    return False
