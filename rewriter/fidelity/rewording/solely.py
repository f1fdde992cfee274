"""What is so in every case, in one alone, or with nobody's help, told in other words.

"Always to the left" for "all to L", "self alone" for "self only", "not on the right" for "L only", "takes it off alone"
for "doffs I".
"""

from collections.abc import Sequence

from rewriter.fidelity.rewording.byhand import LEFT, RIGHT, side_of
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.context import NEGATED

_ALWAYS = frozenset({"all", "each", "every", "100"})
_DWELLING = frozenset("live lives lived living home house apartment stay stays staying left be resides reside".split())
_BEFORE = 4
# "Himself" is alone only behind one of these: "by himself", "on her own".
_ONESELF = frozenset({"himself", "herself", "themselves", "itself", "own"})
_BY = frozenset({"by", "for", "on", "his", "her", "their"})
_LOWER = frozenset({"minimal", "contact_guard", "standby", "supervision", "modified_independent"})
_ALONE = frozenset({"alone", "solely", "exclusively"})
_DENIED = frozenset({"not", "none", "never", "n't"})
_BEFORE_SIDE = frozenset("the case on to at of so true for from".split())
_DENIAL_REACH = 5

Texts = Sequence[Terms]
Words = Sequence[str]


def is_each_time(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "always to the left" for "all to L", of what stands beside it there too."""
    near = [at for at in (index - 2, index - 1, index + 1, index + 2) if 0 <= at < len(one.place) and one.claims[at]]
    keys = [key for at in near if one.sentence[at] == one.sentence[index] for key in one.keys[at]]
    for terms in texts:
        for partner in terms.partners(keys):
            span = terms.reading.sentences[terms.sentence[partner]] if terms.sentence[partner] >= 0 else None
            if span is not None and not _ALWAYS.isdisjoint(terms.reading.words.low[span.first : span.last]):
                return True
    return False


def is_done_alone(one: Terms, index: int, texts: Texts) -> bool:
    """What was done so is told as independent in the same part of a text; who lives alone is another thing."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] in _ONESELF and low[at - 1] not in _BY:
        return False
    if not _DWELLING.isdisjoint(low[max(0, at - _BEFORE) : at]):
        return False
    near = [
        other
        for other in range(max(0, index - _BEFORE), index)
        if one.claims[other] and one.clause[other] == one.clause[index]
    ]
    keys = [key for other in near for key in one.keys[other]]
    return any(
        terms.clause_of[terms.reading.mentions[number].first] in {terms.clause[one] for one in terms.partners(keys)}
        for terms in texts
        for number in terms.reading.having("level")
        if terms.reading.mentions[number].sense.group == "independent"
    )


def is_before_less(one: Terms, index: int, _: Texts) -> bool:
    """Thus: "but only minimal help by the end": a small amount, behind a larger one of the same sentence."""
    at = one.place[index]
    levels = [one.reading.mentions[number] for number in one.reading.having("level")]
    here = next((mention for mention in levels if mention.first == at + 1), None)
    if here is None or here.sense.group not in _LOWER:
        return False
    number = one.sentence_at(at)
    return any(
        mention.first < at and one.sentence_at(mention.first) == number and mention.sense.group not in _LOWER
        for mention in levels
    )


def is_told_alone(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "oriented to self alone" for "self only"; who lives alone is another thing."""
    before = one.reading.words.low[one.place[index] - 1]
    for terms in texts:
        low = terms.reading.words.low
        if any(word in _ALONE and place and low[place - 1] == before for place, word in enumerate(low)):
            return True
    near = [at for at in range(max(0, index - 2), min(len(one.place), index + 3)) if at != index and one.claims[at]]
    keys = [key for at in near if one.clause[at] == one.clause[index] for key in one.keys[at]]
    return any(
        not _ALONE.isdisjoint(low[place + 1 : place + 3])
        for terms in texts
        for low in (terms.reading.words.low,)
        for partner in terms.partners(keys)
        for place in (terms.place[partner],)
    )


def is_other_side_denied(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "with the left; this was not the case on the right" for "L only"."""
    low, at = one.reading.words.low, one.place[index]
    side = side_of(low[max(0, at - 1) : at + 2])
    if not side:
        return False
    other = RIGHT if side is LEFT else LEFT
    return any(
        word in other and _is_denied_there(words, place)
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
    )


def _is_denied_there(words: Words, at: int) -> bool:
    """Thus: "not on the right", "this was not the case on the right"."""
    while at and words[at - 1] in _BEFORE_SIDE:
        at -= 1
    return at > 0 and words[at - 1] in _DENIED


def is_rest_denied(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "in the first half and not after that" for "first half only"."""
    denied = [other for other in one.claims_near(index, _DENIAL_REACH) if other > index and one.bits[other] & NEGATED]
    return any(
        terms.bits[partner] & NEGATED
        for other in denied
        for terms in texts
        for partner in terms.partners(one.keys[other])
    )
