"""Trouble in the source: what the note itself leaves unclear, or asks for.

It is flagged and asked, never settled. What it contradicts is the business of `conflicts`.
"""

from collections.abc import Mapping

from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.lexicon import split_form
from rewriter.reading import ReadAs, Reading
from rewriter.reading.context import POSSIBLE
from rewriter.rule import Rule

# An expansion in brackets is no longer than this, in characters.
_LONGEST = 60


def _at(case: Case, rule: Rule, span: tuple[int, int], values: Mapping[str, object] | None = None) -> Finding:
    return found(rule, case.note.text, side=case.note_side, span=span, mend=CLINICIAN, values=values)


def ambiguous_shorthand(case: Case, rule: Rule) -> list[Finding]:
    """An abbreviation with several readings, nothing beside it that decides, and nowhere written out behind it."""
    seen: dict[str, Finding] = {}
    riddles = [item for item in case.note.read_as if not item.sure]
    solved = {item.text for item in riddles if _is_written_out(case.note.text, item)}
    for item in riddles:
        if item.text not in seen and item.text not in solved:
            seen[item.text] = _at(case, rule, (item.start, item.end), {"readings": " / ".join(item.readings)})
    return list(seen.values())


def _is_written_out(text: str, item: ReadAs) -> bool:
    """One of its readings stands in brackets right behind it: "STS (sit-to-stand)"."""
    behind = text[item.end : item.end + _LONGEST].lstrip()
    inside = behind[1:].partition(")")[0] if behind.startswith("(") else ""
    return bool(inside) and any(split_form(inside) == split_form(reading) for reading in item.readings)


def mention_found(case: Case, rule: Rule) -> list[Finding]:
    """The note holds a mention of the kind (and group) that the rule names."""
    kind = rule.parameters["kind"]
    groups = rule.parameters.get("groups")
    reading = case.note
    if kind not in reading.kinds:
        return []
    return [
        _at(case, rule, reading.span(mention))
        for mention in reading.mentions
        if mention.sense.kind == kind and (not groups or mention.sense.group in groups)
    ][:1]


def doubt(case: Case, rule: Rule) -> list[Finding]:
    """The note puts a question mark behind something clinical."""
    reading = case.note
    findings = []
    for left, right, bit in reading.scopes:
        if bit != POSSIBLE or right <= left or reading.words.low[right : right + 1] != ["?"]:
            continue
        if reading.between(left, right):
            findings.append(_at(case, rule, (reading.words.start[left], reading.words.end[right])))
    return findings


def score_range(case: Case, rule: Rule) -> list[Finding]:
    """A score lies outside the range of its measure, or above its own maximum."""
    findings: list[Finding] = []
    reading = case.note
    if "ratio" not in reading.kinds:
        return findings
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind != "ratio" or mention.sense.group == "grade":
            continue
        top, _, bottom = mention.sense.id.partition("/")
        measure = _measure_before(reading, index)
        if not (top.isdecimal() and bottom.isdecimal()):
            continue
        limits = case.pack.measures.get(measure) if measure else None
        outside = limits is not None and not limits.min <= float(top) <= limits.max
        if (measure or int(bottom) in (5, 10, 56)) and (int(top) > int(bottom) or outside):
            findings.append(_at(case, rule, reading.span(mention)))
    return findings


def _measure_before(reading: Reading, index: int) -> str:
    mention = reading.mentions[index]
    for other in reversed(reading.mentions[:index]):
        if mention.first - other.last > 3:
            return ""
        if other.sense.kind == "measure":
            return other.sense.id
    return ""


CHECKS: Mapping[str, Check] = {
    check.__name__: check for check in (ambiguous_shorthand, doubt, mention_found, score_range)
}
