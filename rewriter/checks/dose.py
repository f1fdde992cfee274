"""How much was done: sets, repetitions, time, distance, load, body part, surface, equipment of an intervention."""

from collections.abc import Iterator, Mapping, Set

from rewriter.calendar import SPANS
from rewriter.checks.case import Case, Check, lacking
from rewriter.checks.forms import find_forms, holds_form, told_first
from rewriter.findings import Finding
from rewriter.reading import Event, Reading
from rewriter.reading.mentions import QUANTITIES
from rewriter.rule import Rule

_DONE = frozenset({"activity", "task"})
_BY = frozenset({"therapist", "patient", "assistant", "student"})
_GEAR = frozenset({"surface", "device", "equipment", "vision"})
_AMOUNTS = QUANTITIES - {"date", "clock", "code", "frequency", "units", "pressure", "ordinal"}
# What a figure beside it is about: "loss of balance x2" is a result, "verbal cues x3" an amount of cueing.
_OWNERS = frozenset({"impairment", "symptom", "diagnosis", "measure", "vital", "cue", "admin", "code", "deficit"})
_NAMED = frozenset({"diagnosis", "symptom"})
_NOT_OF_DEED = _DONE | {"treatment", "code", "admin", "cue"}
_LONG = frozenset({"minute", "hour"})
_BETWEEN = frozenset("at to on onto over under in the a an and with of by both through only into for x - / ,".split())
_BREATHS = frozenset({"pursed_lip_breathing", "diaphragmatic_breathing"})
_FAULTY = frozenset({"impairment", "symptom", "worse"})
_DURING = (["with"], ["w"], ["w/"], ["during"], ["on"], ["when"])
_SHOWN_TO = frozenset({"shown", "return_demonstration", "teach_back"})
_NEAR, _FAR = 4, 16


def dose(case: Case, rule: Rule) -> list[Finding]:
    """Every intervention has a parameter: how much, with which part of the body, on or with what."""
    return lacking(case, rule, lambda reading, rule: next(iter(_undosed(reading, rule)), None))


def _undosed(reading: Reading, rule: Rule) -> list[tuple[int, int]]:
    """Return the words of the interventions that have no parameter; of those told twice, either may have it."""
    done = _interventions(reading, rule)
    vague = [] if done else _vague(reading, rule)
    elsewhere = _elsewhere(reading)
    aims = {reading.mentions[link.target].first for link in reading.links}
    holders = {reading.sentence_of[index] for index in done} | {reading.sentence_at(first) for first, _ in vague}
    dosed = {
        number
        for number in holders
        if any(_is_parameter(reading, i, bool(vague), aims) for i in _near(reading, number, holders, elsewhere))
    }
    dosed |= {reading.sentence_at(first) for first, _ in find_forms(reading, rule.parameters.get("amounts", ()))}
    with_dose = {reading.mentions[i].sense.id for i in done if reading.sentence_of[i] in dosed}
    spans = [
        (reading.mentions[i].first, reading.mentions[i].last)
        for i in done
        if reading.sentence_of[i] not in dosed and reading.mentions[i].sense.id not in with_dose
    ]
    if with_dose:
        spans = [span for span in spans if not _sets_scene(reading, span, rule)]
    return spans or [span for span in vague if reading.sentence_at(span[0]) not in dosed]


def _sets_scene(reading: Reading, span: tuple[int, int], rule: Rule) -> bool:
    """A posture ("sitting at the edge of the bed") needs no dose of its own where something else has one."""
    return holds_form(" ".join(reading.words.low[slice(*span)]), rule.parameters["scenes"])


def _interventions(reading: Reading, rule: Rule) -> list[int]:
    """Return what was done; not what it is for, nor what is taught for home or named as a goal."""
    targets = {link.target for link in reading.links}
    low = reading.words.low
    elsewhere = _elsewhere(reading)
    faults = told_first(reading, "impairment")
    found_here = []
    for event in reading.events:
        if event.agent not in _BY or _is_told_of_patient(reading, rule, event, faults):
            continue
        for index in event.interventions:
            mention = reading.mentions[index]
            before = low[mention.first - 1] if mention.first else ""
            if mention.sense.kind not in _DONE or before in ("for", "of") or (index in targets and before != "during"):
                continue
            if _is_no_exercise(reading, index):
                continue
            if elsewhere.get(event.sentence, mention.last) > mention.first and not _touches(reading, index, _NAMED):
                found_here.append(index)
    return found_here or [
        index
        for event in reading.events
        if event.agent in _BY
        for index in event.cues
        if reading.mentions[index].sense.group == "technique"
    ]


def _is_no_exercise(reading: Reading, index: int) -> bool:
    """It is what a cue was of, where a fault showed, how breath was got back, or what somebody was shown.

    Thus: "PLB cues", "vc find midline", "stepping LOB x2", "worse w/ head turns", "94 w/ PLB", "wife shown massage".
    """
    mention = reading.mentions[index]
    low, sentence = reading.words.low, reading.sentences[reading.sentence_of[index]]
    if mention.sense.id in _BREATHS:
        return True
    near = reading.between(max(sentence.first, mention.first - _FAR), min(sentence.last, mention.last + 1))
    for other in (reading.mentions[i] for i in near if i != index):
        if other.sense.kind in ("impairment", "cue") and other.last == mention.first:
            return True
        if other.first == mention.last and other.sense.kind in ("impairment", "cue"):
            return True
        if other.sense.kind in _FAULTY and low[other.last : mention.first] in _DURING:
            return True
        if other.last <= mention.first and (other.sense.id in _SHOWN_TO or other.sense.group == "caregiver"):
            return True
    return False


def _is_told_of_patient(reading: Reading, rule: Rule, event: Event, faults: Mapping[int, int]) -> bool:
    """What patients do as treatment is in the rule's list; "falls backward reaching up" is told of one."""
    if event.verb is not None:
        verb = reading.mentions[event.verb].sense
        return verb.group == "patient" and verb.id not in rule.parameters["deeds"]
    return event.explicit and event.agent == "patient" and faults.get(event.sentence, event.place) < event.place


def _elsewhere(reading: Reading) -> dict[int, int]:
    """Return, by sentence, from which word on a goal, or what is taught for home, is spoken of."""
    low = reading.words.low
    taught = told_first(reading, "education")
    home = {
        number: place
        for number, place in taught.items()
        if "home" in low[reading.sentences[number].first : reading.sentences[number].last]
    }
    return {**home, **told_first(reading, "goal")}


def _vague(reading: Reading, rule: Rule) -> list[tuple[int, int]]:
    """Return names of whole services ("balance exercises"), where nothing more is said."""
    services = rule.parameters["services"]
    named = [
        (reading.mentions[i].first, reading.mentions[i].last)
        for i in reading.having("treatment")
        if reading.mentions[i].sense.group == "vague" or holds_form(reading.mentions[i].sense.label, services)
    ]
    return named or find_forms(reading, rule.parameters.get("vague", ()))


def _near(reading: Reading, number: int, holders: Set[int], elsewhere: Mapping[int, int]) -> Iterator[int]:
    """Yield the mentions of a sentence, and of those beside it that name no intervention of their own."""
    yield from reading.by_sentence[number]
    for step, most in ((1, _NEAR), (-1, 1)):  # one sentence before may set the scene: "standing on foam. step taps"
        for other in range(number + step, number + step * (most + 1), step):
            if not 0 <= other < len(reading.sentences) or other in holders or other in elsewhere:
                break
            yield from reading.by_sentence[other]


def _is_parameter(reading: Reading, index: int, vague: bool, aims: Set[int]) -> bool:
    sense = reading.mentions[index].sense
    if sense.kind in _GEAR:
        return reading.mentions[index].first not in aims  # the stairs of "to improve balance for stairs"
    if sense.kind in ("part", "side"):
        return _is_of_intervention(reading, index)
    if sense.kind not in _AMOUNTS or (_touches(reading, index, _OWNERS) and not _is_behind(reading, index)):
        return False
    if sense.kind == "duration" and sense.group in SPANS:
        return False
    if sense.kind == "duration" and sense.group in _LONG:
        return not vague and (_is_of_intervention(reading, index) or _is_told_of_deed(reading, index))
    return sense.kind != "number" or _touches(reading, index, _DONE | _GEAR)


def _is_behind(reading: Reading, index: int) -> bool:
    """Sets right behind an exercise are its own, whatever follows them: "SLR 2x10 ext lag"."""
    mention = reading.mentions[index]
    return mention.sense.group == "sets" and any(
        other.sense.kind in _DONE and other.last == mention.first
        for other in reading.mentions[max(0, index - 3) : index]
    )


def _is_told_of_deed(reading: Reading, index: int) -> bool:
    """A sentence of its own says how long it was done: "she did it for 2 minutes", not "time: 25 minutes"."""
    kinds = {reading.mentions[i].sense.kind for i in reading.by_sentence[reading.sentence_of[index]]}
    return "verb" in kinds and kinds.isdisjoint(_NOT_OF_DEED)


def _touches(reading: Reading, index: int, kinds: frozenset[str]) -> bool:
    """A mention of these kinds ends where this one begins, or begins where it ends."""
    mention = reading.mentions[index]
    return any(
        other.sense.kind in kinds and (other.last == mention.first or other.first == mention.last)
        for other in reading.mentions[max(0, index - 3) : index + 4]
    )


def _is_of_intervention(reading: Reading, index: int) -> bool:
    """Only small words, sides and parts stand between an intervention and it: "reaching with the right arm"."""
    mention = reading.mentions[index]
    sentence = reading.sentences[reading.sentence_of[index]]
    return _reaches(reading, range(mention.first - 1, max(sentence.first, mention.first - _FAR) - 1, -1)) or _reaches(
        reading, range(mention.last, min(mention.last + 2, sentence.last))
    )


def _reaches(reading: Reading, words: range) -> bool:
    """Going along `words`, an intervention comes before anything but small words, sides, parts and figures."""
    for at in words:
        kinds = {reading.mentions[i].sense.kind for i in _covering(reading, at)}
        if kinds & _DONE or kinds & {"treatment"}:
            return True
        if kinds & {"side", "part"} or kinds & _AMOUNTS:
            continue
        if kinds - {"link"} or reading.words.low[at] not in _BETWEEN:
            return False
    return False


def _covering(reading: Reading, word: int) -> list[int]:
    """Return the mentions that hold a word."""
    near = reading.between(word - _FAR, word + 1)
    return [i for i in near if reading.mentions[i].first <= word < reading.mentions[i].last]


CHECKS: Mapping[str, Check] = {dose.__name__: dose}
