"""Amendments: what was added to a signed entry says so, when, by whom and why, and leaves the original as it was."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, REWRITE, Finding, found
from rewriter.record.days import ENTRY, OTHER, SERVICE, Written, find_dates
from rewriter.record.signature import credentials_of, names_professional
from rewriter.rule import Rule
from rewriter.visit import parse_date

# Patterns are compiled when they are first needed: few notes ask for them, and it would cost each start.
_LABEL = partial(
    re.compile,
    r"(?:^|[.;:!?>(\])|]\s*|[*#_=-]\s*|\n\s*|\bthis\s+is\s+an?\s+|\bas\s+an?\s+)"
    r"(?P<label>(?:signed\s+|clinical\s+|brief\s+|first\s+|second\s+)?"
    r"(?:late\s+(?:entry|note|addition|charting|documentation)|(?:delayed|retrospective|supplemental|backfilled)\s+(?:entry|note)|addendum|amendment|amended\s+(?:entry|note|record|documentation)|late\s+addendum"
    r"|corrected\s+(?:entry|note|record|documentation)|correction\s+(?:of|to)\s+(?:the\s+|my\s+)?(?:record|note|entry"
    r"|documentation)|correction(?=\s*[:(]|\s+(?:made|entered|added|dated|written)\b)|record\s+correction|(?:edit|edited|added|addition|update|updated)(?=\s+(?:to\s+(?:note|entry)\b|on\s+)?\d\d?/\d)|added\s+later|(?:edit|update)\s+to\s+(?:the\s+|my\s+)?(?:note|entry)|amended(?=\s+(?:on\s+)?\d)))\b",
    re.IGNORECASE,
)
# An addendum to another paper, or one that is still to come.
_NOT_HERE = partial(
    re.compile,
    r"\s*(?:to\s+(?:the\s+)?(?:poc|plan|plan\s+of\s+care|goals?|orders?|hep|eval\w*|contract)\b|(?:was\s+|is\s+|were\s+)?(?:sent"
    r"|faxed|mailed|requested|needed|required|pending|to\s+follow|will|completed|done|not|on\s+file|reviewed|received)\b)",
    re.IGNORECASE,
)
_AMENDS = partial(
    re.compile,
    r"\b(?:(?:note|entry|record|documentation|text|visit\s+note)\s+(?:(?:was|were|is|has\s+been|have\s+been)\s+)?"
    r"(?:later\s+|since\s+)?(?:amended|corrected|addended|edited|revised|altered|rewritten)"
    r"|(?:amended|addended)\s+(?:on|by\s+(?-i:[A-Z])|to\s+(?:add|read|reflect|include|show|state))"
    r"|(?:entered|charted|documented|written|recorded|dictated|note\s+entered)\s+(?:late(?!r)|retrospectively|after\s+the\s+fact"
    r"|(?:the\s+)?(?:next|following)\s+(?:day|morning))"
    r"|(?:note|entry|record|documentation)\s+(?:was|has\s+been|is)\s+(?:updated|modified|changed|reopened|unlocked)\s+(?:later"
    r"|after|on\s+(?=\d)|to\s+(?:add|reflect|include|correct|show|read|change))"
    r"|(?:after|since)\s+(?:the\s+|this\s+|my\s+)?(?:note|entry|visit\s+note|record)\s+(?:was\s+|had\s+been\s+)?(?:signed|locked"
    r"|closed|finali[sz]ed)|(?:adding|added|appending)\s+to\s+(?:my|the|this)\s+(?:\w+\s+)?(?:note|entry|record)"
    r"|re-?opened\s+(?:the|this|my)\s+(?:note|entry|record)|post-?\s?signature\s+(?:edit|change)"
    r"|(?:information|details?|text|statement|wording|minutes|time|sentence)\s+(?:was\s+|were\s+)?(?:later\s+)?added"
    r"\s+(?:later|after\s+(?:the\s+)?(?:fact|signing|signature)|on\s+(?=\d|[a-z]{3,9}\.?\s\d)))\b",
    re.IGNORECASE,
)
_TIME = partial(
    re.compile,
    r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\b|(?!\d|[/.]\d))|\b(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b"
    r"|(?:\bat|@|,|\btime:?|(?<=/\d\d)|(?<=[/-]20\d\d)|(?<=-\d\d))\s*(?:[01]\d|2[0-3])[0-5]\d\b|\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:h|hrs?|hours)\b"
    r"|T(?:[01]\d|2[0-3]):[0-5]\d",
    re.IGNORECASE,
)
_AUTHOR = partial(
    re.compile,
    r"\b(?i:author(?:ed)?|entered|written|added|amended|corrected|recorded|documented|signed|made|dictated|entry|addendum)"
    r"(?i:\s+by)?[ \t]*:[ \t]*[A-Z]\S"
    r"|\b(?i:by)\s*:?\s+(?:the\s+)?(?:[A-Z][\w.'\u2019-]*|treating\s+\w+|therapist|clinician|undersigned)"
    r"|\b(?i:I),?\s+(?:am|have|omitted|forgot|did|add|write|was|the\s+treating)\b",
)
_WHY = partial(
    re.compile,
    r"\breasons?\b[^\n\w]*\w|\b(?:because|omitted|omission|inadvertent\w*|forgot\w*|overlooked|mistaken\w*|in\s+error|error|erroneous\w*"
    r"|wrong(?:ly)?|incorrect(?:ly)?|mis(?:typed|recorded|stated|documented|labell?ed)|typo\w*|clarif\w+|to\s+(?:correct|add"
    r"|complete|include|document|supply|explain|record)|not\s+(?:documented|recorded|entered|written|included|available"
    r"|charted|noted)|left\s+out|unavailable|down\s?time|(?:system|network|power|emr|ehr)\s+(?:was\s+)?(?:down|outage"
    r"|failure)|outage|interrupt\w+|emergency|called\s+away|delayed\s+(?:due|because|by)|missing|incomplete)\b",
    re.IGNORECASE,
)
_ORIGINAL = partial(
    re.compile,
    r"\boriginal(?:ly)?\b|\b(?:entry|note|record|text|documentation|wording)\b[^.;\n]{0,40}\b(?:unchanged|unaltered|intact"
    r"|unmodified|preserved|retained|stands|not\s+(?:been\s+)?(?:changed|altered|modified|edited|deleted))\b"
    r"|\b(?:unchanged|unaltered|intact|unmodified|first)\s+(?:entry|note|record|text)\b",
    re.IGNORECASE,
)
_BELOW = partial(re.compile, r"\b(?:below|follows|under\s+this\s+line)\b", re.IGNORECASE)
_GAP = partial(re.compile, r"\[[^\]\n]{0,120}\]|_{3,}")
_BACKDATED = partial(re.compile, r"\bback-?\s?dated\b", re.IGNORECASE)
# What was amended is another paper, and not this note: "plan of care was amended on 11/10".
_PAPER = partial(
    re.compile,
    r"\b(?:plan(?:\s+of\s+care)?|poc|goals?|orders?|hep|home\s+(?:exercise\s+)?program|program|prescription|script|referral"
    r"|precautions?|frequency|schedule|protocol|contract|consent|iep|policy|order\s+set|eval\w*|cert\w*|he|she|they|patient|pt"
    r"|child|family|caregiver|wife|husband)\s+(?:(?:was|were|is|has|have|been|being|had|be)\s+){0,3}$",
    re.IGNORECASE,
)
_NOT = partial(re.compile, r"\b(?:no|not|never|n't|nothing|without|being)\s+(?:\w+\s+)?$", re.IGNORECASE)
_HALF_YEAR = 183


class _Amendment(NamedTuple):
    """Where a text says that it amends: `start:end` of those words, and whether they are a label."""

    start: int
    end: int
    labelled: bool


def amendment_incomplete(case: Case, rule: Rule) -> list[Finding]:
    """A text that amends an entry lacks a part: label, dates, time, author, reason, or the original unchanged.

    Where only the time or the reason is missing, it is a warning.
    """
    text = case.text.text
    amendment = _find(text)
    if amendment is None:
        return []
    told, words = _GAP().sub(" ", text), case.pack.vocabulary  # a gap in brackets is no answer
    dates = find_dates(told)
    held = {
        "label": amendment.labelled,
        "service_date": any(item.role == SERVICE for item in dates),
        "entry_date": _entry(dates) is not None,
        "time": _TIME().search(told) is not None,
        "author": _AUTHOR().search(told) is not None or names_professional(told, credentials_of(rule), words),
        "reason": _WHY().search(told) is not None,
        "original": _keeps_original(case, text),
    }
    names: Mapping[str, str] = rule.parameters["parts"]
    lacking = [part for part, there in held.items() if not there]
    if not lacking:
        return []
    level = "warning" if {"time", "reason"}.issuperset(lacking) else ""
    missing = ", ".join(names[part] for part in lacking)
    span = (amendment.start, amendment.end)
    return [found(rule, text, side=REWRITE, span=span, mend=CLINICIAN, level=level, values={"missing": missing})]


def amendment_backdated(case: Case, rule: Rule) -> list[Finding]:
    """A text that amends an entry is dated before the service, or says itself that it is back-dated."""
    text = case.text.text
    said = next((hit for hit in _BACKDATED().finditer(text) if not _NOT().search(text[: hit.start()][-20:])), None)
    if said is not None:
        return [found(rule, text, side=REWRITE, span=said.span(), mend=CLINICIAN)]
    if _find(text) is None:
        return []
    dates = find_dates(text)
    entry = _entry(dates)
    services = [item for item in dates if item.role == SERVICE]
    served = parse_date(case.visit.date)
    if entry is None or not (services or served):
        return []
    if _is_before(entry, services, served):
        return [found(rule, text, side=REWRITE, span=(entry.start, entry.end), mend=CLINICIAN)]
    return []


def _find(text: str) -> _Amendment | None:
    """Return where a text amends an entry: by a label at the head of a line or sentence, or in passing."""
    for match in _LABEL().finditer(text):
        if not _NOT_HERE().match(text, match.end("label")):
            return _Amendment(*match.span("label"), True)
    passing = next((hit for hit in _AMENDS().finditer(text) if _is_of_this(text[: hit.start()])), None)
    return _Amendment(*passing.span(), False) if passing is not None else None


def _is_of_this(before: str) -> bool:
    """Tell whether words of amending, behind `before`, are neither denied nor said of a plan or a person."""
    return not (_NOT().search(before[-20:]) or _PAPER().search(before[-60:]))


def _entry(dates: list[Written]) -> Written | None:
    """Return the date of the entry: the one that is named so, else the first that is neither service nor another."""
    named = next((item for item in dates if item.role == ENTRY), None)
    return named or next((item for item in dates if item.role not in (SERVICE, OTHER)), None)


def _is_before(entry: Written, services: list[Written], served: date | None) -> bool:
    """Tell whether the entry is dated before every date of service; a year left out is that of the other date."""
    days = [] if served is None else [served]
    for item in services:
        day = item.on(entry.year or (served.year if served else None))
        if day is not None:
            days.append(day)
    if not days:
        return False
    written = entry.on(min(days).year)
    if written is None or written >= min(days):
        return False
    # "served 12/30, entered 1/2": where a year is left out, half a year back is the next year.
    return entry.year is not None or (min(days) - written).days < _HALF_YEAR


def _keeps_original(case: Case, text: str) -> bool:
    """The original stands in the text as it is, or the text says that it stands unchanged elsewhere."""
    if case.source is not None and case.source.text.strip() in text:
        return True
    said = _ORIGINAL().search(text)
    if said is None:
        return False
    return case.source is None or not _BELOW().search(text, said.start())


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (amendment_incomplete, amendment_backdated)}
