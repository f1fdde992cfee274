"""Trouble in the source: what the note itself leaves unclear, contradicts, or asks for.

It is flagged and asked, never settled.
"""

from collections.abc import Mapping

from rewriter.checks import Case, Check, evidence
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.pack import Rule
from rewriter.reading import Reading
from rewriter.reading.context import POSSIBLE

_RETELLS = frozenset({"earlier", "wrote", "flowsheet", "elsewhere"})
_OPPOSITE = {"left": "right", "right": "left"}


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


def side_conflict(case: Case, rule: Rule) -> list[Finding]:
    """An operated or injured joint has one side in the diagnosis and the other where it is treated."""
    reading = case.note
    if not reading.kinds >= {"side", "diagnosis", "part"}:
        return []
    sided = _sides_of_parts(reading)
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind != "diagnosis":
            continue
        side = _side_beside(reading, index)
        joints = [
            name
            for name in rule.parameters["joints"]
            if name in mention.sense.id.split("_") or name in mention.sense.label.split()
        ]
        for joint in joints:
            other = sided.get((joint, _OPPOSITE.get(side, "")))
            if side and other is not None and (joint, side) not in sided:
                return [
                    found(
                        rule,
                        reading.text,
                        side=case.note_side,
                        span=reading.span(reading.mentions[other]),
                        mend=CLINICIAN,
                        evidence=evidence(reading, [(index, "diagnosis"), (other, "treated")], case.note_side),
                    )
                ]
    return []


def _sides_of_parts(reading: Reading) -> dict[tuple[str, str], int]:
    sided: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind == "part" and (side := _side_beside(reading, index)):
            for word in mention.sense.id.split("_"):
                sided.setdefault((word, side), index)
    return sided


def _side_beside(reading: Reading, index: int) -> str:
    """Return the side word directly before or after a mention."""
    mention = reading.mentions[index]
    for other in reading.mentions[max(0, index - 3) : index + 4]:
        if other.sense.kind == "side" and (other.last == mention.first or other.first == mention.last):
            return other.sense.id
    return ""


def level_conflict(case: Case, rule: Rule) -> list[Finding]:
    """One activity stands with two assistance levels in different sentences, and no change is told."""
    reading = case.note
    if len(reading.having("level")) < 2:
        return []
    levels: dict[str, tuple[int, str]] = {}
    for number, here in enumerate(reading.by_sentence):
        names = [
            reading.mentions[i] for i in here if reading.mentions[i].sense.kind in ("activity", "task", "function")
        ]
        helps = [i for i in here if reading.mentions[i].sense.kind == "level" and not reading.bits[i]]
        sentence = reading.sentences[number]
        retold = not _RETELLS.isdisjoint(reading.words.low[sentence.first : sentence.last])
        if names and retold and len({reading.mentions[i].sense.group for i in helps}) > 1:
            return [_at(case, rule, reading.span(reading.mentions[helps[-1]]))]
        if not names or len(helps) != 1:
            continue
        group = reading.mentions[helps[0]].sense.group
        for name in names:
            known = levels.setdefault(name.sense.id, (helps[0], group))
            if known[1] != group and reading.sentence_of[known[0]] != number:
                return [
                    found(
                        rule,
                        reading.text,
                        side=case.note_side,
                        span=reading.span(reading.mentions[helps[0]]),
                        mend=CLINICIAN,
                        evidence=evidence(reading, [(known[0], "level"), (helps[0], "level")], case.note_side),
                    )
                ]
    return []


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (ambiguous_shorthand, doubt, mention_found, score_range, side_conflict, level_conflict)
}
