"""Substance: the note holds enough, clearly enough, that a faithful rewrite can be made of it."""

from collections.abc import Collection, Mapping

from rewriter.billing.judgement import shows_judgement
from rewriter.checks import Case, Check, whole
from rewriter.checks.deeds import SKILLED
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.persons import TREATING
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED
from rewriter.reading.facts import find_own_facts
from rewriter.rule import Rule

_BESIDE_WORDS = 5
_OBSERVED = frozenset({"finding", "response", "impairment", "remark", "statement"})
_MUCH, _FIGURES = 6, 2
# Deeds that nobody but a therapist does, whoever is named for them.
_HANDS_ON = frozenset({"facilitate", "inhibit"})
_OTHERS = frozenset({"aide", "caregiver", "patient", "group"})
_TELLING = frozenset("for to at because bc due every each when on".split())
# Help of these amounts is given by hand, at an exercise or a part of the body; dressing is help with the day.
_BY_HAND = frozenset({"minimal", "moderate", "maximal", "total", "contact_guard"})
_WORKED = frozenset({"activity", "part"})
_TROUBLED = frozenset("stagger veer sway collapse buckle trip drag drift overshoot bump struggle".split())


def too_thin(case: Case, rule: Rule) -> list[Finding]:
    """Neither a typed cue nor a deficit of the code's own groups nor a skilled deed or judgement: it is too thin.

    A note that observes a good deal is not: what it does not tell of the therapist's skill is asked by other rules.
    """
    groups = set(case.pack.code.get("addresses", ()))
    if any(_shows_skill(reading, groups) for reading in case.told) or _observes_much(case):
        return []
    reading = case.note
    return [found(rule, reading.text, side=case.note_side, anchor=whole(reading), mend=CLINICIAN)]


def _observes_much(case: Case) -> bool:
    """Tell whether the note tells many things that were seen, said or happened, beside what was done and how often.

    Some of them have a figure: "the patient continues to benefit" may stand in any note.
    """
    seen = [fact for fact in find_own_facts(case.note, case.pack, frozenset()) if fact.kind in _OBSERVED]
    return len(seen) >= _MUCH and sum(any(map(str.isdecimal, fact.surface)) for fact in seen) >= _FIGURES


def _shows_skill(reading: Reading, groups: set[str]) -> bool:
    typed = any(
        reading.mentions[i].sense.group not in ("general", "grading") or _says_for_what(reading, i)
        for i in reading.having("cue")
    )
    return (
        typed
        or _acts_with_skill(reading)
        or _helps_by_hand(reading)
        or _struggles(reading)
        or shows_deficit(reading, groups)
        or shows_judgement(reading)
    )


def _says_for_what(reading: Reading, cue: int) -> bool:
    """A cue of no named type shows skill where what it was for follows, why, or when; "cues given" tells none of it.

    Thus "cue for neutral foot", "cue q 10 ft", "cues because she talks", "cue shoulder hiking".
    """
    end = reading.mentions[cue].last
    low = reading.words.low[end : end + 2]
    if reading.mentions[cue].sense.group != "general":
        return False
    wrong = any(reading.mentions[i].sense.kind == "impairment" for i in reading.between(end, end + 1))
    return wrong or (len(low) > 1 and low[0] in _TELLING)


def _helps_by_hand(reading: Reading) -> bool:
    """Help by hand is told of today's work: "mod A at pelvis", "STS x5 min A"; a goal of it is none."""
    aims = {reading.sentence_of[i] for i in reading.having("goal", "planned")}
    for index in reading.having("level"):
        level = reading.mentions[index]
        if level.sense.group not in _BY_HAND or reading.bits[index] or reading.sentence_of[index] in aims:
            continue
        here = reading.by_sentence[reading.sentence_of[index]]
        if any(reading.mentions[i].sense.kind in _WORKED and not reading.bits[i] for i in here):
            return True
    return False


def _struggles(reading: Reading) -> bool:
    """The patient is told to have staggered, veered or the like today: a deficit that is told as a deed."""
    return any(
        reading.mentions[i].sense.id in _TROUBLED and not reading.bits[i] & (NEGATED | PLANNED | HISTORICAL)
        for i in reading.having("verb")
    )


def shows_deficit(reading: Reading, groups: Collection[str]) -> bool:
    """Tell whether a deficit of one of the groups is told of today: an impairment, or an ability that is wanting."""
    return any(
        mention.sense.group in groups
        and not reading.bits[i] & (NEGATED | PLANNED | HISTORICAL)
        and (mention.sense.kind == "impairment" or (mention.sense.kind == "ability" and _is_deficient(reading, i)))
        for i, mention in enumerate(reading.mentions)
    )


def _acts_with_skill(reading: Reading) -> bool:
    """A professional did something that only skill explains: blocked, guided, reminded, held the elbow."""
    if any(
        reading.mentions[i].sense.group in _HANDS_ON
        for i in reading.having("verb")
        if _by_whom(reading, i) not in _OTHERS
    ):
        return True
    return any(
        event.agent in TREATING
        and event.verb is not None
        and not reading.bits[event.verb]
        and _takes_skill(reading, event.verb, event.explicit)
        for event in reading.events
    )


def _by_whom(reading: Reading, verb: int) -> str:
    """Return who did what the verb says, "" where nobody is told."""
    return next((event.agent for event in reading.events if event.verb == verb), "")


def _takes_skill(reading: Reading, verb: int, by_name: bool) -> bool:
    """A bare "cued" names no cue; "reminded" does, and so does "cued to march". Whoever holds a limb guides it."""
    sense, behind = reading.mentions[verb].sense, reading.mentions[verb].last
    if sense.group == "monitor" or sense.group in SKILLED - {"cue"}:
        return True
    low = reading.words.low
    if sense.group == "cue":
        return sense.id in ("remind", "redirect") or (sense.id == "cue" and low[behind : behind + 1] == ["to"])
    near = reading.between(behind, behind + 3)
    return by_name and sense.id == "hold" and any(reading.mentions[i].sense.kind == "part" for i in near)


def _is_deficient(reading: Reading, ability: int) -> bool:
    """A deficit word or a rating stands within a few words of the ability, in its sentence."""
    last, number = reading.mentions[ability].last, reading.sentence_of[ability]
    is_tone = reading.mentions[ability].sense.id == "tone"
    return any(
        reading.sentence_of[i] == number
        and (
            reading.mentions[i].sense.kind in ("deficit", "ratio")
            or (is_tone and reading.mentions[i].sense.group == "grade" and reading.mentions[i].sense.id != "0")
        )
        for i in reading.between(last - _BESIDE_WORDS, last + _BESIDE_WORDS + 1)
    )


def too_unclear(case: Case, rule: Rule) -> list[Finding]:
    """So many abbreviations could mean several things that no faithful sentence can be made."""
    reading = case.note
    unsure = [item for item in reading.read_as if not item.sure]
    most = rule.parameters.get("most", 3)
    if len(unsure) < most or len(unsure) < rule.parameters.get("share", 0.1) * len(reading.words.low):
        return []
    return [
        found(
            rule,
            reading.text,
            side=case.note_side,
            span=(unsure[0].start, unsure[0].end),
            values={"count": len(unsure)},
        )
    ]


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (too_thin, too_unclear)}
