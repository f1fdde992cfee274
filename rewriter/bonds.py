"""Bonds: which activity a cue, help or a reason was written with, and what happened in between."""

from collections.abc import Mapping, Sequence

from rewriter.pattern import late
from rewriter.reading.facts import Fact
from rewriter.reading.facts.tasks import is_task
from rewriter.reading.pieces import PATIENT, PHRASE
from rewriter.reading.shorthand.ages import PERSONS

_OCCASION = frozenset({"kind:count", "kind:verb", "kind:level", "kind:person"})
_TESTED = frozenset("tested re-tested retested assessed re-assessed reassessed measured re-measured screened".split())
_ASIDE = frozenset({"remark", "action", "response"})
# Treatments by the therapist's hands that are told among the cues: each is given for itself.
_BY_HAND = frozenset("mobilization traction needling taping massage manipulation".split())
_STATUS = late(
    r"^(?:status post|after|post|postpartum)\b|^(?:approximately )?\d[\d.]*(?: to \d+)? (?:year|month|week|day)s? "
    r"(?:status post|postoperative|post|after|since|out)\b"
)
# What the chart says and no patient: what was diagnosed or treated, how much weight is allowed.
_CHARTED_KINDS = frozenset({"diagnosis", "activity", "treatment", "cue", "action"})
_CHARTED = late(
    r"^(?:diagnosis\b|(?:acute |subacute )?postoperative\b|\S* ?\S* ?weight bearing\b|patient had a history\b)"
    r"|\bprecautions?$"
)
# So long since, as it stands behind a diagnosis: "week 5", "10 weeks", "day 12".
_SINCE = late(
    r"(?:postoperative )?(?:week|day|month|year) \d+(?:\.\d+)?"
    r"|(?:approximately )?\d+(?:\.\d+)?(?: to \d+)? (?:days?|weeks?|months?|years?)"
)
# How long ago it was closes a diagnosis: what is joined behind it has no part of it.
_CLOSED = late(
    r"^[^,()]+, (?:\d+ (?:days?|weeks?|months?|years?)(?: ago| out)?|(?:postoperative )?(?:week|day|month) \d+)$"
)
# What is said of the patient with one of these behind it would be said of what is joined as well.
_REPORTS = frozenset(
    "denies denied reports reported states stated says said complains complained declines declined refuses refused "
    "requests requested asks asked wants wanted wishes is not may might can could cannot".split()
)
_SAID = frozenset({"affirmed", "negated"})
_LONGEST_JOINED, _GAP = 8, 2
_TERMS = ("long term goal", "short term goal")
# What shows that something was done or given.
DEEDS = frozenset({"kind:treatment", "kind:activity", "kind:cue", "kind:task"})
# What a skilled verb leads, or is told by.
LED = frozenset({"activity", "cue", "assist"})
# What names one of these was not, or not only, done by the therapist: "tactile cues by aide".
_OTHERS = frozenset({"person:aide", "person:caregiver", "person:nurse", "person:assistant", "person:student"})
_AGE = late(
    r"\d+ (?:year|month|week|day)s? old"
    rf"|\d+-(?:year|month)-old (?:{'|'.join(sorted(PERSONS))})(?: (?:with|status post|after|who|from) .+)?"
)

Events = Mapping[tuple[str, int], list[Fact]]


def line_up(facts: Sequence[Fact]) -> Events:
    """Return the activities of each event in the order of its text, and what an activity was changed to."""
    events: dict[tuple[str, int], list[Fact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.start):
        if is_step(fact):
            events.setdefault(event_of(fact), []).append(fact)
    return events


def is_occasion(fact: Fact) -> bool:
    """Tell whether a deficit happened in the session, counted or caught: nobody presented with it."""
    return fact.kind == "impairment" and not fact.evidence.isdisjoint(_OCCASION)


def is_test(fact: Fact) -> bool:
    """Tell whether a fact says that something was measured: that is no treatment."""
    return fact.surface.split(" ", 1)[0].lower() in _TESTED


def is_step(fact: Fact) -> bool:
    """Tell whether what follows a fact may belong to it: an activity, or words on a change to another one."""
    changed = fact.kind in _ASIDE and "kind:activity" in fact.evidence
    sequence = fact.kind == "cue" and " then " in fact.surface
    return fact.kind == "activity" or is_task(fact) or "cue:grading" in fact.evidence or changed or sequence


def stands_apart(cue: Fact, before: Fact) -> bool:
    """A treatment by hand behind a comma was given for itself: "GH glides 3x30 s, scapular mobs"."""
    words = {word for name in cue.evidence for word in name.split("_")}
    return cue.kind == "cue" and cue.start - before.end > 1 and not _BY_HAND.isdisjoint(words)


def tells_status(fact: Fact) -> bool:
    """The fact says what the patient comes after: "status post stroke", "6 weeks after fusion"."""
    return _STATUS.match(fact.surface) is not None


def is_charted(fact: Fact) -> bool:
    """Tell whether a fact under "S:" is of the chart: it stands there, and the patient did not say it."""
    if "kind:reported" in fact.evidence or '"' in fact.surface:
        return False
    return fact.kind in _CHARTED_KINDS or tells_status(fact) or _CHARTED.search(fact.surface) is not None


def dates(state: Fact, fact: Fact) -> bool:
    """Tell whether a fact says how long ago the diagnosis right before it was, and nothing else."""
    told = fact.form == PHRASE and fact.polarity == "affirmed" and _SINCE.fullmatch(fact.surface) is not None
    return told and state.kind == "diagnosis" and state.polarity == "affirmed" and is_beside(state, fact)


def goes_on(before: Fact, fact: Fact) -> bool:
    """Tell whether two things told of the patient stand side by side and may share their subject.

    What was said or denied would reach over to the second.
    """
    told = before.form == fact.form == PATIENT and before.polarity == "affirmed" and fact.polarity in _SAID
    short = all(len(one.surface.split()) <= _LONGEST_JOINED and "," not in one.surface for one in (before, fact))
    free = _REPORTS.isdisjoint(before.surface.lower().split())
    return told and short and free and " and " not in before.surface and is_beside(before, fact)


def is_by_another(fact: Fact) -> bool:
    """Tell whether a cue or an activity names somebody else than therapist and patient."""
    return fact.kind in ("cue", "activity") and not fact.evidence.isdisjoint(_OTHERS)


def is_age(fact: Fact) -> bool:
    """Tell whether a fact says how old the patient is, and nothing else."""
    return fact.form == PHRASE and fact.polarity == "affirmed" and _AGE.fullmatch(fact.surface) is not None


def is_termed(fact: Fact) -> bool:
    """A goal that says of itself what it is: "long term goal: 150 feet"."""
    return fact.kind == "function" and fact.surface.lower().startswith(_TERMS)


def is_plain_state(facts: Sequence[Fact]) -> bool:
    """Tell whether deficits or diagnoses may stand in one list: no side or figure of one can be read of another."""
    sided = {not fact.evidence.isdisjoint({"kind:side", "kind:part"}) for fact in facts}
    plain = all(not any(mark in fact.surface for mark in (",", " and ", "(", " with ", ":")) for fact in facts)
    counted = any(char.isdigit() for fact in facts for char in fact.surface)
    own = all(fact.surface.split()[0] in ("left", "right", "bilateral") for fact in facts)
    return (sided == {False} or own) and plain and not counted


def is_closed(facts: Sequence[Fact]) -> bool:
    """Tell whether one fact ends with how long ago it was: what is joined behind it has no part of it."""
    return len(facts) == 1 and _CLOSED.search(facts[0].surface) is not None


def may_list(facts: Sequence[Fact]) -> bool:
    """Tell whether what the patient presented with may be one list: no word of one can be read of another."""
    return is_plain_state(facts[1:] if is_closed(facts[:-1]) else facts)


def is_beside(before: Fact, fact: Fact) -> bool:
    """Tell whether a fact was written right behind another, a comma at most between them."""
    return event_of(before) == event_of(fact) and 0 <= fact.start - before.end <= _GAP


def event_of(fact: Fact) -> tuple[str, int]:
    """Return what two facts share that were written in one sentence of one text."""
    return fact.origin, fact.event


def find_home(fact: Fact, events: Events) -> tuple[tuple[str, int], str]:
    """Return the event of a fact, and the last activity before it there ("" for none)."""
    before = [other.id for other in events.get(event_of(fact), []) if other.start <= fact.start]
    return event_of(fact), before[-1] if before else ""


def is_led(fact: Fact, activities: Sequence[Fact], events: Events) -> bool:
    """Tell whether all `activities` are the one a fact was written with.

    That is the last before it in its event or, where it touches the next ("hand over hand reach"), the next.
    """
    own = {find_home(fact, events)[1]}
    behind = [other for other in events.get(event_of(fact), []) if other.start > fact.start]
    if behind and behind[0].start - fact.end <= 1:
        own.add(behind[0].id)
    return {activity.id for activity in activities} <= own
