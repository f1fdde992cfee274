"""Trouble in the source: what the note itself leaves unclear, or asks for.

It is flagged and asked, never settled. What it contradicts is the business of `conflicts`.
"""

from collections.abc import Mapping

from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.reading import Reading
from rewriter.reading.context import POSSIBLE
from rewriter.rule import Rule


def _at(case: Case, rule: Rule, span: tuple[int, int], values: Mapping[str, object] | None = None) -> Finding:
    return found(rule, case.note.text, side=case.note_side, span=span, mend=CLINICIAN, values=values)


def ambiguous_shorthand(case: Case, rule: Rule) -> list[Finding]:
    """An abbreviation with several readings and nothing beside it that decides."""
    seen: dict[str, Finding] = {}
    for item in case.note.read_as:
        if not item.sure and item.text not in seen:
            seen[item.text] = _at(case, rule, (item.start, item.end), {"readings": " / ".join(item.readings)})
    return list(seen.values())


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
