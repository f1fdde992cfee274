"""What the note and the visit say of the minutes, and where a finding about them stands."""

from collections.abc import Mapping

from rewriter.checks import Case
from rewriter.findings import CLINICIAN, VISIT, Finding, found
from rewriter.reading import Reading
from rewriter.reading.kinds import is_session_time
from rewriter.rule import Rule

MINUTE = 60
_LEAST_BARE = 8
_MARKS = frozenset({".", ",", ";", "\n", "?", "!", "-", ":"})


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
    found = {minutes for index, minutes in minutes_beside_codes(reading) if reading.mentions[index].sense.id == code}
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
    return int(told.pop()) / MINUTE if len(told) == 1 else None


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


def in_note(case: Case, rule: Rule, index: int | None, values: Mapping[str, object] | None = None) -> list[Finding]:
    """Return a finding about the note at mention `index`, or about the visit where the note is silent."""
    if index is None:
        return [found(rule, "", side=VISIT, mend=CLINICIAN, values=values)]
    reading = case.note
    span = reading.span(reading.mentions[index])
    return [found(rule, reading.text, side=case.note_side, span=span, mend=CLINICIAN, values=values)]


def minutes_beside_codes(reading: Reading) -> list[tuple[int, float]]:
    """Return (mention, minutes) for each CPT code that a number or duration follows directly."""
    pairs = []
    for index, mention in enumerate(reading.mentions[:-1]):
        after = reading.mentions[index + 1]
        if mention.sense.kind == "code" and after.first - mention.last <= 1:
            if after.sense.kind == "number" and after.sense.id.isdecimal():
                pairs.append((index, float(after.sense.id)))
            elif after.sense.kind == "duration" and after.sense.id.isdecimal():
                pairs.append((index, float(after.sense.id) / MINUTE))
    return pairs
