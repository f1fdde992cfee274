"""Where somebody or something is: standing on a pad, a shoe put on, symptoms that reach the calf."""

from collections.abc import Sequence

from rewriter.fidelity.texts.posture import is_on_pad, tells_standing
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.mentions import TROUBLES

_NEAR, _CLOSE = 4, 3
_CLOTHES = frozenset("sock socks shoe shoes shirt pants coat jacket bra blouse dress trousers underwear".split())
_ROUTE_REACH = 7

Texts = Sequence[Terms]


def is_standing_on_pad(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "standing on the foam" for "foam EC"."""
    return is_on_pad(one.reading.words.low, one.place[index]) and any(map(_stands_on_pad, texts))


def _stands_on_pad(terms: Terms) -> bool:
    """A sentence tells of balance on a pad, and of no posture but standing."""
    low = terms.reading.words.low
    return any(tells_standing(low[span.first : span.last]) for span in terms.reading.sentences)


def is_on_or_off(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "after donning the binder" for "binder on", "dons shoes with moderate assistance" for "shoes on mod A"."""
    for other in one.claims_near(index, _CLOSE):
        for terms in texts:
            low = terms.reading.words.low
            for place in (terms.place[partner] for partner in terms.partners(one.keys[other])):
                if "on" not in low[place + 1 : place + 3]:
                    continue
                helped = (terms.reading.mentions[at] for at in terms.reading.between(place + 1, place + 1 + _NEAR))
                if one.reading.words.low[one.place[other]] not in _CLOTHES or any(
                    mention.sense.kind == "level" for mention in helped
                ):
                    return True
    return False


def is_route(one: Terms, index: int, texts: Texts) -> bool:
    """How far a symptom goes: "symptoms reaching the calf", "down as far as the calf" for "sx to calf"."""
    low, at = one.reading.words.low, one.place[index]
    ahead = next((other for other in range(index + 1, len(one.place)) if one.kind(other) == "part"), None)
    if ahead is None or one.place[ahead] - at > _ROUTE_REACH or not SPLITS.isdisjoint(low[at : one.place[ahead]]):
        return False
    before = range(max(0, index - _ROUTE_REACH), index)
    if not any(one.kind(other) in TROUBLES or low[one.place[other]] == "symptoms" for other in before):
        return False
    return any(
        terms.reading.words.low[terms.place[partner] - 1] in ("to", "into", "\u2192", "->")
        for terms in texts
        for partner in terms.partners(one.keys[ahead])
    )
