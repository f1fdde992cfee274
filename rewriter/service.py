"""What the billed code itself asks of a visit: its units, its base code, how many were treated together."""

from collections.abc import Mapping

from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, VISIT, Finding, found
from rewriter.rule import Rule

_GROUP = 2


def billed_once(case: Case, rule: Rule) -> list[Finding]:
    """A code that does not go by the minute is one unit a visit."""
    units = case.visit.units_of(case.pack.name)
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
    """The visit says how many were treated in the same minutes, and it was one."""
    if case.visit.patients is None or case.visit.patients >= _GROUP:
        return []
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"patients": case.visit.patients})]


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (billed_once, add_on_alone, group_of_one)}
