"""People: who gave the treatment, to how many, and whether a professional's skill was in it."""

from collections.abc import Mapping

from rewriter.billing.told import in_note
from rewriter.checks import Case, Check
from rewriter.findings import Finding
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED
from rewriter.reading.reading import Event
from rewriter.rule import Rule

_MARKS = frozenset({".", ",", ";", "\n", "?", "!", "-", ":"})
_SKILL = ("cue", "impairment")
_PATIENTS = (["patient"], ["student"], ["child"], ["resident"], ["client"])
_ALONE = frozenset({"independent", "modified_independent", "supervision", "setup"})


def uncertified_person(case: Case, rule: Rule) -> list[Finding]:
    """An aide, technician or the like gave the treatment; or several patients were treated at once."""
    reading = case.note
    wanted = set(rule.parameters.get("people", ()))
    for event in reading.events:
        if event.verb is not None and (reading.bits[event.verb] or _does_it_for_patient(reading, event)):
            continue  # "aide did not assist", "aide will guard next visit"
        if event.agent in wanted and event.explicit and (event.interventions or event.cues or event.verb is not None):
            person = next(
                (i for i in reading.by_sentence[event.sentence] if reading.mentions[i].sense.group == event.agent), None
            )
            return in_note(case, rule, person)
    return []


def _does_it_for_patient(reading: Reading, event: Event) -> bool:
    """Tell apart what is help with the day: "aide did the cutting, not student", "aide did the transfer, not me"."""
    if event.verb is None or event.cues or event.interventions:
        return False
    low, begin = reading.words.low, reading.mentions[event.verb].last
    end = next((at for at in range(begin, len(low)) if low[at] in _MARKS), len(low))
    if low[begin - 1] != "did" or low[end : end + 2] != [",", "not"]:
        return False
    other = low[end + 2 : end + 3]
    return other[:1] in _PATIENTS or (other == ["me"] and low[end - 1] == "transfer")


def group_treatment(case: Case, rule: Rule) -> list[Finding]:
    """More than one patient was treated in the same minutes."""
    groups = case.note.having("group")
    return in_note(case, rule, groups[0]) if groups else []


def student_unsupervised(case: Case, rule: Rule) -> list[Finding]:
    """A student treated while the supervisor was elsewhere."""
    reading = case.note
    students = [i for i in reading.having("person") if reading.mentions[i].sense.group == "student"]
    away = reading.having("absence")
    return in_note(case, rule, students[0]) if students and away else []


def uncued_performance(case: Case, rule: Rule) -> list[Finding]:
    """The patient did it alone or watched from afar, and no cue, help or change by the therapist is recorded."""
    reading = case.note
    alone = [i for i in reading.having("level") if reading.mentions[i].sense.group in _ALONE]
    refused_cue = [i for i, m in enumerate(reading.mentions) if m.sense.kind == "cue" and reading.bits[i] & NEGATED]
    helped = [i for i in reading.having("level") if reading.mentions[i].sense.group not in _ALONE]
    acted = [
        i
        for i in reading.having("verb")
        if reading.mentions[i].sense.group in ("modify", "progress", "correct", "inhibit", "facilitate", "cue", "guide")
    ]
    if (
        (alone or refused_cue)
        and not reading.having("cue")
        and not helped
        and not acted
        and (refused_cue or not _has_skill(reading))
    ):
        return in_note(case, rule, (refused_cue or alone)[0])
    return []


def _has_skill(reading: Reading) -> bool:
    return bool(reading.having(*_SKILL))


CHECKS: Mapping[str, Check] = {
    check.__name__: check for check in (uncertified_person, group_treatment, student_unsupervised, uncued_performance)
}
