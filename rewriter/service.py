"""What the billed code itself asks of a visit: its units, its base code, how many were treated together."""

from collections.abc import Mapping

from rewriter.billing.told import places_of, timed_units
from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, VISIT, Finding, found
from rewriter.reading.context import HISTORICAL, PLANNED
from rewriter.rule import Rule

_GROUP = 2


def billed_once(case: Case, rule: Rule) -> list[Finding]:
    """A code that does not go by the minute is one unit a visit."""
    units = timed_units(case).get(case.pack.name)
    if units is None or units <= 1:
        return []
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"units": units, "code": case.pack.name})]


def add_on_alone(case: Case, rule: Rule) -> list[Finding]:
    """A code that goes on from another stands beside it. Where nothing is known of other codes, nothing is said."""
    base = case.pack.payer.continues.get(case.pack.name)
    visit = case.visit
    known = {*visit.units_by_code, *visit.minutes_by_code}
    for reading in case.told:
        known.update(reading.mentions[i].sense.id for i in reading.having("code"))
    if base is None or not known or base in known:
        return []
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"base": base, "code": case.pack.name})]


def group_of_one(case: Case, rule: Rule) -> list[Finding]:
    """The visit, or the note, says how many were treated in the same minutes, and it was one."""
    patients = case.visit.patients
    if patients is None and _came_alone(case, rule):
        patients = 1
    if patients is None or patients >= _GROUP:
        return []
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"patients": patients})]


def _came_alone(case: Case, rule: Rule) -> bool:
    """The note says of today that nobody else was treated; what such a phrase itself denies is no denial of it."""
    note = case.note
    return any(
        not note.is_scoped(PLANNED | HISTORICAL, at, at + 1) and note.words.low[at - 1] not in ("not", "never")
        for at in places_of(note, rule.parameters.get("one", ()))
    )


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (billed_once, add_on_alone, group_of_one)}
