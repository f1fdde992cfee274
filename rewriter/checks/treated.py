"""Whether what a sentence names was treated in it: its amount stands there, or what the therapist gave for it.

A cup, a dressing or sitting are no interventions by themselves; they are where they were worked on: "the arm was guided
hand over hand to the cup", "toilet transfer with minimal assistance", "sat at the edge of the bed 7 min".
"""

from collections.abc import Collection

from rewriter.checks.case import HELPED
from rewriter.checks.deeds import OTHER, THERAPIST, is_part, party_at
from rewriter.checks.forms import MOST, is_denied
from rewriter.reading import Mention, Reading
from rewriter.reading.events import NOT_DONE

CUE, TYPED, LEVEL, DOSE, MINUTES, AIDED, GIVER = "cue", "typed", "level", "dose", "minutes", "aided", "giver"
_DOSES = frozenset({"count", "distance"})
_OBSERVED = HELPED | {"supervision", "setup"}
_VETOES = frozenset({"goal", "link", "ability", "impairment", "symptom", "diagnosis"})
# A state of affairs, and no deed of the session: "is minimal assistance", "requires help".
_STATES = frozenset("is are was were requires require needs need remains has have reports".split())
# Behind these the therapist was told, asked or left, and did not treat.
_HEARS = frozenset("to told tells informed notified asked from by per".split())
_NEAR, _FAR = 4, 6
# A sentence is hardly longer, in words; what has no full stop is looked at so far.
_LONGEST = 120


def frames(reading: Reading, number: int, *, apart: int = -1) -> frozenset[str]:
    """Return what shows that a sentence tells of treatment; a cue that holds the word `apart` is none."""
    sentence = reading.sentences[number]
    shown = set()
    for index in reading.by_sentence[number][:_LONGEST]:
        mention = reading.mentions[index]
        if not reading.bits[index] & NOT_DONE and not mention.first <= apart < mention.last:
            shown |= _frames_of(mention)
    if any(
        party_at(reading, at) == THERAPIST and _HEARS.isdisjoint(reading.words.low[max(sentence.first, at - 2) : at])
        for at in range(sentence.first, min(sentence.last, sentence.first + _LONGEST))
    ):
        shown.add(GIVER)
    return frozenset(shown)


def _frames_of(mention: Mention) -> set[str]:
    kind, group = mention.sense.kind, mention.sense.group
    if kind == "cue":
        return {CUE} if group == "general" else {CUE, TYPED}
    if kind == "level" and group in _OBSERVED:
        return {LEVEL}
    if kind in _DOSES or (kind == "duration" and (group == "second" or "x" in mention.sense.id)):
        return {DOSE}
    if kind == "duration" and group == "minute":
        return {MINUTES}
    return {AIDED} if kind == "device" and group == "adaptive" else set()


def is_others(reading: Reading, number: int) -> bool:
    """Tell whether somebody else is named in the sentence, and no therapist."""
    sentence = reading.sentences[number]
    last = min(sentence.last, sentence.first + _LONGEST)
    parties = {party_at(reading, at) for at in range(sentence.first, last)}
    return OTHER in parties and THERAPIST not in parties


def has_thing(reading: Reading, barred: Collection[str]) -> bool:
    """A thing that tasks are done with is there, with its amount or a cue of a named type."""
    for index in reading.having("equipment")[:MOST]:
        number = reading.sentence_of[index]
        if reading.mentions[index].sense.id in barred or is_others(reading, number) or _is_goal(reading, index):
            continue
        first = reading.mentions[index].first
        if any(reading.mentions[i].sense.kind == "link" for i in reading.between(first - _FAR, first)):
            continue
        if frames(reading, number) & {TYPED, DOSE, MINUTES}:
            return True
    return False


def has_care(reading: Reading, barred: Collection[str], practice: Collection[str]) -> bool:
    """A deed of daily life was worked on: practiced, helped or cued; and is not only what other work was for."""
    low = reading.words.low
    for index in reading.having("function")[:MOST]:
        mention, number = reading.mentions[index], reading.sentence_of[index]
        if mention.sense.group != "life" or mention.sense.id in barred or is_others(reading, number):
            continue
        first = reading.sentences[number].first
        if _is_goal(reading, index):
            continue
        if not _is_meant(reading, index):
            shown = frames(reading, number)
            stated = not _STATES.isdisjoint(low[first : mention.first])
            if shown & {TYPED, AIDED} or (LEVEL in shown and not stated):
                return True
        if any(word in practice for word in low[first : mention.first]):
            return True
    return False


def has_posture(reading: Reading, postures: Collection[str], kinds: Collection[str]) -> bool:
    """A posture was worked on: how long or with what help it was held, or what kind it was, stands beside it."""
    low = reading.words.low
    for at in reading.at_any(postures)[:MOST]:
        number = reading.sentence_at(at)
        if is_part(reading, at) or is_denied(reading, at, at + 1) or is_others(reading, number):
            continue
        near = reading.between(at + 1, at + 1 + _NEAR)
        timed = any(reading.mentions[i].sense.kind == "duration" and not reading.bits[i] & NOT_DONE for i in near)
        told = at > 0 and low[at - 1] in kinds
        shown = frames(reading, number)
        if shown & {LEVEL, TYPED} and (timed or told):
            return True
    return False


def has_service(reading: Reading, specific: Collection[str]) -> bool:
    """A service of these, whose name says what was done, was given to a part of the body, so often or so long."""
    for index in reading.having("activity", "treatment")[:MOST]:
        if reading.mentions[index].sense.id in specific:
            number = reading.sentence_of[index]
            kinds = {reading.mentions[i].sense.kind for i in reading.by_sentence[number]}
            if "part" in kinds or frames(reading, number) & {DOSE, MINUTES}:
                return True
    return False


def _is_goal(reading: Reading, index: int) -> bool:
    return _is_behind(reading, index, frozenset({"goal"}))


def _is_meant(reading: Reading, index: int) -> bool:
    """A link, a deficit or a goal stands before it in its sentence: it is what something was for."""
    return _is_behind(reading, index, _VETOES)


def _is_behind(reading: Reading, index: int, kinds: Collection[str]) -> bool:
    first = reading.mentions[index].first
    return any(
        reading.mentions[i].first < first and reading.mentions[i].sense.kind in kinds
        for i in reading.by_sentence[reading.sentence_of[index]][:_LONGEST]
    )
