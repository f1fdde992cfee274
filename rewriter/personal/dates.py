"""Dates. What may as well be a score, a row of values or a dose is no date: "7/10", "3-1-3", "march 10 reps"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rewriter.calendar import MONTH, MONTHS
from rewriter.pattern import late
from rewriter.personal.spans import DATE, LEFT, RIGHT, Span, is_before_unit

_UNSURE_MONTHS = frozenset("mar march may dec sep".split())
_YEAR = r"(?P<year>(?:19|20)\d\d|'\d\d)"
_DATE_FORMS = tuple(
    late(form, re.IGNORECASE)
    for form in (
        rf"{LEFT}(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d|[-/.]\d)",
        r"(?<![\w/.-])(?P<month>\d\d?)(?P<mark>[-/.])(?P<day>\d\d?)(?P=mark)(?P<year>(?:19|20)?\d\d)(?![\w/]|[-.]\d)",
        rf"{LEFT}(?P<name>{MONTH})\.?\s?(?P<day>\d\d?)(?P<nth>st|nd|rd|th)?(?:(?:,\s?|\s){_YEAR})?(?![\w%/:]|[-.]\d)",
        rf"(?<![\w/.-])(?P<day>\d\d?)(?P<nth>st|nd|rd|th)?[\s-](?:of )?(?P<name>{MONTH})(?:\.?,?[\s-]{_YEAR})?{RIGHT}",
        rf"{LEFT}(?P<name>{MONTH})\.?,?\s{_YEAR}{RIGHT}",
        r"(?<![\w/.-])(?P<month>\d\d?)/(?P<day>\d\d?)(?![\w/+%]|[-.]\d|-/)",
    )
)
_DAY_FORM = _DATE_FORMS[-1]
_LINK = r"[\s:,.=(]*(?:(?:on|is|was|of)\s+)?$"
_SERVICE = late(rf"\b(?:dos|date of (?:service|visit|treatment)|(?:visit|service) date){_LINK}", re.IGNORECASE)
_SURE_CUE = late(
    r"\b(?:dob|d\.o\.b|born|birth\s?date|date of \w+|(?<!to )dates?|dated|since|seen|w(?:ee)?k of|signed|written"
    rf"|addendum|(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:[a-z]{{0,5}}day)?){_LINK}",
    re.IGNORECASE,
)
_CUE = late(
    r"\b(?:on|after|before|until|thru|through|by|next|last|from|fell|falls?|surgery|sx|onset|injury|cva|stroke|tbi|mva"
    r"|admitted|admission|eval|evaluated|evaluation|visit|cert|recert|due|appt|d/c|dc|discharged?|started|began|fx|orif|tka"
    rf"|tha|mri|inj|injection|botox|soc){_LINK}",
    re.IGNORECASE,
)
_SCORED_BEFORE = late(
    r"\b(?:pain|nprs|vas|mmt|strength|scor(?:e|ed|es|ing)|berg|bbs|tinetti|poma|fga|dgi|sppb|rpe|borg|mas|grade|rated?"
    r"|reps?|sets? of|sets?|x)[\s:=,]*(?:(?:at|of|is|was|to|from|now|only)\s+)?$",
    re.IGNORECASE,
)
_COUNTED = late(
    r"\s*(?:%|(?:reps?|trials?|tries|times|x|attempts?|steps?|sets?|correct|items?|targets?|catch(?:es)?|throws?|visits?"
    r"|sessions?|goals?|pain|strength|accura\w+|success\w*|w/o|without|with)\b)",
    re.IGNORECASE,
)
_HEADS_LINE = late(r"(?:^|\n)[\s*-]*$")
_HEADING = late(r":|\s(?:note|entry|addendum|visit note|progress note)\b", re.IGNORECASE)
# Days that hardly any test has as its highest score.
_NO_TOTALS = frozenset({11, 13, 17, 19, 23, 29, 31})
_LONGEST_ROW = 20
# How many characters before a date may tell what it is.
_AS_FAR = 30
# So many lines that open with days of one month are entries by date, not scores.
_FEWEST_ENTRIES = 3


class Day(NamedTuple):
    """A day of the calendar: `day` is 0 where only the month is named, `year` has four figures or is unknown."""

    month: int
    day: int
    year: int | None


def read_day(text: str) -> Day | None:
    """Return the date that a text is, None where it is none."""
    for form in _DATE_FORMS[:4]:
        match = form.search(text)
        if match and (day := _day_of(match)) is not None:
            return day
    return None


def _day_of(match: re.Match[str]) -> Day | None:
    """Return what day a match means; None where there is no such day."""
    told = match.groupdict()
    month = MONTHS[told["name"][:3].lower()] if told.get("name") else int(told["month"])
    day = int(told.get("day") or 0)
    if month > 12 and told.get("year"):
        month, day = day, month
    if not (1 <= month <= 12 and day <= 31 and (day or "day" not in told)):
        return None
    year = int(told["year"].strip("'")) if told.get("year") else None
    if year is not None and year < 100:
        year += 1900 if year > 40 else 2000
    return Day(month, day, year)


def place_dates(text: str, service: Day | None, days: frozenset[str]) -> Iterator[Span]:
    """Yield the dates but the date of service."""
    for form in _DATE_FORMS:
        for match in form.finditer(text):
            day = _day_of(match)
            if day is None or _is_service(day, service) or _SERVICE.search(_before(text, match)):
                continue
            known = form is _DAY_FORM and match[0] in days and not _is_scored(text, match)
            if known or _tells_date(text, match, day):
                yield Span(*match.span(), DATE, f"{DATE}:{day}")


def _is_service(day: Day, service: Day | None) -> bool:
    return service is not None and day[:2] == service[:2] and (day.year is None or day.year == service.year)


def find_days(texts: Iterable[str]) -> frozenset[str]:
    """Return the dates without a year that stand as dates somewhere in the texts."""
    matches = [(text, match) for text in texts for match in _DAY_FORM.finditer(text)]
    scored = {match[0] for text, match in matches if _is_scored(text, match)}
    days = {match[0] for text, match in matches if (day := _day_of(match)) and _tells_date(text, match, day)}
    for text in texts:
        days |= _find_entries(text)
    return frozenset(days - scored)


def _find_entries(text: str) -> set[str]:
    """Return the figures that open three lines or more, all of one month: "11/12 ...", "11/14 ...", "11/17 ..."."""
    heads: dict[str, set[str]] = {}
    for match in _DAY_FORM.finditer(text):
        if _HEADS_LINE.search(_before(text, match)) and _day_of(match) is not None:
            heads.setdefault(match["month"], set()).add(match[0])
    return {written for month in heads.values() if len(month) >= _FEWEST_ENTRIES for written in month}


def _tells_date(text: str, match: re.Match[str], day: Day) -> bool:
    """Decide whether figures are a date; in doubt they are a score, a row of values or a dose."""
    before, told = _before(text, match), match.groupdict()
    sure, cued = _SURE_CUE.search(before) is not None, _CUE.search(before) is not None
    if told.get("name"):
        unsure = told["name"].lower() in _UNSURE_MONTHS
        return bool(told.get("year") or not unsure or told.get("nth") or sure) and not _is_scored(text, match)
    if told.get("year"):
        row = match.re.pattern == _DATE_FORMS[1].pattern and len(told["year"]) == 2
        rising = day.month < day.day < int(told["year"]) <= _LONGEST_ROW
        doubted = row and (told["mark"] != "/" or rising)
        return (sure or cued or not doubted) and not (row and _is_scored(text, match))
    if _is_scored(text, match):
        return False
    if sure or (_HEADS_LINE.search(before) and _HEADING.match(text, match.end())):
        return True
    padded = told["month"][0] == "0" or (told["day"][0] == "0")
    return padded or (cued and (day.month > day.day or day.day in _NO_TOTALS))


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _AS_FAR) : match.start()]


def _is_scored(text: str, match: re.Match[str]) -> bool:
    return bool(
        _COUNTED.match(text, match.end())
        or is_before_unit(text, match.end())
        or _SCORED_BEFORE.search(_before(text, match))
    )
