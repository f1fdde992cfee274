"""Limits on a day's units and on how long a session is, and whose way of rounding holds. The figures are data."""

from collections.abc import Mapping

from rewriter.billing.told import all_minutes, in_note, minutes_of, places_of, sentence_at, timed_units, totals_of
from rewriter.checks import Case, Check
from rewriter.findings import NOBODY, VISIT, Finding, found
from rewriter.pack import PAYER
from rewriter.packfile import payer_named
from rewriter.reading import Reading
from rewriter.rule import Rule


def rounding_assumed(case: Case, rule: Rule) -> list[Finding]:
    """Units are billed, and nobody says to whom: the way of rounding is a guess."""
    payer = case.pack.payer
    is_known = payer.name != PAYER or bool(case.visit.payer and payer_named(case.visit.payer))
    if is_known or not timed_units(case):
        return []
    said = f"The payer '{case.visit.payer}' is not known" if case.visit.payer else "No payer is named"
    values = {"said": said, "payer": payer.title, "rounding": payer.rounding}
    return [found(rule, "", side=VISIT, mend=NOBODY, values=values)]


def units_per_day(case: Case, rule: Rule) -> list[Finding]:
    """No code has more units on a day than the payer's limit, where one is known."""
    findings = []
    for code, units in timed_units(case).items():
        limit = case.figure(f"units_per_day_{code}")
        if limit is not None and units > limit.value:
            values = {"units": units, "code": code, "most": f"{limit.value:g}", "unit": limit.unit}
            findings += in_note(case, rule, None, values, figure=limit)
    return findings


def long_session(case: Case, rule: Rule) -> list[Finding]:
    """A session longer than usual says why it was."""
    limit, minutes = case.figure("session_minutes"), _longest(case)
    if limit is None or minutes is None or minutes <= limit.value:
        return []
    readings = [*case.told, case.text]
    if any(_says_why(reading, rule) for reading in readings):
        return []
    return in_note(case, rule, None, {"minutes": f"{minutes:g}", "most": f"{limit.value:g}"}, figure=limit)


def _longest(case: Case) -> float | None:
    """Return how long the session was, by the longest of what is stated and what the codes make up."""
    visit = case.visit
    stated = [total.minutes for total in totals_of(case).values()]
    given = [visit.treatment_minutes, visit.total_minutes, minutes_of(case), sum(all_minutes(case).values()), *stated]
    return max((minutes for minutes in given if minutes), default=None)


def _says_why(reading: Reading, rule: Rule) -> bool:
    """Words that justify the length stand anywhere; words of reason stand in a sentence with a time."""
    if places_of(reading, rule.parameters.get("justified", ())):
        return True
    told = {sentence_at(reading, at) for at in places_of(reading, rule.parameters.get("reasons", ()))} - {None}
    return any(number is not None and any(_is_time(reading, i) for i in reading.by_sentence[number]) for number in told)


def _is_time(reading: Reading, index: int) -> bool:
    """A time of minutes, or a word for the session's length."""
    sense = reading.mentions[index].sense
    if sense.kind == "duration":
        return sense.group in ("minute", "hour")
    return sense.kind == "admin" and sense.id == "total_timed"


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (rounding_assumed, units_per_day, long_session)}
