"""Visit rules: minutes, codes, people. They are read from the source note and from what the visit says.

A finding of a rule with `refuse` means that the visit must not be certified under this code as it stands.
"""

from collections.abc import Mapping
from itertools import pairwise

from rewriter.checks import Case, Check, whole
from rewriter.findings import CLINICIAN, VISIT, Finding, found
from rewriter.pack import Rule
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED
from rewriter.reading.kinds import is_session_time
from rewriter.reading.reading import Event

_MINUTE = 60
_LEAST_BARE = 8
_HALF_DAY = 12 * _MINUTE
_BESIDE_WORDS = 5
_MARKS = frozenset({".", ",", ";", "\n", "?", "!", "-", ":"})
_UNCERTIFIED = frozenset({"aide", "group"})
_SKILL = ("cue", "impairment")
_PROFESSIONALS = frozenset({"therapist", "assistant", "student"})
_PATIENTS = (["patient"], ["student"], ["child"], ["resident"], ["client"])
_ALONE = frozenset({"independent", "modified_independent", "supervision", "setup"})


def minutes_of(case: Case) -> float | None:
    """Return the one-on-one minutes of the code: from the visit, else the one exact figure the note gives."""
    if case.visit.minutes is not None:
        return case.visit.minutes
    if case.pack.name in case.visit.minutes_by_code:
        return case.visit.minutes_by_code[case.pack.name]
    own = (_own_minutes(reading, case.pack.name) for reading in case.told)
    stated = next((minutes for minutes in own if minutes is not None), None)
    if stated is not None:
        return stated
    return next((minutes for reading in case.told if (minutes := _stated_minutes(reading)) is not None), None)


def _own_minutes(reading: Reading, code: str) -> float | None:
    """Return what stands right behind the code itself: "97140 30, 97112 10"; a figure under eight may count units."""
    found = {minutes for index, minutes in _minutes_beside_codes(reading) if reading.mentions[index].sense.id == code}
    return found.pop() if len(found) == 1 and min(found) >= _LEAST_BARE else None


def _stated_minutes(reading: Reading) -> float | None:
    """Return the treatment's minutes: the one figure that stands as its time, or the only one, at the note's end.

    Minutes inside a sentence are those of what is told there: "rested 3 min", "e-stim 15 min, attended".
    """
    minutes = [
        i
        for i in reading.having("duration")
        if reading.mentions[i].sense.group == "minute"
        and reading.mentions[i].sense.id.isdecimal()
        and is_session_time(reading, i)
    ]
    told = {reading.mentions[i].sense.id for i in minutes if _stands_as_time(reading, i)}
    if not told and len({reading.mentions[i].sense.id for i in minutes}) == 1 and _closes_note(reading, minutes[-1]):
        told = {reading.mentions[minutes[-1]].sense.id}
    return int(told.pop()) / _MINUTE if len(told) == 1 else None


def _closes_note(reading: Reading, index: int) -> bool:
    """Nothing but marks, or a remark in brackets, follows the mention."""
    behind = [word for word in reading.words.low[reading.mentions[index].last :] if word not in _MARKS]
    return not behind or (behind[0] == "(" and behind.index(")") == len(behind) - 1 if ")" in behind else False)


def _stands_as_time(reading: Reading, index: int) -> bool:
    """The duration is all there is between two marks, or touches a code, a treatment, or words of billing."""
    low, mention = reading.words.low, reading.mentions[index]
    before = low[mention.first - 1] if mention.first else "."
    after = low[mention.last] if mention.last < len(low) else "."
    if before in _MARKS and after in _MARKS:
        return True
    return any(
        other.sense.kind in ("code", "treatment", "admin")
        and (other.last == mention.first or other.first == mention.last)
        for other in reading.mentions[max(0, index - 2) : index + 3]
    )


def _in_note(case: Case, rule: Rule, index: int | None, values: Mapping[str, object] | None = None) -> list[Finding]:
    """Return a finding about the note at mention `index`, or about the visit where the note is silent."""
    if index is None:
        return [found(rule, "", side=VISIT, mend=CLINICIAN, values=values)]
    reading = case.note
    span = reading.span(reading.mentions[index])
    return [found(rule, reading.text, side=case.note_side, span=span, mend=CLINICIAN, values=values)]


def minimum_minutes(case: Case, rule: Rule) -> list[Finding]:
    """A timed code needs its first eight minutes."""
    minutes = minutes_of(case)
    least = case.pack.code.get("minimum_minutes", 0)
    if minutes is None or minutes >= least:
        return []
    return _in_note(case, rule, None, {"minutes": f"{minutes:g}", "least": least})


def minutes_missing(case: Case, rule: Rule) -> list[Finding]:
    """Neither the visit nor the note gives exact minutes; not asked of a bare text without its source."""
    if case.source is None and case.profile == "narrative":
        return []
    return [] if minutes_of(case) is not None else _in_note(case, rule, None)


def units_fit(case: Case, rule: Rule) -> list[Finding]:
    """Billed units stay within what the minutes support: 8 to 22 minutes one, then one more each 15."""
    minutes, units = minutes_of(case), case.visit.units
    if minutes is None or units is None:
        return []
    most = int((minutes + 7) // 15)
    if units <= most:
        return []
    return _in_note(case, rule, None, {"units": units, "minutes": f"{minutes:g}", "most": most})


def minutes_add_up(case: Case, rule: Rule) -> list[Finding]:
    """Minutes by code, from the visit or written beside the codes, add up to the stated total."""
    stated = case.visit.total_minutes
    parts = list(case.visit.minutes_by_code.values())
    place = None
    reading = case.note
    if not parts and "code" in reading.kinds:
        pairs = dict(_minutes_beside_codes(reading))
        parts = list(pairs.values())
        place = next(iter(pairs), None)
    if stated is None:
        stated = _stated_total(reading)
    if len(parts) < 2 or stated is None or sum(parts) == stated:
        return []
    return _in_note(case, rule, place, {"sum": f"{sum(parts):g}", "total": f"{stated:g}"})


def _minutes_beside_codes(reading: Reading) -> list[tuple[int, float]]:
    """Return (mention, minutes) for each CPT code that a number or duration follows directly."""
    pairs = []
    for index, mention in enumerate(reading.mentions[:-1]):
        after = reading.mentions[index + 1]
        if mention.sense.kind == "code" and after.first - mention.last <= 1:
            if after.sense.kind == "number" and after.sense.id.isdecimal():
                pairs.append((index, float(after.sense.id)))
            elif after.sense.kind == "duration" and after.sense.id.isdecimal():
                pairs.append((index, float(after.sense.id) / _MINUTE))
    return pairs


def _stated_total(reading: Reading) -> float | None:
    low = reading.words.low
    for mention in reading.mentions:
        totals = "total" in low[max(0, mention.first - 4) : mention.first]
        if totals and mention.sense.kind in ("number", "duration") and mention.sense.id.isdecimal():
            value = float(mention.sense.id)
            return value / _MINUTE if mention.sense.kind == "duration" else value
    return None


def clock_agrees(case: Case, rule: Rule) -> list[Finding]:
    """Start and stop times, where the note gives both, span the minutes that are claimed."""
    reading, claimed = case.note, minutes_of(case)
    times = [
        i
        for i, mention in enumerate(reading.mentions)
        if mention.sense.kind == "clock" and _clock(mention.sense.id) is not None
    ]
    for one, two in pairwise(times):
        start, stop = (_clock(reading.mentions[i].sense.id) or 0 for i in (one, two))
        spanned = (stop - start) % _HALF_DAY
        near = reading.mentions[two].first - reading.mentions[one].last <= _BESIDE_WORDS
        if near and claimed is not None and spanned != claimed:
            return _in_note(case, rule, two, {"spanned": spanned, "minutes": f"{claimed:g}"})
    return []


def _clock(text: str) -> int | None:
    """Return minutes since midnight of "1:28", or None for what is no time of day ("1:1")."""
    hours, _, minutes = text.partition(":")
    if len(minutes) != 2 or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * _MINUTE + int(minutes)


def shared_minutes(case: Case, rule: Rule) -> list[Finding]:
    """One stretch of time is not charged twice: two codes for one duration, or "the same 30 minutes"."""
    reading = case.note
    if not reading.kinds >= {"code", "duration"}:
        return []
    beside = _minutes_beside_codes(reading)
    for number in range(len(reading.sentences)):
        here = reading.by_sentence[number]
        codes = [i for i in here if reading.mentions[i].sense.kind == "code"]
        times = [i for i in here if reading.mentions[i].sense.kind == "duration"]
        if not codes or not times:
            continue
        names = {reading.mentions[i].sense.id for i in codes}
        before = reading.words.low[reading.mentions[times[0]].first - 1] if reading.mentions[times[0]].first else ""
        joined = len(names) > 1 and len(times) == 1 and len(beside) < 2
        if before == "same" or joined:
            return _in_note(case, rule, times[0])
    return []


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
            return _in_note(case, rule, person)
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
    return _in_note(case, rule, groups[0]) if groups else []


def student_unsupervised(case: Case, rule: Rule) -> list[Finding]:
    """A student treated while the supervisor was elsewhere."""
    reading = case.note
    students = [i for i in reading.having("person") if reading.mentions[i].sense.group == "student"]
    away = reading.having("absence")
    return _in_note(case, rule, students[0]) if students and away else []


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
        return _in_note(case, rule, (refused_cue or alone)[0])
    return []


def _has_skill(reading: Reading) -> bool:
    return bool(reading.having(*_SKILL))


def too_thin(case: Case, rule: Rule) -> list[Finding]:
    """Neither a typed cue nor a deficit of the code's own groups nor a skilled deed: there is nothing to rewrite."""
    groups = set(case.pack.code.get("addresses", ()))
    if any(_shows_skill(reading, groups) for reading in case.told):
        return []
    reading = case.note
    return [found(rule, reading.text, side=case.note_side, anchor=whole(reading), mend=CLINICIAN)]


def _shows_skill(reading: Reading, groups: set[str]) -> bool:
    typed = any(reading.mentions[i].sense.group not in ("general", "grading") for i in reading.having("cue"))
    if typed or _acts_with_skill(reading):
        return True
    return any(
        mention.sense.group in groups
        and not reading.bits[i] & (NEGATED | PLANNED | HISTORICAL)
        and (mention.sense.kind == "impairment" or (mention.sense.kind == "ability" and _is_deficient(reading, i)))
        for i, mention in enumerate(reading.mentions)
    )


def _acts_with_skill(reading: Reading) -> bool:
    """A professional did something that only skill explains: blocked, guided, reminded, held the elbow."""
    return any(
        event.agent in _PROFESSIONALS
        and event.verb is not None
        and not reading.bits[event.verb]
        and _takes_skill(reading, event.verb, event.explicit)
        for event in reading.events
    )


def _takes_skill(reading: Reading, verb: int, by_name: bool) -> bool:
    """A bare "cued" names no cue; "reminded" does, and so does "cued to march". Whoever holds a limb guides it."""
    sense, behind = reading.mentions[verb].sense, reading.mentions[verb].last
    if sense.group in ("facilitate", "inhibit", "guide", "correct"):
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


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        minimum_minutes,
        minutes_missing,
        units_fit,
        minutes_add_up,
        clock_agrees,
        shared_minutes,
        uncertified_person,
        group_treatment,
        student_unsupervised,
        uncued_performance,
        too_thin,
        too_unclear,
    )
}
