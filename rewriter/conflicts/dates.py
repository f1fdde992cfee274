"""Two dates for one visit."""

from collections.abc import Iterator, Sequence

from rewriter.calendar import MONTHS
from rewriter.checks import Case
from rewriter.conflicts.told import Told, report
from rewriter.findings import Finding
from rewriter.reading import Reading
from rewriter.rule import Rule

_DATES = frozenset({"dos", "date"})
_YEAR, _LAST_DAY = 4, 31


def date_conflict(case: Case, rule: Rule) -> list[Finding]:
    """The note gives two dates for the visit itself."""
    reading = case.note
    labels = [label.split() for label in rule.parameters["labels"]]
    others = frozenset(rule.parameters["others"])
    dates = list(_service_dates(reading, labels, others))
    for index, (told, date) in enumerate(dates):
        for before, other in dates[:index]:
            if date[:2] != other[:2] or (date[2] and other[2] and date[2] != other[2]):
                return report(case, rule, (before, told))
    return []


_Date = tuple[int, int, int]


def _service_dates(
    reading: Reading, labels: Sequence[Sequence[str]], others: frozenset[str]
) -> Iterator[tuple[Told, _Date]]:
    """Yield the dates that a label makes the visit's own, and the one that the note opens with."""
    low = reading.words.low
    last = 0
    for at in [at for at, word in enumerate(low) if word in MONTHS or word.isdecimal()]:
        if at < last or (hit := _date_at(low, at)) is None:
            continue
        last, date = hit
        back = at
        while back > 0 and low[back - 1] in (":", "-", "=", "(", "on", "is", ","):
            back -= 1
        label = next((label for label in labels if low[max(0, back - len(label)) : back] == label), [])
        before = low[max(0, back - len(label) - 2) : back - len(label)]
        is_date = bool(date[2]) or not _DATES.isdisjoint(label)  # "today 8/10" is a score
        if is_date and (at == 0 or (label and others.isdisjoint(before))):
            yield Told("date", "", at, last), date


def _date_at(low: Sequence[str], at: int) -> tuple[int, _Date] | None:
    """Return the end of a date at word `at`, a month or a figure, and (month, day, year of two figures or 0).

    It is written so: "3/12/26", "2026-03-12", "march 12, 2026", "12 march 2026".
    """
    word = low[at]
    if word in MONTHS:
        return _month_date(low, at)
    if at + 2 < len(low) and low[at + 1] in MONTHS and low[at + 2].isdecimal() and len(low[at + 2]) == _YEAR:
        day = int(word)  # "5 november 2026"
        return (at + 3, (MONTHS[low[at + 1]], day, int(low[at + 2]) % 100)) if 1 <= day <= _LAST_DAY else None
    if at + 2 >= len(low) or low[at + 1] not in ("/", "-", "."):
        return None
    parts, last = [word], at + 1
    while len(parts) < 3 and last + 1 < len(low) and low[last] == low[at + 1] and low[last + 1].isdecimal():
        parts.append(low[last + 1])
        last += 2
    figures = [int(part) for part in parts]
    if len(parts) == 3 and len(word) == 4:
        figures = [*figures[1:], figures[0]]
    elif len(parts) == 2 and low[at + 1] != "/":
        return None
    if len(figures) < 2 or not (1 <= figures[0] <= 12 and 1 <= figures[1] <= 31):
        return None
    return last, (figures[0], figures[1], figures[2] % 100 if len(figures) == 3 else 0)


def _month_date(low: Sequence[str], at: int) -> tuple[int, _Date] | None:
    """Return a date that opens with the month's name: "march 12, 2026"."""
    day = low[at + 1].rstrip("stndrh") if at + 1 < len(low) else ""
    if not day.isdecimal() or not 1 <= int(day) <= 31:
        return None
    last = at + 2
    year = next((word for word in low[last : last + 2] if word != ","), "")
    if len(year) == 4 and year.isdecimal():
        return last + 1 + (low[last] == ","), (MONTHS[low[at]], int(day), int(year) % 100)
    return last, (MONTHS[low[at]], int(day), 0)
