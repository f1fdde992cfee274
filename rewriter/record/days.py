"""Dates as they are written in a text, and what each is the date of: the service, an entry, or something else."""

import re
from bisect import bisect_right
from datetime import date
from itertools import islice
from typing import NamedTuple

from rewriter.calendar import MONTH, MONTHS, NTH
from rewriter.pattern import late

SERVICE, ENTRY, OTHER, UNTOLD = "service", "entry", "other", ""

# Patterns are compiled when they are first needed: few notes ask for them, and it would cost each start.
_DATE = late(
    r"(?<![\w/.-])(?:"
    r"(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?=T\d\d:|(?![\w/-]|\.\d))"
    r"|(?P<m2>\d\d?)(?P<mark>[-/.])(?P<d2>\d\d?)(?P=mark)(?P<y2>(?:19|20)?\d\d)(?![\w/-]|\.\d|\s(?:ft|feet|reps?|secs?|x|lbs?|cm?|m|mins?)\b)"
    rf"|(?P<n3>{MONTH})\.?\s?(?P<d3>\d\d?){NTH}?(?:,\s?|\s)(?P<y3>(?:19|20)\d\d)(?![\w/])"
    rf"|(?P<d4>\d\d?){NTH}?[\s-](?P<n4>{MONTH})\.?,?[\s-](?P<y4>(?:19|20)\d\d)(?![\w/])"
    rf"|(?P<n5>{MONTH})\.?\s(?P<d5>\d\d?){NTH}?(?![\w/%]|[-.:]\d)"
    r"|(?P<m6>\d\d?)/(?P<d6>\d\d?)(?![\w/+%]|[-.]\d)"
    r")",
    re.IGNORECASE,
)
# How a date is led up to: each form ends where the date begins. The longest that fits decides.
_NEAR = r"[\s:,.=(\[#-]*$"
_GAP = r"[\s:,.=(\[#-]*(?:(?:on|of|is|was|the|today|dated?|note|entry|visit|session|treatment|tx)[\s:,.=(-]+){0,3}$"
_SERVICE = late(
    r"\b(?:d\.?o\.?s\.?|date of (?:service|visit|treatment|session)"
    r"|(?:service|visit|treatment|tx|session|encounter|note)\s+date"
    r"|date|dated|note\s+for|seen|treated|visit|session|service|treatment|encounter|today(?:'s)?"
    r"|(?:entry|addendum|amendment|correction)\s+(?:for|to|re|regarding)(?:\s+(?:my|the|this))?(?:\s+\w+)?"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)" + _GAP,
    re.IGNORECASE,
)
_ENTRY = late(
    r"\b(?:(?:entered|entry date|date (?:of entry|entered|written|signed|amended|added|recorded)|written|added"
    r"|documented|recorded|dictated|amended|corrected|edited|revised|signed|electronically|created|made|completed"
    rf"|typed|authored|time ?stamp(?:ed)?){_GAP}"
    rf"|(?:late entry|delayed entry|addendum|amendment|correction)(?:\s+dated)?{_NEAR}"
    rf"|(?:(?:entered|charted|documented|written|recorded)\s+late){_GAP})",
    re.IGNORECASE,
)
_BY = late(
    rf"\b(?:signed|entered|written|added|amended|authored|recorded)\s+by\s[^;\n]{{1,60}}?{_GAP}",
    re.IGNORECASE,
)
_OTHER = late(
    r"\b(?:d\.?o\.?b\.?|born|birth\s?date"
    r"|date of (?:birth|onset|injury|surgery|admission|discharge|eval\w*|referral)"
    r"|onset|injur\w+|surg\w+|sx|s/p|since|fell|falls?|cva|stroke|tbi|mva|mri|x-?ray|xr|ct|botox|inj(?:ection)?"
    r"|fx|fracture|orif|tka|tha|diagnosed|dx|hospitali[sz]ed|admit\w*|admission|adm|d/c|dc|discharge\w*|eval\w*"
    r"|next(?: \w+)?|f/u|follow[ -]?up|appt|appointment|due|until|till|thru|through|by|before|after|from"
    r"|cert\w*|recert\w*|poc|plan of care|soc|start of care|order(?:ed)?|referr?(?:al|ed)|exp(?:ires|iration)?"
    r"|lic(?:ense)?|last(?: \w+)?|prev(?:ious)?(?: \w+)?|prior(?: \w+)?|progress report|report|goals?(?: \w+)?"
    r"|target(?: date)?|re-?check|re-?assess\w*|scheduled(?: for)?|return|upcoming|reviewed|began|started)" + _GAP,
    re.IGNORECASE,
)
_AS_FAR = 90
# More dates than this no note has; each costs time.
_MOST = 400
_LINE_END = late(r"\n")
_HEAD = late(r"[\s*#>-]*$")


class Written(NamedTuple):
    """A date at `start:end` of a text; `year` is None where only month and day stand."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    role: str

    def on(self, year: int | None = None) -> date | None:
        """Return the date, in `year` where none is written; None where there is no such day."""
        known = self.year if self.year is not None else year
        try:
            return date(known, self.month, self.day) if known else None
        except ValueError:
            return None


def find_dates(text: str) -> list[Written]:
    """Return the dates of a text in order.

    Month and day alone are a date only where a word in front says so, or the name of the month: "11/18" may be a score.
    """
    found = []
    lines = [0, *(match.end() for match in _LINE_END.finditer(text))]
    for match in islice(_DATE.finditer(text), _MOST):
        began = lines[bisect_right(lines, match.start()) - 1]
        before = text[max(began, match.start() - _AS_FAR) : match.start()]
        written = _read(match, _role(before))
        if written is not None:
            found.append(written)
    return found


def _read(match: re.Match[str], role: str) -> Written | None:
    form = next(key[1] for key, value in match.groupdict().items() if key != "mark" and value is not None)
    told = match.groupdict()
    name = told.get(f"n{form}")
    month = MONTHS[name[:3].lower()] if name else int(told[f"m{form}"])
    year, day = told.get(f"y{form}"), int(told[f"d{form}"])
    if month > 12 >= day and year:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if form == "6" and not role:
        return None
    if form == "2" and len(year or "") == 2 and match["mark"] != "/" and not (role or _HEAD.match(_line(match))):
        return None  # "10-12-15" may be a row of values
    whole = None if year is None else int(year) + (0 if len(year) == 4 else 2000)
    return Written(match.start(), match.end(), whole, month, day, role)


def _line(match: re.Match[str]) -> str:
    """Return what stands before the match in its line."""
    text = match.string
    return text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - _AS_FAR) : match.start()]


def _role(before: str) -> str:
    """Return what the words before a date say it is the date of; of several that fit, the longest decides."""
    hits = [(match.start(), role) for form, role in _FORMS if (match := form.search(before)) is not None]
    if hits:
        return min(hits)[1]
    return ENTRY if _BY.search(before) else UNTOLD


_FORMS = ((_OTHER, OTHER), (_ENTRY, ENTRY), (_SERVICE, SERVICE))
