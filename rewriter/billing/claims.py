"""Claims: two disciplines in one session, and a diagnosis that bears out the code."""

from collections.abc import Iterable, Mapping, Sequence

from rewriter.billing.substance import shows_deficit
from rewriter.billing.told import in_note
from rewriter.billing.treaters import find_phrase, has_phrase
from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, NOBODY, VISIT, Finding, found
from rewriter.reading import Reading
from rewriter.rule import Rule

_DISCIPLINES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("physical", "therapist", "assistant"), "PT"), (("physical", "therapist"), "PT"), (("physical", "therapy"), "PT"),
    (("pta",), "PT"), (("pt",), "PT"),
    (("certified", "occupational", "therapy", "assistant"), "OT"), (("occupational", "therapist"), "OT"),
    (("occupational", "therapy"), "OT"), (("otr",), "OT"), (("cota",), "OT"), (("ot",), "OT"),
    (("speech", "language", "pathologist"), "SLP"), (("speech", "therapist"), "SLP"), (("speech", "therapy"), "SLP"),
    (("slp",), "SLP"), (("st",), "SLP"), (("speech",), "SLP"),
    (("this", "therapist"), "own"), (("this", "clinician"), "own"), (("i",), "own"),
)  # fmt: skip
_WORK = frozenset({"activity", "task", "part", "cue", "ability", "impairment", "function", "treatment", "position"})
_ENDS = frozenset({".", "\n"})
_WHOLE = frozenset({"both", "full", "whole", "entire", "same"})
_SMALL = frozenset({"of", "by", "with", "for", "(", ",", "to"})
_BEFORE = 3


def co_treatment(case: Case, rule: Rule) -> list[Finding]:
    """Two disciplines at once: what each did, in which minutes of its own, and why two were needed."""
    place = next((i for i in case.note.having("admin") if case.note.mentions[i].sense.id == "co_treatment"), None)
    at = find_phrase(case.note, rule.parameters.get("names", ()))
    minutes = case.visit.minutes_by_discipline
    if place is None and at is None and len(minutes) < 2:
        return []
    named = [*_disciplines(case.note)]
    lacking = []
    if len({who for who, first, last in named if _works(case.note, named, first, last)}) < 2:
        lacking.append("what each discipline did")
    if _claims_whole(case, place is not None or at is not None, rule.parameters.get("most_even", 30)):
        lacking.append("minutes of its own for each discipline (both have the whole time)")
    elif len(minutes) < 2 and not _minutes_apart(case.note, named):
        lacking.append("the minutes of each discipline")
    if not has_phrase(case.note, rule.parameters.get("reasons", ())):
        lacking.append("why two were needed at once")
    if not lacking:
        return []
    only_why = lacking == ["why two were needed at once"]
    values = {"lacking": " and ".join([", ".join(lacking[:-1]), lacking[-1]] if lacking[1:] else lacking)}
    return in_note(case, rule, place, values, level="info" if only_why else "")


def _disciplines(reading: Reading) -> Iterable[tuple[str, int, int]]:
    """Yield each discipline that the note names, with its words."""
    low, at = reading.words.low, 0
    while at < len(low):
        who, last = next(
            ((who, at + len(words)) for words, who in _DISCIPLINES if tuple(low[at : at + len(words)]) == words),
            ("", at + 1),
        )
        if who:
            yield who, at, last
        at = last


def _works(reading: Reading, named: Sequence[tuple[str, int, int]], first: int, last: int) -> bool:
    """Tell whether work stands behind a discipline's name, or before it where "by" leads to it."""
    span = reading.between(last, _end(reading, named, last))
    if reading.words.low[first - 1 : first] == ["by"]:
        begin = max((end for _, _, end in named if end <= first), default=0)
        begin = max((at for at in range(begin, first) if reading.words.low[at] in _ENDS), default=begin)
        span = reading.between(begin, first)
    return any(reading.mentions[i].sense.kind in _WORK and not reading.bits[i] for i in span)


def _end(reading: Reading, named: Sequence[tuple[str, int, int]], last: int) -> int:
    """Return where the words end that belong to the name before `last`: at the next name or the end of the sentence."""
    low = reading.words.low
    stop = min((begin for _, begin, _ in named if begin >= last), default=len(low))
    return next((at for at in range(last, stop) if low[at] in _ENDS), stop)


def _minutes_apart(reading: Reading, named: Sequence[tuple[str, int, int]]) -> bool:
    """Two disciplines have a figure each ("PT 22, OT 23 min", "22 min by PT"), or both stand as one ("22/23 min")."""
    low = reading.words.low
    times = [m for m in reading.mentions if m.sense.kind in ("duration", "number") and m.sense.group in ("minute", "")]
    with_figure = {
        who
        for who, first, last in named
        if any(
            last <= time.first < _end(reading, named, last)
            or (time.last <= first and all(word in _SMALL for word in low[time.last : first]))
            for time in times
        )
    }
    both = any(low[m.last : m.last + 1] == ["minutes"] for m in reading.mentions if m.sense.kind == "ratio")
    each = any("each" in low[max(m.first - _BEFORE, 0) : m.last + _BEFORE] for m in times if m.sense.group == "minute")
    return len(with_figure) > 1 or both or each


def _claims_whole(case: Case, told: bool, most_even: float) -> bool:
    """Both disciplines have the same minutes, more of them together than the session had; or the note says so."""
    given = list(case.visit.minutes_by_discipline.values())
    if len(given) > 1:
        session = case.visit.treatment_minutes
        if session is None or session in given:
            even = len(set(given)) == 1
            return even and (given[0] > most_even if session is None else True)
        return sum(given) > session
    if not told:
        return False
    low = case.note.words.low
    return any(
        _WHOLE & {*low[max(mention.first - _BEFORE, 0) : mention.last + _BEFORE]}
        for mention in case.note.mentions
        if mention.sense.kind == "duration" and mention.sense.group == "minute"
    )


def supported_diagnosis(case: Case, rule: Rule) -> list[Finding]:
    """A diagnosis of the visit is one that the payer names for the code, and the visit shows what the code treats.

    `payer` are the ICD-10 codes (by their beginning) or words of which one must be there, none where the payer has no
    such list. `usual` are those that show by themselves what the code treats; else the note has to show it.
    """
    diagnoses, payer = case.visit.diagnoses, rule.parameters.get("payer", ())
    usual, groups = rule.parameters.get("usual", ()), set(case.pack.code.get("addresses", ()))
    if not diagnoses:
        return []
    values = {"diagnoses": "; ".join(diagnoses), "names": case.pack.code.get("names", "the code")}
    if payer and not any(_is_among(item, payer) for item in diagnoses):
        what = "is not on the payer's list for this code"
        return [found(rule, "", side=VISIT, mend=NOBODY, values={**values, "what": what})]
    if not usual or any(_is_among(item, usual) for item in diagnoses):
        return []
    readings = case.told
    if any(shows_deficit(reading, groups) or _has_diagnosis(reading, usual) for reading in readings):
        return []
    what = "does not show what the code treats, and the note names no deficit of that kind"
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={**values, "what": what})]


def _is_among(diagnosis: str, wanted: Iterable[str]) -> bool:
    """Tell whether a diagnosis begins with one of the ICD-10 codes, or holds one of the words."""
    low = diagnosis.lower()
    first = low.replace(".", "").split()[:1]
    for item in map(str.lower, wanted):
        is_code = item[0].isalpha() and (item[1:2].isdecimal() or len(item) == 1)
        if item in low if not is_code else any(word.startswith(item.replace(".", "")) for word in first):
            return True
    return False


def _has_diagnosis(reading: Reading, usual: Iterable[str]) -> bool:
    return any(
        mention.sense.kind == "diagnosis" and (mention.sense.group == "neuro" or _is_among(mention.sense.label, usual))
        for mention in reading.mentions
    )


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (co_treatment, supported_diagnosis)}
