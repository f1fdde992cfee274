"""The third net: the same words, told another way.

Denied for found, sure for possible, done for planned, now for then.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.contexts.daily import is_kept_of_day
from rewriter.fidelity.contexts.denied import (
    REPEATED,
    denies_in,
    denies_within,
    is_quality,
    is_set_against,
    is_spent,
    sets_apart,
)
from rewriter.fidelity.contexts.kindred import FORMER, is_alone_like, is_beside_former
from rewriter.fidelity.contexts.standing import is_standing
from rewriter.fidelity.rewording.aimed import WISHING
from rewriter.fidelity.rewording.elapsed import dates_event
from rewriter.fidelity.rewording.partners import Held
from rewriter.fidelity.texts.aligned import aligned
from rewriter.fidelity.texts.aspects import ASPECTS, CLOSELY, DENIAL, DENYING, LOOSELY, denies, is_former
from rewriter.fidelity.texts.bounds import around, begin_of
from rewriter.fidelity.texts.excused import (
    has_own_figure,
    is_capped,
    is_cited,
    is_denied_behind,
    is_left_undone,
    is_maybe_planned,
    is_offered_in_vain,
    is_refused_too,
    is_undone_by_word,
)
from rewriter.fidelity.texts.parts import tells_done, without_distant
from rewriter.fidelity.texts.roundabout import goes_on, is_hoped, is_tied
from rewriter.fidelity.texts.scoped import AIMED
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.context import HISTORICAL, PLANNED, POSSIBLE
from rewriter.reading.quantities import NUMBER_WORDS

# What each rule compares; the second value tells whether the rewrite may have the bit where the note lacks it.
_ASPECTS = {
    "FID121": (DENIAL, False),
    "FID122": (POSSIBLE, True),
    "FID123": (PLANNED, False),
    "FID124": (HISTORICAL, False),
    "FID126": (AIMED, False),
}
# Words of purpose: what stands with them is told as wanted, whatever else is said.
_WANTING = frozenset({"goal", "link", "planned"})
_WISHING = frozenset("to for so want wants wanted wish wishes hope hopes aim aims target targets purpose needs".split())
_PLACED = frozenset({"FID121", "FID123"})  # of several mentions the one among the same words counts
_WORDS_OF = {aspect.rule: aspect.words for aspect in ASPECTS}
_ENDS = FULL_STOPS | {"but", "while", "whereas", "although", "though"}
_LIST_ENDS = _ENDS | {":", ","}
_PLACES = frozenset({"part", "side"})
_AIDS = frozenset({"device", "equipment"})  # named again and again
_NOT_SO = frozenset(
    "unmet absent denied refused declined missing failed undone untested unattempted goal goals met achieved reached "
    "attained accomplished".split()
)
# What went away had been there.
_ENDED = frozenset("cleared clears resolved resolves faded gone disappeared vanished subsided settled abated".split())
_RETOLD = frozenset({"FID123", "FID124"})
_HELPING = frozenset({"help", "assistance", "assist", "support"})
_TIMES = frozenset("day days daily week weeks weekly night nightly hour hourly month".split())
_TOWARD = frozenset({"for", "to", "toward", "towards", "so"})
_PURPOSE_REACH = 6
# What is to come is not done yet.
_LATER = frozenset("tomorrow tmrw scheduled planned awaits awaiting await pending".split())
_WHOLE_SENTENCE = 5
# The kinds that a rule looks at; the past of a score, or the plan to go on, is told in many ways without harm.
_LIMITED = {
    "FID123": frozenset({"activity", "task", "cue", "device", "surface", "treatment", "education"}),
    "FID124": frozenset({"impairment", "symptom", "better", "worse", "same"}),
}
# What the note plans and the rewrite tells as done may be of any of these.
_FULFILLED = _LIMITED["FID123"] | {"verb", "", "equipment", "function"}


class Turn(NamedTuple):
    """A term of the rewrite that stands in another context than all its partners in the note."""

    rule: str
    term: int
    text: int
    partner: int


def find_turned(said: Terms, held: Held) -> Iterator[Turn]:
    """Yield the turned terms of a rewrite, one for each aspect that differs."""
    tinged = {
        key for terms in held.texts for keys, bits in zip(terms.keys, terms.bits, strict=True) if bits for key in keys
    }
    for index, keys in enumerate(said.keys):
        if not said.claims[index] or not (said.bits[index] or not tinged.isdisjoint(keys)):
            continue
        contexts = [terms.contexts[key] for terms in held.texts for key in keys if key in terms.contexts]
        some, every = 0, -1
        for any_bits, all_bits in contexts:
            some, every = some | any_bits, every & all_bits
        if not contexts or not (said.bits[index] or every):
            continue
        partners: list[tuple[int, int]] = []
        kind = said.kind(index)
        for rule, (mask, free) in _ASPECTS.items():
            told = bool(said.bits[index] & mask)
            limits = _FULFILLED if rule == "FID123" and not told else _LIMITED.get(rule, (kind,))
            if (told and free) or kind not in limits:
                continue
            meant = _meant(said, index, held, mask) if rule in _PLACED and some & mask and not every & mask else []
            if meant:
                turned = told is not all(held.texts[text].bits[one] & mask for text, one in meant)
            else:
                turned = (told and not some & mask) or (not told and _all_have(every, mask, held, keys))
            if turned:
                partners = meant or partners or _partners(held, keys)
                if not told and _is_told_so(said, index, rule, mask):
                    continue
                if rule == "FID121" and not told and _are_denials(held, partners):
                    continue
                if rule == "FID121" and _is_opposite(said, index, held, partners):
                    continue
                if rule == "FID121" and told and is_set_against(said, index, held, partners):
                    continue
                if rule == "FID121" and _is_mixed(said, index, told, held, partners):
                    continue
                if (
                    rule == "FID121"
                    and not told
                    and len(held.texts) == 1
                    and is_kept_of_day(held.texts[0], [held.texts[0].place[one] for _, one in partners], said)
                ):
                    continue
                if rule in _RETOLD and _is_carried_over(said, index, held) and not (told and _is_headed(said, index)):
                    continue
                if rule == "FID121" and (is_cited(said, index) or is_undone_by_word(said, index, held.texts, partners)):
                    continue
                if rule == "FID123" and not told and is_refused_too(said, index, held.texts, _partners(held, keys)):
                    continue
                if rule == "FID122" and (kind in _PLACES or said.doubts(said.sentence[index])):
                    continue  # "?CRPS R hand": it is not the hand that is in doubt
                if rule == "FID123" and told and (_is_in_place(said, index) or is_maybe_planned(held.texts, partners)):
                    continue
                if rule == "FID123" and told and is_left_undone(said, index, held.texts, partners):
                    continue
                if (
                    rule == "FID121"
                    and not told
                    and (is_offered_in_vain(said, index) or is_capped(said, index, held.texts, partners))
                ):
                    continue
                if (
                    rule == "FID123"
                    and told
                    and is_standing(said, index, held.texts, _partners(held, keys) if kind in _AIDS else partners)
                ):
                    continue
                if (
                    rule == "FID123"
                    and told
                    and all(_are_aims(said, index, held.texts[text], one) for text, one in partners)
                ):
                    continue  # a goal that stands behind a plan is a goal
                if rule == "FID123" and not told and all(_is_done(held.texts[text], one) for text, one in partners):
                    continue  # under "Plan", and yet: "ESR was 10"
                if rule == "FID124" and told and dates_event(said, index, held.texts):
                    continue
                if rule == "FID124" and not told and is_beside_former(held.texts, partners):
                    continue
                if rule == "FID124" and told == any(_is_former(held.texts[text], one) for text, one in partners):
                    continue
                alike = rule == "FID126" and not told and is_alone_like(said, index, held.texts, partners)
                if alike or (rule == "FID126" and _is_aim(said, index, told, held, partners)):
                    continue
                yield Turn(rule, index, *partners[0])


def _are_denials(held: Held, partners: list[tuple[int, int]]) -> bool:
    """The words of the note that it shares deny by themselves: "turned it down" has the "down" of "declined"."""
    words = [held.texts[text].reading.words.low[held.texts[text].place[one]] for text, one in partners]
    return DENYING.issuperset(words)


def _is_in_place(said: Terms, index: int) -> bool:
    """What stands under "Plan" as in place already: "P: bed alarm on"."""
    low, last = said.reading.words.low, said.reading.mentions[said.mention[index]].last
    scoped = said.reading.is_scoped(PLANNED, said.place[index], said.place[index] + 1)
    return said.kind(index) in ("device", "equipment") and not scoped and low[last : last + 1] in (["on"], ["worn"])


def _are_aims(said: Terms, index: int, note: Terms, one: int) -> bool:
    return bool(said.bits[index] & note.bits[one] & AIMED)


def _is_done(note: Terms, index: int) -> bool:
    return tells_done(note, note.place[index], note.place[index] + 1)


def _meant(said: Terms, index: int, held: Held, mask: int) -> list[tuple[int, int]]:
    """Return those of a term's partners that stand among its words, if all of them have the bit or none has."""
    found = aligned(said, index, held.texts, _partners(held, said.keys[index]))
    having = [bool(held.texts[text].bits[one] & mask) for text, one in found]
    return found if len(set(having)) == 1 else []


def _is_told_so(said: Terms, index: int, rule: str, mask: int) -> bool:
    """The rewrite has the context in other words, or tells the thing so elsewhere and only names it again here.

    A day or a month is in no context of its own.
    """
    keys = said.keys[index]
    if any(key.startswith(("day:", "month:")) for key in keys):
        return True
    if said.kind(index) not in REPEATED and any(said.bits[one] & mask for one in said.partners(keys)):
        return True
    words = _WORDS_OF.get(rule, frozenset())
    low, at = said.reading.words.low, said.place[index]
    first, last = around(low, at, at, _ENDS)
    if rule == "FID126":
        return is_hoped(low[first:last])
    if rule == "FID123" and (low[at] == "ongoing" or goes_on(low[first:last])):
        return True
    if rule == "FID121":
        if low[at - 1] == "(" and said.reading.is_scoped(DENIAL, max(0, at - 2), at - 1):
            return True  # "the eyes did not show any jumping (nystagmus)"
        if is_denied_behind(said, last):
            return True
        return low[at] in words or not _LATER.isdisjoint(low[first:last]) or _is_denied_beside(said, index, first, last)
    if rule == "FID124" and is_former(low[first:last]):
        return True
    if rule == "FID122":
        return is_tied(low[first:last]) or not words.isdisjoint(without_distant(said, first, last, at, LOOSELY))
    return not words.isdisjoint(low[first:last])


def _is_denied_beside(said: Terms, index: int, first: int, last: int) -> bool:
    """Its own clause denies, or a neighbour that says nothing else: "the CNA, however, says no", "Not done: tasks".

    A neighbour with a claim of its own denies that ("headache, no dizziness").
    """
    low = said.reading.words.low
    own = said.clause[index]
    place = first
    if _is_listed(said, index):
        return True
    while place < last:
        clause, end = said.clause_of[place], place
        while end < last and said.clause_of[end] == clause:
            end += 1
        near = without_distant(said, place, end, said.place[index], CLOSELY)
        if denies(near) and (clause == own or _claims_denial_alone(said, place, end)):
            return True
        place = end
    before = said.sentence[index] - 1
    if before < 0:
        return False
    span = said.reading.sentences[before]
    return denies(low[span.first : span.last + 1]) and said.claimed.isdisjoint(range(span.first, span.last + 1))


def _is_listed(said: Terms, index: int) -> bool:
    """It stands right behind a colon, with its denial right before: "not felt: left big toe", "Denied: falls"."""
    low, first = said.reading.words.low, said.place[index]
    first = begin_of(low, first, _LIST_ENDS)
    return low[first - 1] == ":" and denies(low[max(0, first - 3) : first - 1])


def _claims_denial_alone(said: Terms, first: int, last: int) -> bool:
    """Nothing is claimed but that it is not so: "turning a key, a goal, remains unmet", "the goal has not been met"."""
    low = said.reading.words.low
    return all(low[at] in _NOT_SO for at in range(first, last) if at in said.claimed)


def _all_have(every: int, mask: int, held: Held, keys: Sequence[str]) -> bool:
    """Tell whether each partner has one of the bits of `mask`; a mask of several bits needs a look at each."""
    if every & mask:
        return True
    if mask & (mask - 1) == 0:
        return False
    return all(held.texts[number].bits[one] & mask for number, one in _partners(held, keys))


def _partners(held: Held, keys: Sequence[str]) -> list[tuple[int, int]]:
    return [(number, one) for number, terms in enumerate(held.texts) for one in sorted(terms.partners(keys))]


def _is_opposite(said: Terms, index: int, held: Held, partners: list[tuple[int, int]]) -> bool:
    """One text says by denying what the other says outright: "not certain", "unsure"."""
    if not held.keys.isdisjoint(said.turned.get(index, ())):
        return True
    keys = said.keys[index]
    return any(not set(keys).isdisjoint(held.texts[number].turned.get(one, ())) for number, one in partners)


def _is_mixed(said: Terms, index: int, told: bool, held: Held, partners: list[tuple[int, int]]) -> bool:
    """What is denied may be the thing or what it did ("no sling", "the sling was not on"): then nothing is certain."""
    if not told:
        clause = said.clause[index]
        place = said.place[index]
        first, last = around(said.reading.words.low, place, place, _ENDS)
        first = max(first, bisect_left(said.clause_of, clause))
        return denies_within(said, first, min(last, bisect_right(said.clause_of, clause)))
    if any(denies_in(held.texts[text], held.texts[text].sentence[one]) for text, one in partners):
        return True
    place = said.place[index]
    if _is_over(said, index, held) or is_spent(said, said.sentence[index], held):
        return True
    if is_quality(said, place, place + 1, held, {(text, held.texts[text].sentence[one]) for text, one in partners}):
        return True
    if said.reading.words.low[place] in _HELPING and any(
        sets_apart(held.texts[text], held.texts[text].sentence[one]) for text, one in partners
    ):
        return True  # "without help" for what the note tells of oneself
    return any(
        terms.bits[one] & DENIAL or not held.keys.isdisjoint(said.turned.get(other, ()))
        for left, right, bit in said.reading.scopes
        if bit & DENIAL and left <= place < right
        for other in said.claiming(left, right)
        for terms in held.texts
        for one in terms.partners(said.keys[other])
    )


def _is_over(said: Terms, index: int, held: Held) -> bool:
    """Nothing denies it but that it went away, as the note too tells of it: "the redness cleared"."""
    place = said.place[index]
    if said.reading.is_scoped(DENIAL, place, place + 1):
        return False
    return not _ENDED.isdisjoint(said.written) and any(not _ENDED.isdisjoint(terms.written) for terms in held.texts)


def _is_carried_over(said: Terms, index: int, held: Held) -> bool:
    """The whole sentence stands in the note word for word; its heading may be gone."""
    number = said.sentence[index]
    if number < 0:
        return False
    sentence = said.reading.sentences[number]
    words = said.reading.words.low[sentence.first : sentence.last]
    return len(words) >= _WHOLE_SENTENCE and any(terms.holds(words) for terms in held.texts)


def _is_headed(said: Terms, index: int) -> bool:
    """It stands under the heading of a plan."""
    number = said.sentence[index]
    return number >= 0 and said.reading.sentences[number].heading == "plan"


def _is_former(terms: Terms, index: int) -> bool:
    """The sentence of a term calls something former; "6 weeks ago" alone only dates what else it tells."""
    number = terms.sentence[index]
    if number < 0:
        return True
    span = terms.reading.sentences[number]
    return not FORMER.isdisjoint(terms.reading.words.low[span.first : span.last])


def _is_aim(said: Terms, index: int, told: bool, held: Held, partners: list[tuple[int, int]]) -> bool:
    """A life function is an aim by nature, and so is what the other side tells as a purpose or a wish."""
    if said.reading.words.low[said.place[index]] in _TIMES:
        return True  # "1 pad per day": the figure tells how much
    if told:
        return said.kind(index) == "function" or any(_is_wanted(held.texts[text], one) for text, one in partners)
    return _is_purpose(said, said.place[index]) or has_own_figure(said, index, held.texts)


def _is_purpose(said: Terms, place: int) -> bool:
    """The words before it in its sentence tell a purpose or a wish: "step-ups for stairs at home"; "for 5 min" none."""
    low = said.reading.words.low
    span = said.reading.sentences[max(0, said.sentence_at(place))]
    if not WISHING.isdisjoint(low[span.first : span.last]):
        return True
    before = range(max(span.first, place - _PURPOSE_REACH), place)
    return any(low[at] in _TOWARD and low[at + 1][0].isalpha() and low[at + 1] not in NUMBER_WORDS for at in before)


def _is_wanted(terms: Terms, index: int, *, by_nature: bool = True) -> bool:
    """The sentence of a term tells of a purpose, a wish or a need; `by_nature` a life function does too."""
    reading = terms.reading
    number = terms.sentence[index]
    if number < 0:
        return True
    kinds = {reading.mentions[at].sense.kind for at in reading.by_sentence[number]}
    if not kinds.isdisjoint(_WANTING) or (by_nature and "function" in kinds):
        return True
    span = reading.sentences[number]
    return not _WISHING.isdisjoint(reading.words.low[span.first : span.last])
