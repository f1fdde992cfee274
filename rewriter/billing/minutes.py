"""Minutes: there are enough of them, they are written down, agree with one another, and bear out the billed units."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from rewriter.billing.clock import Span, find_spans, is_of_visit, owners_of
from rewriter.billing.session import stretches
from rewriter.billing.timesheet import PLAIN, TIMED, TREATMENT, Line, Total, find_totals
from rewriter.billing.told import (
    all_minutes,
    in_note,
    is_timed,
    lines_of,
    minutes_of,
    places_of,
    sentence_at,
    timed_minutes,
    timed_total,
    timed_units,
    totals_of,
)
from rewriter.billing.units import Fault, allocations, judge, judge_apart
from rewriter.checks import Case, Check
from rewriter.findings import Finding
from rewriter.pack import TOTAL
from rewriter.reading import Reading
from rewriter.rule import Rule

_IN_BRACKETS = 4
_LEAST, _BEHIND = 8, 4
_Amount = TypeVar("_Amount", int, float)


def minimum_minutes(case: Case, rule: Rule) -> list[Finding]:
    """A timed code needs its first eight minutes, unless those of all codes together give it a unit."""
    minutes = minutes_of(case)
    least = case.pack.code.get("minimum_minutes", 0)
    if minutes is None or minutes >= least:
        return []
    by_code = timed_minutes(case)
    if case.pack.payer.rounding == TOTAL and any(way[case.pack.name] for way in allocations(by_code, TOTAL)):
        return []
    return in_note(case, rule, None, {"minutes": f"{minutes:g}", "least": least})


def minutes_missing(case: Case, rule: Rule) -> list[Finding]:
    """Neither the visit nor the note gives the minutes; not asked of a bare text without its source."""
    if case.source is None and case.profile == "narrative":
        return []
    return [] if minutes_of(case) is not None or _are_given_otherwise(case, rule) else in_note(case, rule, None)


def _are_given_otherwise(case: Case, rule: Rule) -> bool:
    """The time is told as that of the whole visit, by the clock, or beside what the therapist did.

    It is the code's where no other code has minutes.
    """
    visit = case.visit
    if set(all_minutes(case)) - {case.pack.name}:
        return False
    if any((visit.total_minutes, visit.treatment_minutes, sum(visit.minutes_by_provider.values()))):
        return True
    deeds = set(rule.parameters.get("deeds", ()))
    apart = set(rule.parameters.get("apart", ()))
    for reading in case.told:
        if (
            find_totals(reading)
            or _has_label(reading)
            or any(is_of_visit(reading, span) for span in find_spans(reading))
        ):
            return True
        for stretch in stretches(reading):
            here = _clause(reading, stretch.first)
            if stretch.minutes >= _LEAST and not deeds.isdisjoint(here) and apart.isdisjoint(here):
                return True
    return False


def _has_label(reading: Reading) -> bool:
    """A bare figure stands behind "minutes": "Minutes: 30", "mins 25"."""
    low = reading.words.low
    for at, word in enumerate(low[:-1]):
        if word in ("minutes", "mins", "min") and not low[at - 1][:1].isdecimal():
            figure = low[at + 1] if low[at + 1] not in (":", "=", "-") else "".join(low[at + 2 : at + 3])
            if figure.isdecimal() and int(figure) >= _LEAST:
                return True
    return False


def _clause(reading: Reading, at: int) -> list[str]:
    """Return the words of the sentence up to word `at`, and a few behind it."""
    number = sentence_at(reading, at)
    if number is None:
        return []
    sentence = reading.sentences[number]
    return reading.words.low[sentence.first : min(sentence.last, at + _BEHIND)]


def totals_missing(case: Case, rule: Rule) -> list[Finding]:
    """Both totals are written down: the minutes of all timed codes, and those of the whole treatment."""
    stated, by_code = totals_of(case), timed_minutes(case)
    lines = [line for line in lines_of(case) if is_timed(case, line.code)]
    # The minutes of each timed code say their total too.
    is_all_timed = bool(stated) and bool(places_of(case.note, rule.parameters.get("all_timed", ())))
    has_timed = (
        timed_total(case) is not None
        or is_all_timed
        or (bool(by_code) and all(line.code in by_code for line in lines) and not _is_whole_only(case, stated))
    )
    has_whole = case.visit.treatment_minutes is not None or bool({TREATMENT, PLAIN} & set(stated)) or _is_same(case)
    lacking = [
        name
        for name, has in (("the total minutes of timed codes", has_timed), ("the total treatment time", has_whole))
        if not has
    ]
    return in_note(case, rule, None, {"lacking": " and ".join(lacking)}) if lacking else []


def _is_whole_only(case: Case, stated: Mapping[str, Total]) -> bool:
    """The only time in the note is that of the whole treatment: it does not say how much of it was timed."""
    times = {stretch.first for stretch in stretches(case.note) if stretch.minutes >= _LEAST}
    visit, whole = case.visit, stated.get(TREATMENT)
    given = visit.minutes is not None or case.pack.name in visit.minutes_by_code
    return whole is not None and not given and times == {case.note.mentions[whole.at].first}


def _is_same(case: Case) -> bool:
    """The total treatment time is told as "same" behind the timed total."""
    low = case.note.words.low
    places = (at for at, word in enumerate(low) if word in ("same", "equal") and at > 1)
    return any(
        low[at - 1] in ("time", "minutes", "=", "is", ":") and "total" in low[max(0, at - 4) : at] for at in places
    )


# --- minutes against minutes ----------------------------------------------------------------------------------------


def minutes_add_up(case: Case, rule: Rule) -> list[Finding]:
    """Minutes by code make up the stated total of timed codes, and that is no more than the whole treatment."""
    stated, lines = totals_of(case), lines_of(case)
    visit, parts = case.visit, all_minutes(case)
    place = next((line.at for line in lines if line.minutes is not None), None) if not visit.minutes_by_code else None
    timed = [minutes for code, minutes in parts.items() if is_timed(case, code)]
    timed_sum, whole_sum = sum(timed), sum(parts.values())
    total, whole = timed_total(case), _whole(case, stated)
    plain = stated[PLAIN].minutes if PLAIN in stated and total is None and whole is None else None

    def differ(what: str, number: float, which: str, than: float) -> list[Finding]:
        return in_note(case, rule, place, {"what": what, "sum": f"{number:g}", "which": which, "total": f"{than:g}"})

    if total is not None and (timed_sum > total or (len(timed) > 1 and timed_sum != total)):
        return differ("Minutes by code add up to", timed_sum, "the stated total of timed codes is", total)
    if whole is not None and whole_sum > whole:
        return differ("Minutes by code add up to", whole_sum, "the stated treatment time is", whole)
    if whole is not None and total is not None and total > whole:
        return differ("The stated total of timed codes is", total, "the stated treatment time is", whole)
    if plain is not None and whole_sum != plain and (whole_sum > plain or _is_all(case, parts, lines, stated)):
        return differ("Minutes by code add up to", whole_sum, "the stated total is", plain)
    return []


def _whole(case: Case, stated: Mapping[str, Total]) -> float | None:
    """Return the stated time of the whole treatment; beside a timed total, "total 45" is that."""
    if case.visit.treatment_minutes is not None:
        return case.visit.treatment_minutes
    found = stated.get(TREATMENT) or (stated.get(PLAIN) if TIMED in stated else None)
    return None if found is None else found.minutes


def _is_all(case: Case, parts: Mapping[str, float], lines: Iterable[Line], stated: Mapping[str, Total]) -> bool:
    """The parts are all that the note gives time to: at least two, and no other service or minutes beside them."""
    reading = case.note
    counted = {figure for line in lines for figure in line.figures} | {total.at for total in stated.values()}
    other_times = [
        i
        for i in reading.having("duration")
        if i not in counted and reading.mentions[i].sense.group in ("minute", "hour")
    ]
    others = [line for line in lines if line.code not in parts]
    return len(parts) > 1 and not other_times and not others


def clock_agrees(case: Case, rule: Rule) -> list[Finding]:
    """Start and stop times, where the note gives both, hold the minutes that are claimed.

    Beside one code, or in brackets behind the minutes, they are its very minutes; elsewhere they are those of the
    visit, which may hold a rest too.
    """
    reading, parts = case.note, timed_minutes(case)
    spans = find_spans(reading)
    if not spans:
        return []
    owners = {span: code or _explained(case, span) for span, code in owners_of(reading, spans).items()}
    for owner in dict.fromkeys(owners.values()):
        claimed = parts.get(owner) if owner else None
        own = [span for span in spans if owners[span] == owner]
        spanned = sum(span.minutes for span in own)
        holds = claimed is not None and claimed < spanned and _holds_more(reading, own, rule)
        if claimed is not None and spanned != claimed and not holds:
            return in_note(case, rule, own[-1].last, {"spanned": spanned, "minutes": f"{claimed:g}"})
    free = [span for span in spans if owners[span] is None]
    if len(free) < len(spans) or not all(is_of_visit(reading, span) for span in free):
        return []
    spanned, claimed = sum(span.minutes for span in free), sum(parts.values())
    if claimed > spanned:
        return in_note(case, rule, free[-1].last, {"spanned": spanned, "minutes": f"{claimed:g}"})
    return []


def _holds_more(reading: Reading, spans: Iterable[Span], rule: Rule) -> bool:
    """The times are those of coming and going, or the note tells beside them what is left out: a rest, a break."""
    for span in spans:
        number = sentence_at(reading, reading.mentions[span.first].first)
        if number is None:
            continue
        words = reading.words.low[reading.sentences[number].first : reading.sentences[number].last]
        if not {*words}.isdisjoint(rule.parameters.get("apart", ())):
            return True
    return False


def _explained(case: Case, span: Span) -> str | None:
    """Return this code if the times, in brackets behind a time, explain it: "25 min (1:10-1:35)"."""
    reading = case.note
    low, first = reading.words.low, reading.mentions[span.first].first
    opened = next((at for at in range(first - 1, max(-1, first - _IN_BRACKETS), -1) if low[at] == "("), None)
    if opened is None or len(timed_minutes(case)) != 1:
        return None
    explained = any(
        reading.mentions[i].sense.kind == "duration" and reading.mentions[i].last == opened
        for i in reading.between(max(0, opened - 3), opened)
    )
    return case.pack.name if explained else None


# --- units against minutes ------------------------------------------------------------------------------------------


def units_fit(case: Case, rule: Rule) -> list[Finding]:
    """Billed units stay within what the minutes support, in all and for each code."""
    minutes = _joined(timed_minutes(case), case.pack.payer.continues)
    findings = []
    for fault in _faults(case):
        if fault.kind == "total":
            known = max(sum(minutes.values()), timed_total(case) or 0.0)
            values = {"units": _count(fault.billed), "minutes": f"{known:g}", "most": fault.most}
            findings += in_note(case, rule, None, values)
        elif fault.kind == "code":
            values = {
                "units": f"{_count(fault.billed)} of {fault.codes[0]}",
                "minutes": f"{minutes[fault.codes[0]]:g}",
                "most": fault.most,
            }
            findings += in_note(case, rule, None, values)
    return findings


def units_on_the_right_code(case: Case, rule: Rule) -> list[Finding]:
    """Units that the minutes support stand on the codes that the minutes belong to."""
    return [
        finding
        for fault in _faults(case)
        if fault.kind == "moved"
        for finding in in_note(case, rule, None, {"codes": _and(fault.codes), "other": _and(fault.other)})
    ]


def units_below_minutes(case: Case, rule: Rule) -> list[Finding]:
    """Fewer units than the minutes support are billed, which is the clinician's choice."""
    return [
        finding
        for fault in _faults(case)
        if fault.kind == "fewer"
        for finding in in_note(
            case, rule, None, {"units": _count(fault.billed), "code": fault.codes[0], "most": fault.most}
        )
    ]


def _faults(case: Case) -> list[Fault]:
    """Judge the billed units by the payer's way of rounding; where not all minutes are known, what is certain."""
    continues = case.pack.payer.continues
    minutes, units = _joined(timed_minutes(case), continues), _joined(timed_units(case), continues)
    if not units:
        return []
    total = timed_total(case)
    stated = sum(minutes.values()) if total is None else total
    has_all = set(units) <= set(minutes) and stated <= sum(minutes.values())
    if has_all or case.pack.payer.rounding != TOTAL:
        return judge(units, minutes, case.pack.payer.rounding)
    return judge_apart(units, minutes, None if total is None else max(total, sum(minutes.values())))


def _joined(by_code: Mapping[str, _Amount], continues: Mapping[str, str]) -> dict[str, _Amount]:
    """Add what goes on from another code to that code: 97130 counts the minutes behind the first 15 of 97129."""
    joined: dict[str, _Amount] = {}
    for code, amount in by_code.items():
        base = continues.get(code, code)
        joined[base] = joined[base] + amount if base in joined else amount
    return joined


def _count(units: int) -> str:
    return "1 unit" if units == 1 else f"{units} units"


def _and(codes: Iterable[str]) -> str:
    return " and ".join(codes)


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        minimum_minutes,
        minutes_missing,
        totals_missing,
        minutes_add_up,
        clock_agrees,
        units_fit,
        units_on_the_right_code,
        units_below_minutes,
    )
}
