"""People: who gave the treatment, to how many, who is recorded, and whether a professional's skill was in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rewriter.billing.aides import is_no_treatment, is_of_other_time
from rewriter.billing.doers import exercise_by_aide
from rewriter.billing.groups import group_told
from rewriter.billing.told import in_note, sentence_at
from rewriter.billing.treaters import (
    AIDE,
    ASSISTANT,
    STUDENT,
    THERAPIST,
    Role,
    aide_told_to_treat,
    find_phrase,
    find_phrases,
    has_phrase,
    is_learning,
    led_by_family,
    minutes_by_role,
    recorded,
    roles_in,
    second_therapist_told,
    told_to_treat,
)
from rewriter.checks import Case, Check
from rewriter.checks.deeds import SKILLED
from rewriter.findings import CLINICIAN, VISIT, Finding, found
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED
from rewriter.rule import Rule

_SKILL = ("cue", "impairment")
_PHRASE, _FAR = 4, 9
_ENDS = frozenset({".", ";", "\n", "?"})
_ALONE = frozenset({"independent", "modified_independent", "supervision", "setup"})


def uncertified_person(case: Case, rule: Rule) -> list[Finding]:
    """An aide, technician or the like gave the treatment, as the note tells or the visit's minutes say."""
    reading = case.note
    wanted = set(rule.parameters.get("people", ()))
    for event in reading.events:
        if is_no_treatment(reading, event, rule) or is_of_other_time(reading, event.place, rule):
            continue
        if event.verb is not None and is_learning(reading, reading.mentions[event.verb].first):
            continue
        if event.agent in wanted and event.explicit and (event.interventions or event.cues or event.verb is not None):
            person = next(
                (i for i in reading.by_sentence[event.sentence] if reading.mentions[i].sense.group == event.agent), None
            )
            return in_note(case, rule, person)
    for aide in (aide_told_to_treat(reading), exercise_by_aide(reading)):
        if aide is not None and not is_of_other_time(reading, reading.mentions[aide].first, rule):
            return in_note(case, rule, aide)
    if (kin := led_by_family(reading, rule.parameters.get("counted", ()))) is not None:
        return in_note(case, rule, kin)
    for name, minutes in case.visit.minutes_by_provider.items():
        if minutes > 0 and any(role.kind == AIDE for role in roles_in(name)):
            return _in_visit(rule, name)
    return []


def _in_visit(rule: Rule, text: str, level: str = "") -> list[Finding]:
    """Return a finding that quotes what the visit says."""
    return [replace(found(rule, "", side=VISIT, mend=CLINICIAN, values={"text": text}, level=level), text=text)]


def group_treatment(case: Case, rule: Rule) -> list[Finding]:
    """More than one patient was treated in the same minutes."""
    alone = not _students(case) and aide_told_to_treat(case.note) is None  # else the therapist was with the others
    place = group_told(case.note, rule, alone)
    if place is not None:
        return _at_word(case, rule, place)
    patients = case.visit.patients
    return _in_visit(rule, f"{patients} patients") if patients is not None and patients > 1 else []


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
    said = _supervisor_away(reading, rule) if said is None else said
    if away or said is not None:
        told = (first for role, first in told_to_treat(reading).items() if role.kind == STUDENT)
        return _at_word(case, rule, next(told, away[0] if away else said or 0))
    where = case.visit.supervisor_place.lower()
    if where and any(words in where for words in rule.parameters.get("elsewhere", ())):
        return _in_visit(rule, f"{students[0]}; supervisor: {case.visit.supervisor_place}")
    return []


def _supervisor_away(reading: Reading, rule: Rule) -> int | None:
    """Return the word for a supervisor of whom the words behind tell another place or patient: "PT in the office"."""
    supervisors, places, there = ({*rule.parameters.get(key, ())} for key in ("supervisors", "places", "there"))
    low = reading.words.low
    if has_phrase(reading, rule.parameters.get("in_charge", ())):
        return None
    for at, word in enumerate(low):
        if word not in supervisors or low[at + 1 : at + 2] in (["student"], ["assistant"], ["to"], ["will"]):
            continue
        end = next((i for i in range(at + 1, min(len(low), at + _FAR)) if low[i] in _ENDS), min(len(low), at + _FAR))
        behind = {*low[at + 1 : end]}
        if behind & places and not behind & there and not reading.is_scoped(NEGATED | PLANNED | HISTORICAL, at, at + 1):
            return at
    return None


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
    if stated or any(_is_directed(item, rule) for item in case.told):
        return []
    at = next((first for role, first in told.items() if role.kind == STUDENT), None)
    if at is None:
        return _in_visit(rule, str(students[0]))
    return _at_word(case, rule, at)


def _is_directed(reading: Reading, rule: Rule) -> bool:
    """A phrase says it, or one sentence says that somebody was there, and directed or stayed for all of it."""
    if has_phrase(reading, rule.parameters.get("direction", ())):
        return True
    there, directs = {*rule.parameters.get("there", ())}, {*rule.parameters.get("directs", ())}
    for sentence in reading.sentences:
        words = reading.words.low[sentence.first : sentence.last]
        if there & {*words} and directs & {*words} and not {"not", "never", "without", "until"} & {*words}:
            return True
    return False


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
    listed = {*recorded(case)} if case.visit.contributors else set()
    treated |= {role for role in listed if role.kind != AIDE}
    second = second_therapist_told(case.note) or (len(treated) == 1 and len(recorded(case)) > 1 and bool(listed))
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
    said = [*find_phrases(reading, rule.parameters.get("uncued", ()))]
    without = {i for at in said for i in reading.between(at, at + _PHRASE)}
    if not (alone or refused or said) or _is_aided(reading, without=without):
        return []
    if said and not refused and (not alone or not reading.having(*_SKILL)):
        return _at_word(case, rule, said[0])
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
    said = [*find_phrases(reading, rule.parameters.get("uncued", ()))]
    without = {i for at in said for i in reading.between(at, at + _PHRASE)}
    if not _is_aided(reading, without=without):
        return []
    for at in said:
        number = sentence_at(reading, at)
        here = [i for i in reading.by_sentence[number or 0] if i not in without]
        if _has_activity(reading, here) and not _is_aided(reading, here):
            return _at_word(case, rule, at)
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


def _is_aided(reading: Reading, here: Sequence[int] | None = None, without: Collection[int] = ()) -> bool:
    """Tell whether a cue, hands-on help or a skilled deed is recorded, in the note or among the mentions `here`.

    The mentions `without` are those of phrases that say that there was none: "0 VC".
    """
    inside = range(len(reading.mentions)) if here is None else here
    return any(
        i not in without
        and not reading.bits[i]
        and (
            sense.kind == "cue"
            or (sense.kind == "level" and sense.group not in _ALONE)
            or (sense.kind == "verb" and sense.group in SKILLED)
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
