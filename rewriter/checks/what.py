"""What was done: an intervention is named, by its name or by words that tell of treatment."""

from collections.abc import Mapping, Sequence

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.checks.deeds import (
    BASE,
    ING,
    MADE,
    MARKS,
    OTHER,
    PASSIVE,
    PATIENT,
    THERAPIST,
    THIRD,
    UNSAID,
    Deed,
    find_deeds,
    party_at,
)
from rewriter.checks.elsewhere import elsewhere
from rewriter.checks.forms import find_forms, find_told
from rewriter.checks.treated import (
    AIDED,
    CUE,
    DOSE,
    GIVER,
    LEVEL,
    frames,
    has_care,
    has_posture,
    has_service,
    has_thing,
    is_others,
)
from rewriter.findings import Finding
from rewriter.once import once
from rewriter.reading import Reading
from rewriter.reading.events import NOT_DONE
from rewriter.rule import Rule

_OWNERS = frozenset({"impairment", "symptom", "level", "cue", "person", "admin", "code", "goal", "verb", "diagnosis"})
_LACKS = frozenset({"impairment", "deficit"})
_PLACES = frozenset({"part", "side", "count", "number", "distance", "position", "device"})
_NEAR, _BESIDE, _WAY = 4, 5, 6


def specific_intervention(case: Case, rule: Rule) -> list[Finding]:
    """Some intervention is named specifically, and was done; one that has a dose is named in words of its own."""
    reading, given = case.text, rule.parameters
    away = _away(reading, rule)
    if intervention_chain(case, rule) or _has_dose(reading, rule) or _has_deed(reading, rule, away):
        return []
    if (
        has_thing(reading, given.get("no_tasks", ()))
        or has_care(reading, given.get("unspecific", ()), given.get("practice", ()))
        or has_posture(reading, given.get("postures", ()), given.get("held", ()))
        or has_service(reading, given.get("services", ()))
    ):
        return []
    words = find_told(reading, given.get("words", ()))
    if any(not _is_in(first, away) for first, _ in words):
        return []
    return missing(case, rule, ("activity", "task"))


def _has_dose(reading: Reading, rule: Rule) -> bool:
    """Sets, repetitions, seconds or a distance stand there, and are not those of a fault, a cue or help given.

    A technique that is given to a muscle in so many repetitions is no cue ("quick stretch to ant tib 3x10"), and sets
    of repetitions are of no cue and no verb of telling ("VC and biofeedback, 3x10").
    """
    facilitations = rule.parameters.get("facilitations", ())
    performs = frozenset(rule.parameters.get("performs", ()))
    for index in reading.having("count", "duration", "distance"):
        mention = reading.mentions[index]
        if mention.sense.kind == "duration" and mention.sense.group != "second" and "x" not in mention.sense.id:
            continue
        sentence = reading.sentences[reading.sentence_of[index]]
        near = reading.between(max(sentence.first, mention.first - _NEAR), mention.first)
        senses = [reading.mentions[i].sense for i in near]
        done = any(sense.kind == "verb" and sense.id in performs for sense in senses)
        owners = [
            sense
            for sense in senses
            if sense.kind in _OWNERS
            and sense.id not in facilitations
            and not (sense.kind == "verb" and (sense.id in performs or mention.sense.group == "sets"))
            and not (sense.kind == "cue" and mention.sense.group == "sets")
            and not (sense.kind == "person" and done)
        ]
        if not owners:
            return True
    return False


def _has_deed(reading: Reading, rule: Rule, away: Sequence[range]) -> bool:
    """A verb of motion or handling tells of treatment: "reached outside the base, cued at ribs", "had him buckle".

    What patients do counts where the therapist bade it, or its sentence says how much it was or what was given for it;
    else it is what they did in life ("she dropped things", "he was transferred to our unit").
    """
    given = rule.parameters
    asides = {first for first, _ in find_forms(reading, given.get("asides", ()))}
    ways, leads = frozenset(given.get("ways", ())), frozenset(given.get("leads", ()))

    def deeds(name: str) -> list[Deed]:
        return [
            deed
            for deed in find_deeds(reading, given.get(name, ()))
            if deed.agent != OTHER and deed.word not in asides and not _is_in(deed.word, away)
        ]

    return (
        any(deed.agent == THERAPIST and _takes_patient(reading, deed.word) for deed in deeds("given"))
        or any(_is_led(reading, deed, leads) for deed in deeds("led"))
        or any(_goes(reading, deed.word, ways) and _is_treatment(reading, deed) for deed in deeds("motions"))
        or any(
            (deed.form == PASSIVE or _has_object(reading, deed.word)) and _is_treatment(reading, deed)
            for deed in deeds("handlings")
        )
    )


def _is_treatment(reading: Reading, deed: Deed) -> bool:
    """The patient was bidden to do it, or its sentence tells its amount, what was given for it, or what it was for."""
    if deed.form == MADE:
        return True
    number = reading.sentence_at(deed.word)
    if deed.agent not in (PATIENT, UNSAID) or is_others(reading, number):
        return False
    shown = frames(reading, number, apart=deed.word)
    if deed.form == THIRD:  # a habit, unless it is cued
        return CUE in shown
    near = reading.between(deed.word + 1, deed.word + 1 + _NEAR)
    timed = any(reading.mentions[i].sense.kind == "duration" and not reading.bits[i] & NOT_DONE for i in near)
    if deed.form == PASSIVE:
        return CUE in shown or timed
    if shown & {CUE, LEVEL}:
        return True
    if deed.form == BASE or (deed.form == ING and deed.word > reading.sentences[number].first):
        return False  # "aggravated by bending, sitting for 20 minutes"
    if timed or shown & {DOSE, GIVER, AIDED}:
        return True
    return any(
        reading.mentions[i].sense.kind == "link"
        and reading.mentions[i].first > deed.word
        and _is_deficit(reading, reading.mentions[i].last)
        for i in reading.by_sentence[number]
    )


def _is_deficit(reading: Reading, word: int) -> bool:
    """A deficit begins at the word: "for poor trunk control"."""
    return any(reading.mentions[i].sense.kind in _LACKS for i in reading.between(word, word + 1))


def _is_led(reading: Reading, deed: Deed, leads: frozenset[str]) -> bool:
    """A part of the body was led somewhere by the therapist: "guided the L hand across the counter"."""
    number = reading.sentence_at(deed.word)
    if deed.agent == PATIENT or (deed.agent == UNSAID and not frames(reading, number) & {CUE, GIVER}):
        return False
    low = reading.words.low
    if not any(reading.mentions[i].sense.kind == "part" for i in reading.by_sentence[number]):
        return False
    return any(low[at] in leads for at in range(deed.word + 1, min(len(low), deed.word + 1 + _WAY)))


def _goes(reading: Reading, word: int, ways: frozenset[str]) -> bool:
    """A way, a figure, a place, a part or a side comes right behind a verb of motion."""
    low = reading.words.low
    if word + 1 >= len(low) or low[word + 1] in MARKS:
        return False
    beside = low[word + 1]
    kinds = {reading.mentions[i].sense.kind for i in reading.between(word + 1, word + 2)}
    return beside in ways or beside[0].isdecimal() or not kinds.isdisjoint(_PLACES)


def _has_object(reading: Reading, word: int) -> bool:
    """Any word but a mark follows the verb."""
    low = reading.words.low
    return word + 1 < len(low) and low[word + 1] not in MARKS


def _takes_patient(reading: Reading, word: int) -> bool:
    """What the therapist does is done to the patient: "nudged the patient", "tugged at the belt", "rocked her hips"."""
    low = reading.words.low
    for at in range(word + 1, min(len(low), word + 1 + _BESIDE)):
        if low[at] in MARKS:
            return False
        if party_at(reading, at) == PATIENT or low[at] in ("him", "her", "belt"):
            return True
        if any(reading.mentions[i].sense.kind == "part" for i in reading.between(at, at + 1)):
            return True
    return False


@once
def _away(reading: Reading, rule: Rule) -> list[range]:
    given = rule.parameters
    does = (*given.get("does", ()), *given.get("motions", ()), *given.get("handlings", ()))
    return elsewhere(reading, given.get("tells", ()), does, given.get("away", ()))


def _is_in(word: int, places: Sequence[range]) -> bool:
    return any(word in place for place in places)


def intervention_chain(case: Case, rule: Rule) -> Chain:
    """Return the first intervention that is named."""
    reading = case.text
    away = _away(reading, rule)
    named = reading.having("activity", "task", "surface")
    techniques = [
        i for i in reading.having("cue") if reading.mentions[i].sense.id in rule.parameters.get("techniques", ())
    ]
    here = [i for i in (*named, *techniques) if not _is_in(reading.mentions[i].first, away)]
    return tuple((i, "intervention") for i in here[:1])


CHECKS: Mapping[str, Check] = {specific_intervention.__name__: specific_intervention}
CHAINS: Mapping[str, Finder] = {"specific_intervention": intervention_chain}
