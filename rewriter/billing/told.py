"""What the note and the visit say of the minutes, and where a finding about them stands."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from rewriter.billing.session import session_minutes
from rewriter.billing.timesheet import MINUTE, TIMED, Line, Total, find_lines, find_totals, is_corrected
from rewriter.checks import Case
from rewriter.checks.forms import find_forms
from rewriter.figure import Figure, Pairs
from rewriter.findings import CLINICIAN, VISIT, Finding, found
from rewriter.once import once
from rewriter.punctuation import MARKS
from rewriter.reading import Reading
from rewriter.reading.kinds import is_session_time
from rewriter.rule import Rule

_TIES = frozenset({"/", "=", "(", ",", "-", ":", "x"})


@once
def minutes_of(case: Case) -> float | None:
    """Return the one-on-one minutes of the code: from the visit, else the one exact figure the note gives."""
    if case.visit.minutes is not None:
        return case.visit.minutes
    if case.pack.name in case.visit.minutes_by_code:
        return case.visit.minutes_by_code[case.pack.name]
    lines = [find_lines(reading, _services(case)) for reading in case.told]
    own = (line.minutes for listed in lines for line in listed if line.code == case.pack.name)
    stated = next((minutes for minutes in own if minutes is not None), None)
    if stated is not None:
        return stated
    told = (
        _stated_minutes(reading, [line for line in listed if line.code != case.pack.name])
        for reading, listed in zip(case.told, lines, strict=True)
    )
    return next((minutes for minutes in told if minutes is not None), None)


@once
def lines_of(case: Case) -> Sequence[Line]:
    """Return what the note writes beside each code and named service."""
    return find_lines(case.note, _services(case))


@once
def totals_of(case: Case) -> Mapping[str, Total]:
    """Return the totals that the note states, by kind."""
    return find_totals(case.note)


@once
def timed_minutes(case: Case) -> Mapping[str, float]:
    """Return the minutes of each timed code, as far as the visit or the note gives them."""
    given = dict(case.visit.minutes_by_code) or _minutes_in(lines_of(case))
    timed = {code: minutes for code, minutes in given.items() if is_timed(case, code)}
    own = minutes_of(case)
    return timed if own is None else {**timed, case.pack.name: own}


@once
def all_minutes(case: Case) -> Mapping[str, float]:
    """Return the minutes of each code, timed or not, as far as the visit, else the note, gives them."""
    return dict(case.visit.minutes_by_code) or _minutes_in(lines_of(case))


@once
def timed_units(case: Case) -> Mapping[str, int]:
    """Return the billed units of each timed code, as far as the visit or the note gives them."""
    lines = lines_of(case)
    units = {line.code: line.units for line in lines if line.units is not None}
    if not units and len(lines) < 2 and (loose := _loose_units(case.note)) is not None:
        units = {case.pack.name: loose}
    units |= case.visit.units_by_code
    own = case.visit.units_of(case.pack.name)
    if own is not None:
        units[case.pack.name] = own
    return {code: count for code, count in units.items() if is_timed(case, code)}


def is_timed(case: Case, code: str) -> bool:
    """Tell whether a code goes by the minute."""
    return code == case.pack.name or code in case.pack.payer.timed


def timed_total(case: Case) -> float | None:
    """Return the stated total of the timed codes, from the visit, else the note."""
    if case.visit.total_minutes is not None:
        return case.visit.total_minutes
    stated = totals_of(case).get(TIMED)
    return None if stated is None else stated.minutes


def _services(case: Case) -> Mapping[str, str]:
    services: Mapping[str, str] = case.pack.code.get("services", {})
    return services


def _minutes_in(lines: Iterable[Line]) -> dict[str, float]:
    return {line.code: line.minutes for line in lines if line.minutes is not None}


def _loose_units(reading: Reading) -> int | None:
    """Return the units that stand beside a time or a word of billing, no code: "36' 3u", "billed 2 units"."""
    units = [i for i in reading.having("units") if reading.mentions[i].sense.id.isdecimal()]
    if len(units) != 1:
        return None
    index = units[0]
    for one, two, other in ((index - 1, index, index - 1), (index, index + 1, index + 1)):
        if 0 <= other < len(reading.mentions) and _is_tied(reading, one, two):
            sense = reading.mentions[other].sense
            if sense.kind in ("duration", "code", "admin") or sense.group == "prime":
                return int(reading.mentions[index].sense.id)
    is_short = reading.words.low[reading.mentions[index].last - 1] == "u"
    return int(reading.mentions[index].sense.id) if is_short else None


def _stated_minutes(reading: Reading, others: Sequence[Line]) -> float | None:
    """Return the treatment's minutes: the one figure that stands as its time, or the only one, at the note's end.

    Minutes inside a sentence are those of what is told there: "rested 3 min", "e-stim 15 min, attended". What stands
    beside the `others`, and the total where there are others, is not this code's.
    """
    totals = find_totals(reading)
    theirs = {figure for line in others for figure in line.figures}
    if others:
        theirs |= {total.at for total in totals.values()}
    minutes = [
        i
        for i in reading.having("duration")
        if reading.mentions[i].sense.group == "minute"
        and reading.mentions[i].sense.id.isdecimal()
        and is_session_time(reading, i)
        and i not in theirs
        and not is_corrected(reading, i)
    ]
    told = {reading.mentions[i].sense.id for i in minutes if _stands_as_time(reading, i)}
    if not told and len({reading.mentions[i].sense.id for i in minutes}) == 1 and _closes_note(reading, minutes[-1]):
        told = {reading.mentions[minutes[-1]].sense.id}
    if not told and not others and TIMED in totals:
        return totals[TIMED].minutes
    if not told and not others:
        return session_minutes(reading)
    return int(told.pop()) / MINUTE if len(told) == 1 else None


def _closes_note(reading: Reading, index: int) -> bool:
    """Nothing but marks, or a remark in brackets, follows the mention."""
    behind = [word for word in reading.words.low[reading.mentions[index].last :] if word not in MARKS]
    return not behind or (behind[0] == "(" and behind.index(")") == len(behind) - 1 if ")" in behind else False)


def _stands_as_time(reading: Reading, index: int) -> bool:
    """The duration is all there is between two marks, or touches a code, a treatment, or words of billing.

    Of two treatments in one sentence it is that of the one it touches: "STM R masseter, SOR 5 min".
    """
    low, mention = reading.words.low, reading.mentions[index]
    before = low[mention.first - 1] if mention.first else "."
    after = low[mention.last] if mention.last < len(low) else "."
    if before in MARKS and after in MARKS:
        return True
    behind = index + 1
    if behind < len(reading.mentions) and reading.mentions[behind].sense.kind == "units":
        return _is_tied(reading, index, behind)  # "36 min / 3 units"
    beside = [
        other.sense
        for other in reading.mentions[max(0, index - 2) : index + 3]
        if other.sense.kind in ("code", "treatment", "admin")
        and (other.last == mention.first or other.first == mention.last)
    ]
    here = (reading.mentions[i].sense for i in reading.by_sentence[reading.sentence_of[index]])
    named = {sense.id for sense in here if sense.kind == "treatment"}
    return any(sense.kind != "treatment" for sense in beside) or (bool(beside) and len(named) == 1)


def _is_tied(reading: Reading, one: int, two: int) -> bool:
    """Mention `two` stands right behind mention `one`, or behind a mark that ties them."""
    gap = reading.words.low[reading.mentions[one].last : reading.mentions[two].first]
    return len(gap) < 2 and all(word in _TIES for word in gap)


def in_note(
    case: Case,
    rule: Rule,
    index: int | None,
    values: Mapping[str, object] | None = None,
    figure: Figure | Pairs | None = None,
    level: str = "",
) -> list[Finding]:
    """Return a finding about the note at mention `index`, or about the visit where the note is silent."""
    side, text, span = VISIT, "", None
    if index is not None:
        side, text, span = case.note_side, case.note.text, case.note.span(case.note.mentions[index])
    return [found(rule, text, side=side, span=span, mend=CLINICIAN, values=values, figure=figure, level=level)]


def places_of(reading: Reading, phrases: Iterable[str]) -> list[int]:
    """Return the first word of each place where the text says one of the phrases, in order."""
    return [first for first, _ in find_forms(reading, phrases)]


def sentence_at(reading: Reading, at: int) -> int | None:
    """Return the number of the sentence that word `at` stands in, None for a mark between two."""
    number = bisect_right(reading.firsts, at) - 1
    return number if number >= 0 and at < reading.sentences[number].last else None
