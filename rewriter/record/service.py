"""The date of service: that of the visit, or one that the text gives."""

from collections.abc import Mapping
from datetime import date

from rewriter.checks import Case, Check, whole
from rewriter.findings import CLINICIAN, REWRITE, Finding, found
from rewriter.record.days import ENTRY, OTHER, SERVICE, UNTOLD, Written, find_dates
from rewriter.rule import Rule


def service_date(case: Case, rule: Rule) -> list[Finding]:
    """Neither the visit nor the text nor its source gives the date of service.

    Where the only dates are those of a signature or an entry, the service may have been that day: a warning.
    """
    if case.visit.date:
        return []
    roles = {written.role for text in _texts(case) for written in find_dates(text)}
    if roles & {SERVICE, UNTOLD}:
        return []
    level = "warning" if ENTRY in roles else ""
    return [found(rule, case.text.text, side=REWRITE, anchor=whole(case.text), mend=CLINICIAN, level=level)]


def find_service_date(text: str) -> date | None:
    """Return the one date with a year that a text gives as that of the service, or that it opens with; else None."""
    dates = find_dates(text)
    named = {day for written in dates if written.role == SERVICE and (day := written.on()) is not None}
    if not named:
        named = {day for written in dates[:1] if _opens(written, text) and (day := written.on()) is not None}
    return named.pop() if len(named) == 1 else None


def _opens(written: Written, text: str) -> bool:
    return written.role not in (OTHER, ENTRY) and not text[: written.start].strip()


def _texts(case: Case) -> list[str]:
    return list(dict.fromkeys([case.text.text, *(reading.text for reading in case.told)]))


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (service_date,)}
