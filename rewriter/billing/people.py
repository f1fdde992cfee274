"""People: who gave the treatment, to how many, who is recorded, and whether a professional's skill was in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rewriter.billing.told import in_note
from rewriter.billing.treaters import (
    AIDE,
    ASSISTANT,
    STUDENT,
    THERAPIST,
    Role,
    aide_told_to_treat,
    find_phrase,
    has_phrase,
    is_errand,
    minutes_by_role,
    recorded,
    roles_in,
    second_therapist_told,
    told_to_treat,
)
from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, VISIT, Finding, found
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED
from rewriter.reading.reading import Event
from rewriter.rule import Rule

_MARKS = frozenset({".", ",", ";", "\n", "?", "!", "-", ":"})
_SKILL = ("cue", "impairment")
_PATIENTS = (["patient"], ["student"], ["child"], ["resident"], ["client"])
_ALONE = frozenset({"independent", "modified_independent", "supervision", "setup"})
_DEEDS = frozenset({"modify", "progress", "correct", "inhibit", "facilitate", "cue", "guide"})


def uncertified_person(case: Case, rule: Rule) -> list[Finding]:
    """An aide, technician or the like gave the treatment, as the note tells or the visit's minutes say."""
    reading = case.note
    wanted = set(rule.parameters.get("people", ()))
    for event in reading.events:
        if event.verb is not None and (reading.bits[event.verb] or _does_it_for_patient(reading, event)):
            continue  # "aide did not assist", "aide will guard next visit"
        if event.verb is not None and _only_helps(reading, event, rule):
            continue
        if event.agent in wanted and event.explicit and (event.interventions or event.cues or event.verb is not None):
            person = next(
                (i for i in reading.by_sentence[event.sentence] if reading.mentions[i].sense.group == event.agent), None
            )
            return in_note(case, rule, person)
    if (aide := aide_told_to_treat(reading)) is not None:
        return in_note(case, rule, aide)
    for name, minutes in case.visit.minutes_by_provider.items():
        if minutes > 0 and any(role.kind == AIDE for role in roles_in(name)):
            return _in_visit(rule, name)
    return []


def _only_helps(reading: Reading, event: Event, rule: Rule) -> bool:
    """Tell apart a bystander ("aide stood by") and a helping hand while the therapist treats, or at no treatment."""
    verb = reading.mentions[event.verb or 0].sense
    if verb.id in rule.parameters.get("idle", ()) or is_errand(reading, reading.mentions[event.verb or 0].first):
        return True
    if verb.id not in rule.parameters.get("helps", ()):
        return False
    here = reading.by_sentence[event.sentence]
    others = (other for other in reading.events if other.sentence == event.sentence and other.explicit)
    return not any(reading.mentions[i].sense.kind in ("activity", "task", "surface", "cue") for i in here) or any(
        other.agent == THERAPIST and other.verb is not None and other.verb != event.verb for other in others
    )


def _in_visit(rule: Rule, text: str, level: str = "") -> list[Finding]:
    """Return a finding that quotes what the visit says."""
    return [replace(found(rule, "", side=VISIT, mend=CLINICIAN, values={"text": text}, level=level), text=text)]


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
    reading = case.note
    alone = not _students(case) and aide_told_to_treat(reading) is None  # else the therapist was with the others
    place = next((i for i in reading.having("group") if _is_group_of_patients(reading, i, rule, alone)), None)
    if place is None and alone:
        busy = rule.parameters.get("busy", ())
        place = next((i for i in reading.having("absence") if reading.mentions[i].sense.id in busy), None)
    if place is not None:
        return in_note(case, rule, place)
    patients = case.visit.patients
    return _in_visit(rule, f"{patients} patients") if patients is not None and patients > 1 else []


def _is_group_of_patients(reading: Reading, index: int, rule: Rule, alone: bool) -> bool:
    """Tell apart from a group that was treated: a muscle group, a class elsewhere or of a scale, patients nearby.

    `alone` says that nobody but the therapist treated: "another patient" was then treated in the same minutes.
    """
    mention, low = reading.mentions[index], reading.words.low
    before, after = low[max(mention.first - 1, 0) : mention.first], low[mention.last : mention.last + 1]
    beside = next((m for m in reading.mentions if m.last == mention.first), None)
    if {*before, *after} & {*rule.parameters.get("no_group", ())} or (beside and beside.sense.kind == "part"):
        return False
    sentence = reading.sentences[reading.sentence_of[index]]
    words = {*low[sentence.first : sentence.last]}
    if words & {*rule.parameters.get("elsewhere", ())}:
        return False
    if not {"other", "another"} & {*low[mention.first : mention.last]}:
        return True
    apart = words & {*rule.parameters.get("apart", ())}
    return alone and not apart and bool(words & {*rule.parameters.get("shared", ())})


def student_unsupervised(case: Case, rule: Rule) -> list[Finding]:
    """A student treated while the supervisor was elsewhere, or busy with another patient."""
    reading = case.note
    students = _students(case)
    if not students:
        return []
    near = rule.parameters.get("near", ())
    away = [reading.mentions[i].first for i in reading.having("absence") if reading.mentions[i].sense.id not in near]
    others = (reading.mentions[i] for i in reading.having("group"))
    away += [other.first for other in others if "another" in reading.words.low[other.first : other.last]]
    said = find_phrase(reading, rule.parameters.get("away", ()))
    if away or said is not None:
        told = (first for role, first in told_to_treat(reading).items() if role.kind == STUDENT)
        return _at_word(case, rule, next(told, away[0] if away else said or 0))
    where = case.visit.supervisor_place.lower()
    if where and any(words in where for words in rule.parameters.get("elsewhere", ())):
        return _in_visit(rule, f"{students[0]}; supervisor: {case.visit.supervisor_place}")
    return []


def _at_word(case: Case, rule: Rule, at: int) -> list[Finding]:
    """Return a finding about the note at a mention that begins at the word, else at the word itself."""
    reading = case.note
    last = max((reading.mentions[i].last for i in reading.between(at, at + 1)), default=at + 1)
    span = (reading.words.start[at], reading.words.end[last - 1])
    return [found(rule, reading.text, side=case.note_side, span=span, mend=CLINICIAN)]


def _students(case: Case) -> list[Role]:
    """Return the students that treated, as the note or the visit's minutes tell."""
    told = [*told_to_treat(case.note), *minutes_by_role(case.visit)]
    return [role for role in told if role.kind == STUDENT]


def student_direction_unstated(case: Case, rule: Rule) -> list[Finding]:
    """A student treated, and nothing says that a professional was in the room, directing, with no other patient."""
    students = _students(case)
    told = told_to_treat(case.note)
    if not students or student_unsupervised(case, rule):
        return []
    where = case.visit.supervisor_place.lower()
    stated = any(words in where for words in rule.parameters.get("place", ()))
    if stated or any(has_phrase(item, rule.parameters.get("direction", ())) for item in case.told):
        return []
    at = next((first for role, first in told.items() if role.kind == STUDENT), None)
    if at is None:
        return _in_visit(rule, str(students[0]))
    return _at_word(case, rule, at)


# --- who is recorded -------------------------------------------------------------------------------------------------


def contributors_listed(case: Case, rule: Rule) -> list[Finding]:
    """Everybody who treated, as the note or the visit's minutes tell, signed or is listed as a contributor."""
    visit, listed = case.visit, recorded(case)
    if not (visit.signed_by or visit.contributors or listed):
        return []  # nobody signed at all: another rule says so
    treated = [
        role for role in dict.fromkeys([*minutes_by_role(visit), *told_to_treat(case.note)]) if role.kind != AIDE
    ]
    missing = [role for role in treated if not any(role.is_like(other) for other in listed)]
    missing = [r for r in missing if r.discipline or not any(r.is_like(other) for other in missing if other != r)]
    if second_therapist_told(case.note) and sum(role.kind == THERAPIST for role in listed) < 2:
        missing.append(Role("second", THERAPIST))
    unread = [text for text in (visit.signed_by, *visit.contributors) if text and not roles_in(text)]
    if not missing or len(unread) >= len(missing):
        return []  # a name without credentials may be the one
    return _in_visit(rule, ", ".join(map(str, missing)))


def supervisor_named(case: Case, rule: Rule) -> list[Finding]:
    """An assistant treated: the therapist who supervised is named, or treated and signed as well."""
    treated = [*minutes_by_role(case.visit), *told_to_treat(case.note), *recorded(case)]
    assistants = [role for role in treated if role.kind == ASSISTANT]
    therapists = [role for role in treated if role.kind == THERAPIST]
    if not assistants or therapists or _supervision_told(case, rule):
        return []
    return _in_visit(rule, str(assistants[0]))


def supervision_noted(case: Case, rule: Rule) -> list[Finding]:
    """Several professionals treated: who directed or advised whom is noted."""
    treated = {*minutes_by_role(case.visit), *told_to_treat(case.note)} - {Role("", STUDENT), Role("", ASSISTANT)}
    second = second_therapist_told(case.note)
    if len(treated) + second < 2 or _supervision_told(case, rule):
        return []
    names = ", ".join(sorted(map(str, treated))) + (", second therapist" if second else "")
    return _in_visit(rule, names)


def _supervision_told(case: Case, rule: Rule) -> bool:
    """Tell whether the visit names a supervisor, or the note speaks of supervision or advice."""
    words = rule.parameters.get("supervision", ())
    return bool(case.visit.supervisor) or any(has_phrase(reading, words) for reading in case.told)


# --- whether skill was in it -----------------------------------------------------------------------------------------


def uncued_performance(case: Case, rule: Rule) -> list[Finding]:
    """The patient did it alone or watched from afar, and no cue, help or change by the therapist is recorded.

    Where the note names a deficit, skill may have been needed that it does not tell of: that is only asked.
    """
    reading = case.note
    alone, refused = _done_alone(reading)
    if not (alone or refused) or _is_aided(reading):
        return []
    if refused or not reading.having(*_SKILL):
        return in_note(case, rule, (refused or alone)[0])
    active = [i for i in alone if _has_activity(reading, reading.by_sentence[reading.sentence_of[i]])]
    return in_note(case, rule, active[0], level="warning") if active else []


def _has_activity(reading: Reading, here: Sequence[int]) -> bool:
    """Tell whether an activity of today is among the mentions `here` of a sentence; a goal is none."""
    if any(reading.mentions[i].sense.id == "goal" for i in here):
        return False
    return any(reading.mentions[i].sense.kind == "activity" and not reading.bits[i] for i in here)


def partly_uncued(case: Case, rule: Rule) -> list[Finding]:
    """One activity was done alone, in a note that records a cue or a decision of the therapist for another."""
    reading = case.note
    if not _is_aided(reading):
        return []
    alone, refused = _done_alone(reading)
    for place in sorted({*alone, *refused}):
        here = reading.by_sentence[reading.sentence_of[place]]
        if _has_activity(reading, here) and not _is_aided(reading, here):
            return in_note(case, rule, place, level="" if place in refused else "info")
    return []


def _done_alone(reading: Reading) -> tuple[list[int], list[int]]:
    """Return where the note says that the patient did it without help, and where it says so of cues."""
    alone = [i for i in reading.having("level") if reading.mentions[i].sense.group in _ALONE]
    return alone, [i for i, m in enumerate(reading.mentions) if m.sense.kind == "cue" and reading.bits[i] & NEGATED]


def _is_aided(reading: Reading, here: Sequence[int] | None = None) -> bool:
    """Tell whether a cue, hands-on help or a skilled deed is recorded, in the note or among the mentions `here`."""
    inside = range(len(reading.mentions)) if here is None else here
    return any(
        not reading.bits[i]
        and (
            sense.kind == "cue"
            or (sense.kind == "level" and sense.group not in _ALONE)
            or (sense.kind == "verb" and sense.group in _DEEDS)
        )
        for i in inside
        for sense in [reading.mentions[i].sense]
    )


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        uncertified_person,
        group_treatment,
        student_unsupervised,
        student_direction_unstated,
        contributors_listed,
        supervisor_named,
        supervision_noted,
        uncued_performance,
        partly_uncued,
    )
}
