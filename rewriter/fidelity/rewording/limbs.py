"""The limb that a side goes with where the note tells what only that limb does: "TTWB L", "joystick R", "R pinch".

A side by itself ("half kneeling L up, R up 3 s") is that of the limb that the deed of its sentence is done with; one
beside another part of the body ("R hip") is not.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.rewording.byhand import side_of
from rewriter.fidelity.texts.roots import find_roots
from rewriter.fidelity.texts.terms import SPLITS, Terms

_LEGS = frozenset("leg legs foot feet limb limbs".split())
_ARMS = frozenset("hand hands arm arms limb limbs".split())
# What is done with a leg, by the roots of the words, and what is held or worked with a hand.
_BY_LEG = frozenset(
    "bear wb kneel stance step lead lunge hop march stride tap kick stairs pedal amputation transtibial transfemoral "
    "bka aka stump prosthesis".split()
)
_BY_HAND = frozenset(
    "cane crutch reacher grab hold reach "
    "joystick pinch grip grasp putty peg spoon fork knife pen pencil scissors write handwriting type button catch "
    "throw pour scoop stir uncap key dynamometer tweezers bead coin clothespin mitt feed thread draw trace toothbrush "
    "razor comb brush cup mug".split()
)
# Where a limb is named beside the side, it is that one.
_NAMED = _LEGS | _ARMS | frozenset("upper lower extremity extremities ue le bue ble".split())
# Behind a side these name no part of the body.
_LOOSE = frozenset(
    "up down forward fwd back lead leads leading led first only then and & + / - > < vs than w w/ with for in at on by "
    "x while to until but".split()
)
_SIDE_REACH, _NEAR = 3, 2

Texts = Sequence[Terms]
Words = Sequence[str]


def is_limb_of_deed(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a limb of a rewrite is that of a bare side of the texts, by what is done there."""
    low, at = one.reading.words.low, one.place[index]
    side = side_of(low[max(0, at - _SIDE_REACH) : at])
    if not side:
        return False
    kinds = [deeds for limbs, deeds in ((_LEGS, _BY_LEG), (_ARMS, _BY_HAND)) if low[at] in limbs]
    return any(
        not side.isdisjoint(words[place : place + 1]) and _is_bare(words, place, deeds) and _NAMED.isdisjoint(near)
        for deeds in kinds
        for terms in texts
        for words, places in _sentences(terms)
        if any(_is_deed(word, deeds) for word in words)
        for place in places
        for near in (_around(words, place),)
    )


def _sentences(terms: Terms) -> Iterator[tuple[Words, range]]:
    """Yield the words of each sentence and their places there."""
    low = terms.reading.words.low
    for span in terms.reading.sentences:
        words = low[span.first : span.last]
        yield words, range(len(words))


def _around(words: Words, place: int) -> Words:
    """Return the words close to one, between the marks."""
    first, last = place, place + 1
    while first > max(0, place - _NEAR) and words[first - 1] not in SPLITS:
        first -= 1
    while last < min(len(words), place + 1 + _NEAR) and words[last] not in SPLITS:
        last += 1
    return words[first:last]


def _is_bare(words: Words, place: int, deeds: frozenset[str]) -> bool:
    """The deed stands right before or behind a side, or only a mark, a figure or a word that joins stands behind it."""
    if place and _is_deed(words[place - 1], deeds):
        return True
    ahead = words[place + 1] if place + 1 < len(words) else "."
    return ahead in SPLITS or ahead in _LOOSE or not ahead[0].isalpha() or _is_deed(ahead, deeds)


def _is_deed(word: str, deeds: frozenset[str]) -> bool:
    return not find_roots(word).isdisjoint(deeds)
