"""Denied or planned in one text only, and yet the same: cited, limited, offered in vain, refused here and there."""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.fidelity.texts.aspects import DENIAL, PLANNING, denies
from rewriter.fidelity.texts.bounds import end_of
from rewriter.fidelity.texts.opposites import denied_forms
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.punctuation import BREAKS, FULL_STOPS
from rewriter.reading.context import PLANNED
from rewriter.reading.mentions import QUANTITIES, TROUBLES, Mention
from rewriter.reading.quantities import NUMBER_WORDS

_CITING = frozenset({"per", "according"})
_CITED_REACH = 3
_MEASURES = QUANTITIES | {"level", "cue"}
_OFFERED = frozenset("offered offer offers offering proposed suggested invited encouraged".split())
_REFUSED = frozenset("refused refuse refuses declined declines denied rejected not no turned wouldn't didn't".split())
_WITH = frozenset("with during at on in when after w/ w while for".split())
_NAMED = 3
_CAPPING = frozenset("maximum max limit limited limits restricted capped cap within most".split())
_CAPS = frozenset({("up", "to"), ("no", "more"), ("not", "exceed"), ("or", "less"), ("or", "under")})
_OVER = frozenset("> over above than past beyond exceeding exceed".split())
_JOINTS = SPLITS | {"but", "and", "although", "though", "however", "yet"}
_BEHIND = 8
_TURNING = SPLITS | {"and", "but", "while", "whereas", "although", "though", "yet", "however"}
_THAT = frozenset({"this", "that", "it", "which", "these"})
_ARRANGING = frozenset(
    "ordering buying getting purchasing installing putting building fitting calling scheduling arranging bringing "
    "delivering sending making fixing removing moving setting adding mounting replacing visiting coming".split()
)
_ADVISED = frozenset({"rec", "recs", "recommends", "recommendation", "recommendations"})


def is_cited(said: Terms, index: int) -> bool:
    """Who said so is not denied by what was said: "per MD, splint not needed" for "no splint needed per MD"."""
    low, at = said.reading.words.low, said.place[index]
    return said.kind(index) == "person" and not _CITING.isdisjoint(low[max(0, at - _CITED_REACH) : at])


def is_undone_by_word(said: Terms, index: int, texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """Its part denies by the beginning of a word what the note denies in two: "unavailable" for "not available"."""
    first, last = part_around(said, said.place[index], said.place[index] + 1)
    told = frozenset(said.reading.words.low[first:last])
    for text, one in partners:
        terms = texts[text]
        words = terms.reading.words.low[slice(*part_around(terms, terms.place[one], terms.place[one] + 1))]
        if not told.isdisjoint(denied_forms(words)):
            return True
    return False


def is_refused_too(said: Terms, index: int, texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """Refused here and there, and only planned besides: "Declined stairs. Plan stairs PM"."""
    return bool(said.bits[index] & DENIAL) and any(
        texts[text].bits[one] & DENIAL and not texts[text].bits[one] & PLANNED for text, one in partners
    )


def is_offered_in_vain(said: Terms, index: int) -> bool:
    """Only offered, and refused right behind: "stairs were offered, but the patient refused"."""
    low, at = said.reading.words.low, said.place[index]
    first, last = part_around(said, at, at + 1)
    if _OFFERED.isdisjoint(low[first:last]) or last >= len(low) or low[last] not in _JOINTS:
        return False
    while last < len(low) and low[last] in _JOINTS and low[last] not in BREAKS:
        last += 1
    end = part_around(said, last, last + 1)[1] if last < len(low) else last
    return not _REFUSED.isdisjoint(low[last : min(end, last + _BEHIND)])


def is_left_undone(said: Terms, index: int, texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """Under "Plan", and yet denied as the note denies it: "P: pinch test deferred"."""
    return bool(said.bits[index] & DENIAL) and all(texts[text].bits[one] & DENIAL for text, one in partners)


def is_maybe_planned(texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """The note has it behind an abbreviation that may be a plan, and is left as written: "rec night light"."""
    for text, one in partners:
        reading = texts[text].reading
        first, _ = part_around(texts[text], texts[text].place[one], texts[text].place[one] + 1)
        span = reading.sentences[max(0, texts[text].sentence[one])]
        if not _ADVISED.isdisjoint(reading.words.low[span.first : span.last]):
            return True  # "recs: grab bar"
        begin, end = reading.words.start[first], reading.words.start[texts[text].place[one]]
        if is_arranged(texts[text], first, texts[text].place[one] + 1):
            return True
        if any(
            not item.sure and begin <= item.start <= end and not PLANNING.isdisjoint(item.readings)
            for item in reading.words.read_as
        ):
            return True
    return False


def is_arranged(terms: Terms, first: int, last: int) -> bool:
    """Somebody does what is done once and elsewhere: "wife ordering sponge", "son putting in grab bar this wkend".

    English tells so what is arranged as well as what goes on; "wife watching" only goes on.
    """
    low = terms.reading.words.low
    return any(
        low[at] in _ARRANGING
        and any(
            sense.kind == "person" and sense.group not in ("patient", "therapist")
            for sense, _, end in (terms.reading.mentions[one] for one in terms.reading.between(max(0, at - 1), at))
            if end == at
        )
        for at in range(first, last)
    )


def is_capped(said: Terms, index: int, texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """A limit told as what may be: "keep lifting to 2 lb at most" for "no lifting >2 lb"."""
    if said.kind(index) in TROUBLES:
        return False
    first, last = part_around(said, said.place[index], said.place[index] + 1)
    low = said.reading.words.low[first:last]
    figures = {word for word in low if word[0].isdecimal()} | {
        str(NUMBER_WORDS[word]) for word in low if word in NUMBER_WORDS
    }
    if not figures or (_CAPPING.isdisjoint(low) and not any(pair in _CAPS for pair in pairwise(low))):
        return False
    for text, one in partners:
        there, place = texts[text].reading.words.low, texts[text].place[one]
        for at in range(place + 1, min(len(there), place + _NAMED)):
            if there[at] not in _OVER or figures.isdisjoint(there[at + 1 : at + 3]):
                continue
            # "no lifting >2 lb", "not to lift >2 lb"; not "no pain with flexion >90"
            ahead = there[max(0, place - 2) : at]
            if denies(ahead) and _WITH.isdisjoint(ahead):
                return True
    return False


def is_denied_behind(said: Terms, last: int) -> bool:
    """What follows denies it by a pronoun: "asked about a vest; this was deferred", "but this was not seen here"."""
    low = said.reading.words.low
    while last < len(low) and low[last] in _TURNING:
        last += 1
    end = end_of(low, last, FULL_STOPS)
    return not _THAT.isdisjoint(low[last : last + 1]) and denies(low[last:end])


def has_own_figure(said: Terms, index: int, texts: Sequence[Terms]) -> bool:
    """Its part of the sentence has an amount that the note tells outside any goal: "goal SBA, now min A"."""
    first, last = part_around(said, said.place[index], said.place[index] + 1)
    near = [said.reading.mentions[at] for at in said.reading.between(first, last)]
    told = {name for one in near if one.sense.kind in _MEASURES for name in _names(said, one)}
    return any(
        not told.isdisjoint(_names(terms, mention)) and mention.first not in terms.aimed
        for terms in texts
        for mention in terms.reading.mentions
        if mention.sense.kind in _MEASURES
    )


def _names(terms: Terms, mention: Mention) -> set[str]:
    """Return by what an amount may be told: its value, and its figure without the unit ("did 90" for 90 feet)."""
    sense, figure = mention.sense, terms.reading.words.low[mention.first]
    if sense.kind in ("level", "cue"):
        return {sense.group}
    return {sense.id, figure} if figure.isdecimal() else {sense.id}
