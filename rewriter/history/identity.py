"""Identifiers that are not this visit's: another record number, another date of birth, another patient's name."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, REWRITE, SOURCE, Finding, found
from rewriter.history.told import softened
from rewriter.pattern import late
from rewriter.personal.dates import Day, read_day
from rewriter.personal.names import CREDENTIALS, ROLES, place_names
from rewriter.personal.numbers import place_numbers
from rewriter.personal.spans import ID
from rewriter.rule import Rule
from rewriter.visit import Visit

RECORD, SOCIAL, MEDICARE = "record", "social", "medicare"
_NUMBER = r"[^A-Za-z0-9]*(?:(?:number|num|no|id)\W+)?$"
_LABELS = (
    (RECORD, late(rf"\b(?:mrn|mr\s?#|medical record|chart|(?:patient|pt)\s?(?:id|#)){_NUMBER}", re.I)),
    (SOCIAL, late(rf"\b(?:ssn|social security){_NUMBER}", re.I)),
    (MEDICARE, late(rf"\b(?:mbi|medicare|hicn){_NUMBER}", re.I)),
)
_KEYS = {
    RECORD: late(r"mrn|record|chart|patient.?id|pt.?id", re.I),
    SOCIAL: late(r"ssn|social", re.I),
    MEDICARE: late(r"mbi|medicare|hicn", re.I),
}
_BIRTH_KEY = late(r"birth|dob", re.I)
_DATE = (
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|[a-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}[\s-][a-z]{3,9}[\s-]\d{4}"
)
_BIRTH = late(rf"\b(?:dob|d\.o\.b\.?|birth\s?date|date of birth)(?:\s+is)?[\s:=(]*(?P<date>{_DATE})", re.I)
_LEAD = late(r"\b(?:(?P<title>mrs?|ms|miss)\.?|(?P<role>pt|patient|client|resident)(?:\s?name)?\s?:?)\s{1,2}$", re.I)
_AROUND = 40
_CLAUSE_END = late(r"[;\n]|[.!?](?=\s)")
_WORD = late(r"[^\W_]+(?:[-/][^\W_]+)*")
_POSSESSIVE = late(r"['\u2019]s?\s+(?P<thing>[a-z]+)", re.I)
# Roles that are words of other meaning, or the patient.
_NO_OTHERS = frozenset("mr mrs ms miss pt patient client resident do at pa np student".split())
_OTHERS = ROLES - _NO_OTHERS
_LEAST_TAIL = 4


class _Hit(NamedTuple):
    """An identifier at offsets `start:end`: what is wrong with it, and whether that is sure."""

    start: int
    end: int
    what: str
    sure: bool


def foreign_identifiers(case: Case, rule: Rule) -> list[Finding]:
    """Name the identifiers of the text, and of its source, that are not the visit's."""
    sides = [(case.source.text, SOURCE)] if case.source is not None else []
    findings: list[Finding] = []
    seen: set[str] = set()
    for text, side in [*sides, (case.text.text, REWRITE)]:
        for hit in (*_numbers(text, case.visit), *_births(text, case.visit), *_names(text, case.visit, rule)):
            written = text[hit.start : hit.end]
            if written.lower() in seen:
                continue
            seen.add(written.lower())
            level = rule.level if hit.sure else softened(rule)
            span = (hit.start, hit.end)
            findings.append(
                found(rule, text, side=side, span=span, mend=CLINICIAN, level=level, values={"what": hit.what})
            )
    return findings


def _numbers(text: str, visit: Visit) -> Iterator[_Hit]:
    """Yield record and insurance numbers that are not the visit's; of two where the visit has none, the second."""
    told: dict[str, str] = {}
    for span in sorted(span for span in place_numbers(text) if span.kind == ID):
        before = text[max(0, span.start - _AROUND) : span.start]
        family = next((name for name, label in _LABELS if label.search(before)), "")
        if not family:
            continue
        value = _bare(text[span.start : span.end])
        known = [_bare(item) for key, item in visit.identifiers.items() if _KEYS[family].search(key) and _bare(item)]
        if known:
            if not any(_is_same(value, one) for one in known):
                yield _Hit(span.start, span.end, "another number than the visit's", True)
        elif not _is_same(value, told.setdefault(family, value)):
            yield _Hit(span.start, span.end, "the note has two such numbers", False)


def _is_same(one: str, other: str) -> bool:
    """Numbers are the same too where only the last figures of one are written."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _LEAST_TAIL and long.endswith(short))


def _bare(value: str) -> str:
    return "".join(filter(str.isalnum, value)).lower().lstrip("0")


def _births(text: str, visit: Visit) -> Iterator[_Hit]:
    """Yield dates of birth that are not the visit's; of two where the visit has none, the second."""
    values = (value for key, value in visit.identifiers.items() if _BIRTH_KEY.search(key))
    known = next((day for value in values if (day := read_day(value)) is not None), None)
    for match in _BIRTH.finditer(text):
        day = read_day(match["date"])
        if day is None:
            continue
        if known is None:
            known = day
        elif not _is_same_day(day, known):
            sure = any(_BIRTH_KEY.search(key) for key in visit.identifiers)
            what = "another date of birth than the visit's" if sure else "the note has two dates of birth"
            yield _Hit(*match.span("date"), what, sure)


def _is_same_day(one: Day, other: Day) -> bool:
    return one[:2] == other[:2] and (None in (one.year, other.year) or one.year == other.year)


# --- names ------------------------------------------------------------------------------------------------------------


def _names(text: str, visit: Visit, rule: Rule) -> Iterator[_Hit]:
    """Yield names of patients that are none of the visit's people.

    Where the visit names no patient, only what is said to be somebody's document is one, or the second of two names.
    """
    staff = (visit.signed_by, visit.supervisor, visit.reviewed_by, *visit.contributors)
    own = {word for person in (*visit.people, *staff) for word in _words(person)}
    own |= {word for key, value in visit.identifiers.items() if "name" in key.lower() for word in _words(value)}
    patient_known = any(_is_lay(person) for person in visit.people)
    lists = {key: frozenset(rule.parameters[key]) for key in ("documents", "does", "spoken_to")}
    first: Set[str] = frozenset()
    for span in sorted(place_names(text, {}, {})):
        lead = _LEAD.search(text[max(0, span.start - _AROUND) : span.start])
        words = set(_words(text[span.start : span.end]))
        if (
            lead is None
            or lead["role"] == "PT"
            or not words
            or words & own
            or _is_other(text, span.start, span.end, lists["spoken_to"])
        ):
            continue
        behind = _POSSESSIVE.match(text, span.end)
        thing = behind["thing"].lower() if behind else ""
        if patient_known:
            after = [word.lower() for word in _WORD.findall(text[span.end : span.end + _AROUND])[:2]]
            is_patient = lead["role"] is not None or bool(thing) or not lists["does"].isdisjoint(after)
            what = (
                "the name of a patient who is not the visit's" if is_patient else "a name that the visit does not have"
            )
            yield _Hit(span.start, span.end, what, is_patient)
        elif thing in lists["documents"] or (first and not words & first):
            yield _Hit(span.start, span.end, "perhaps the name of another patient", False)
        first = first or words


def _is_lay(person: str) -> bool:
    """Tell whether a person of the visit has no title of staff, no credential and no relation to the patient."""
    words = [word.strip(".,()") for word in person.split()]
    return bool(words) and not any(
        word in CREDENTIALS or word.lower() in _OTHERS or word.lower() == "student" for word in words
    )


def _is_other(text: str, start: int, end: int, spoken_to: Set[str]) -> bool:
    """Tell whether a name is said to be of staff or family, or of somebody who was spoken to."""
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    ahead: Sequence[str] = _WORD.findall(_CLAUSE_END.split(before.replace(". ", " ") if before else "")[-1])[-5:]
    after: Sequence[str] = _WORD.findall(_CLAUSE_END.split(behind)[0])[:3]
    if any(word in CREDENTIALS for word in after[:2]):
        return True
    if any(word.lower() in _OTHERS for word in (*ahead, *after)):
        return True
    return not spoken_to.isdisjoint(word.lower() for word in ahead)


def _words(name: str) -> list[str]:
    """Return the words of a name in lower case, without titles, credentials and initials."""
    words = re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", re.sub(r"['\u2019]s\b", "", name))
    return [word.lower() for word in words if len(word) > 1 and word.lower() not in ROLES and word not in CREDENTIALS]


CHECKS: Mapping[str, Check] = {"foreign_identifiers": foreign_identifiers}
