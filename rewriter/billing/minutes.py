"""Minutes: there are enough of them, they are written down, agree with one another, and are claimed once."""

from collections.abc import Mapping
from itertools import pairwise

from rewriter.billing.told import MINUTE, in_note, minutes_beside_codes, minutes_of
from rewriter.checks import Case, Check
from rewriter.findings import Finding
from rewriter.reading import Reading
from rewriter.rule import Rule

_HALF_DAY = 12 * MINUTE
_BESIDE_WORDS = 5


def minimum_minutes(case: Case, rule: Rule) -> list[Finding]:
    """A timed code needs its first eight minutes."""
    minutes = minutes_of(case)
    least = case.pack.code.get("minimum_minutes", 0)
    if minutes is None or minutes >= least:
        return []
    return in_note(case, rule, None, {"minutes": f"{minutes:g}", "least": least})


def minutes_missing(case: Case, rule: Rule) -> list[Finding]:
    """Neither the visit nor the note gives exact minutes; not asked of a bare text without its source."""
    if case.source is None and case.profile == "narrative":
        return []
    return [] if minutes_of(case) is not None else in_note(case, rule, None)


def units_fit(case: Case, rule: Rule) -> list[Finding]:
    """Billed units stay within what the minutes support: 8 to 22 minutes one, then one more each 15."""
    minutes, units = minutes_of(case), case.visit.units
    if minutes is None or units is None:
        return []
    most = int((minutes + 7) // 15)
    if units <= most:
        return []
    return in_note(case, rule, None, {"units": units, "minutes": f"{minutes:g}", "most": most})


def minutes_add_up(case: Case, rule: Rule) -> list[Finding]:
    """Minutes by code, from the visit or written beside the codes, add up to the stated total."""
    stated = case.visit.total_minutes
    parts = list(case.visit.minutes_by_code.values())
    place = None
    reading = case.note
    if not parts and "code" in reading.kinds:
        pairs = dict(minutes_beside_codes(reading))
        parts = list(pairs.values())
        place = next(iter(pairs), None)
    if stated is None:
        stated = _stated_total(reading)
    if len(parts) < 2 or stated is None or sum(parts) == stated:
        return []
    return in_note(case, rule, place, {"sum": f"{sum(parts):g}", "total": f"{stated:g}"})


def _stated_total(reading: Reading) -> float | None:
    low = reading.words.low
    for mention in reading.mentions:
        totals = "total" in low[max(0, mention.first - 4) : mention.first]
        if totals and mention.sense.kind in ("number", "duration") and mention.sense.id.isdecimal():
            value = float(mention.sense.id)
            return value / MINUTE if mention.sense.kind == "duration" else value
    return None


def clock_agrees(case: Case, rule: Rule) -> list[Finding]:
    """Start and stop times, where the note gives both, span the minutes that are claimed."""
    reading, claimed = case.note, minutes_of(case)
    times = [
        i
        for i, mention in enumerate(reading.mentions)
        if mention.sense.kind == "clock" and _clock(mention.sense.id) is not None
    ]
    for one, two in pairwise(times):
        start, stop = (_clock(reading.mentions[i].sense.id) or 0 for i in (one, two))
        spanned = (stop - start) % _HALF_DAY
        near = reading.mentions[two].first - reading.mentions[one].last <= _BESIDE_WORDS
        if near and claimed is not None and spanned != claimed:
            return in_note(case, rule, two, {"spanned": spanned, "minutes": f"{claimed:g}"})
    return []


def _clock(text: str) -> int | None:
    """Return minutes since midnight of "1:28", or None for what is no time of day ("1:1")."""
    hours, _, minutes = text.partition(":")
    if len(minutes) != 2 or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * MINUTE + int(minutes)


def shared_minutes(case: Case, rule: Rule) -> list[Finding]:
    """One stretch of time is not charged twice: two codes for one duration, or "the same 30 minutes"."""
    reading = case.note
    if not reading.kinds >= {"code", "duration"}:
        return []
    beside = minutes_beside_codes(reading)
    for number in range(len(reading.sentences)):
        here = reading.by_sentence[number]
        codes = [i for i in here if reading.mentions[i].sense.kind == "code"]
        times = [i for i in here if reading.mentions[i].sense.kind == "duration"]
        if not codes or not times:
            continue
        names = {reading.mentions[i].sense.id for i in codes}
        before = reading.words.low[reading.mentions[times[0]].first - 1] if reading.mentions[times[0]].first else ""
        joined = len(names) > 1 and len(times) == 1 and len(beside) < 2
        if before == "same" or joined:
            return in_note(case, rule, times[0])
    return []


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (minimum_minutes, minutes_missing, units_fit, minutes_add_up, clock_agrees, shared_minutes)
}
