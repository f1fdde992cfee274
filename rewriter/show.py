"""How a result, a verdict, a reading and the rules look: as text for people, and as JSON where no other module says.

Every function returns text without a line end. Colours are ANSI codes, and only where `Look.colour` asks for them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rewriter.findings import Evidence, Finding
from rewriter.pack import Pack, Rule
from rewriter.reading import Event, Reading
from rewriter.reading.facts import Fact
from rewriter.reading.words import ReadAs
from rewriter.result import Result, Status, facts_to_list, read_as_list
from rewriter.segments import FUNCTION, HOW, NEED, RESPONSE, WHAT, WHY_ROLE, Segment
from rewriter.validate import ASK, PASS, REFUSE, REVISE, Question, Verdict

WIDTH, NARROWEST, WIDEST = 80, 30, 100
_CLIP = 100
_BOLD, _DIM, _RED, _GREEN, _YELLOW = "1", "2", "31", "32", "33"
_ROLES = {WHAT: "36", WHY_ROLE: "35", HOW: "33", FUNCTION: "34", RESPONSE: "32", NEED: "31"}
_LEVELS = {"error": _RED, "warning": _YELLOW, "info": _DIM}
_STATUS = {Status.ACCEPTED: _GREEN, Status.NEEDS_INPUT: _YELLOW, Status.REFUSED: _RED, Status.FAILED: _RED}
_VERDICTS = {PASS: _GREEN, REVISE: _YELLOW, ASK: _YELLOW, REFUSE: _RED}
_VERDICT_LINES = {
    PASS: "Pass: every required rule is met.",
    REVISE: "Revise: the text can be mended from what is known.",
    ASK: "Ask: something is open that only the clinician can say.",
    REFUSE: "Refuse: this must not be certified under the code as it stands.",
}
# A line break of any kind, or a run of anything that is not a space.
_WORD = re.compile(r"[\n\r\v\f\x85\u2028\u2029]|\S+")


@dataclass(frozen=True, slots=True)
class Look:
    """How text is to look: with colours or not, and how wide."""

    colour: bool = False
    width: int = WIDTH

    def paint(self, text: str, code: str) -> str:
        """Return `text` in a colour, or as it is."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text and code else text


# --- a result --------------------------------------------------------------------------------------------------------


def result(result: Result, look: Look) -> str:
    """Return what `improve` prints: status, rewrite, questions, findings, how shorthand was read."""
    findings = result.verdict.findings
    reasons = [item for item in findings if _refuses(item, result.pack)] if result.rewrite is None else []
    blocks = [_status(result, reasons, look)]
    if result.rewrite is not None:
        blocks.append(_rewrite(result.rewrite, result.segments, look))
    blocks += [
        _questions(result.verdict.questions, look, answerable=True),
        _findings([item for item in findings if item not in reasons], look),
        _read_as(result.source.read_as, look),
    ]
    return _join(blocks)


def _status(result: Result, reasons: Sequence[Finding], look: Look) -> str:
    code = result.pack.code.get("cpt", result.pack.name)
    head, rest = {
        Status.ACCEPTED: ("Accepted", "."),
        Status.NEEDS_INPUT: ("Needs input", f": {_wanted(result.verdict)}."),
        Status.REFUSED: ("Refused", f": this cannot be certified under {code} as it stands."),
        Status.FAILED: ("Failed", ": no rewrite kept fully to the note. Check this draft with care before any use."),
    }[result.status]
    lines = [_block(head + rest, look, first=look.paint(head, _STATUS[result.status]), skip=len(head))]
    lines += [_block(item.message, look, indent="  ") for item in _once(reasons)]
    return "\n".join(lines)


def _wanted(verdict: Verdict) -> str:
    needed = {item.code for item in verdict.findings if item.level == "error"}
    must = sum(question.code in needed for question in verdict.questions)
    more = len(verdict.questions) - must
    if not must:
        return "see the findings"
    return f"{_count(must, 'answer')} needed" + (f", {more} more would help" if more else "")


def _refuses(finding: Finding, pack: Pack) -> bool:
    return finding.level == "error" and pack.rules[finding.code].refuse


def _rewrite(text: str, segments: Sequence[Segment], look: Look) -> str:
    """Return the text wrapped, its segments coloured, and below it which colour says what."""
    body = "\n".join(_coloured(text, start, end, segments, look) for start, end in wrap(text, look.width))
    legend = " ".join(look.paint(role, colour) for role, colour in _ROLES.items())
    return f"{body}\n\n{look.paint('colours:', _DIM)} {legend}" if look.colour else body


def _coloured(text: str, start: int, end: int, segments: Sequence[Segment], look: Look) -> str:
    pieces, at = [], start
    for segment in segments:
        first, last = max(segment.start, at), min(segment.end, end)
        if first < last:
            pieces += [text[at:first], look.paint(text[first:last], _ROLES.get(segment.role, ""))]
            at = last
    return "".join([*pieces, text[at:end]])


def _questions(questions: Sequence[Question], look: Look, *, answerable: bool) -> str:
    if not questions:
        return ""
    lines = [look.paint("Questions", _BOLD)]
    for number, question in enumerate(questions, 1):
        lines.append(_block(question.text, look, lead=f"{number}. ", indent=" " * len(f"{number}. ")))
        if question.quote:
            lines.append(_block(f'Note: "{_clip(question.quote)}"', look, indent="   "))
        if question.options:
            lines.append(_block(f"Options: {'; '.join(question.options)}", look, indent="   "))
        how = f'Answer with: --answer {question.code}="..."' if answerable else f"Rule: {question.code}"
        lines.append("   " + look.paint(how, _DIM))
    return "\n".join(lines)


def _findings(findings: Sequence[Finding], look: Look, *, cite: bool = False) -> str:
    if not findings:
        return ""
    lines = [look.paint("Findings", _BOLD)]
    order = list(_LEVELS)
    for item in _once(sorted(findings, key=lambda item: order.index(item.level))):
        lead = f"{item.level:<8} {item.code}  "
        painted = f"{look.paint(f'{item.level:<8}', _LEVELS[item.level])} {item.code}  "
        lines.append(_block(_told(item), look, lead=painted, indent=" " * len(lead)))
        if cite and item.level == "error":
            lines.append(_block(f"Source: {item.source}", look, indent=" " * len(lead)))
    return "\n".join(lines)


def _told(finding: Finding) -> str:
    """The message, with the words it is about where it does not quote them, and the side if it is not the rewrite."""
    quote = f' "{_clip(finding.text)}"' if finding.text and finding.text not in finding.message else ""
    side = "" if finding.side == "rewrite" else f" (in the {finding.side})"
    return finding.message + quote + side


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out findings that would be printed in the same words as one before."""
    return list({(item.code, _told(item)): item for item in reversed(list(findings))}.values())[::-1]


def _read_as(items: Sequence[ReadAs], look: Look) -> str:
    if not items:
        return ""
    said = "; ".join(dict.fromkeys(f"{_flat(item.text)} = {_reading_of(item)}" for item in items))
    return _block(f"Read as: {said}.", look)


def _reading_of(item: ReadAs) -> str:
    return item.said if item.sure else f"kept as written ({' or '.join(item.readings) or 'unclear'})"


# --- a verdict -------------------------------------------------------------------------------------------------------


def verdict(verdict: Verdict, text: str, look: Look, *, explain: bool = False) -> str:
    """Return what `check` prints: the verdict, findings with their sources, questions, the evidence if asked for."""
    line = _VERDICT_LINES[verdict.verdict]
    head, _, _ = line.partition(":")
    return _join(
        [
            _block(line, look, first=look.paint(head, _VERDICTS[verdict.verdict]), skip=len(head)),
            _rewrite(text, verdict.segments, look) if look.colour else "",
            _findings(verdict.findings, look, cite=True),
            _questions(verdict.questions, look, answerable=False),
            _passed(verdict, text, look) if explain else "",
        ]
    )


def _passed(verdict: Verdict, text: str, look: Look) -> str:
    lines = [look.paint("Passed, on this evidence", _BOLD)]
    for item in verdict.passed:
        lines.append(f"{look.paint(item.code, _GREEN)}  {item.name}")
        lines.append(_block(_chain(item.evidence, text), look, indent="        "))
    return "\n".join(lines) if verdict.passed else f"{lines[0]}\nnothing"


def _chain(evidence: Sequence[Evidence], text: str) -> str:
    return " \u2192 ".join(f'{item.role}: "{_flat(text[item.start : item.end])}"' for item in evidence)


def passed_list(verdict: Verdict) -> list[dict[str, Any]]:
    """Return the rules that passed as JSON: `code`, `name`, `evidence`."""
    return [asdict(item) for item in verdict.passed]


# --- a reading -------------------------------------------------------------------------------------------------------


def reading_dict(reading: Reading, facts: Sequence[Fact]) -> dict[str, Any]:
    """Return a reading as JSON: `facts`, `events`, `links`, `unread`, `read_as`.

    A link's `event` counts events from 0.
    """
    return {
        "facts": facts_to_list(facts, reading),
        "events": [_event_dict(reading, event) for event in reading.events],
        "links": [
            {
                "event": link.event,
                "link": _written(reading, link.link),
                "target": _written(reading, link.target),
                "reach": link.reach,
                **_span(reading, link.link, "link_"),
                **_span(reading, link.target, "target_"),
            }
            for link in reading.links
        ],
        "unread": [{"start": start, "end": end, "text": reading.text[start:end]} for start, end in _unread(reading)],
        "read_as": read_as_list(reading),
    }


def _event_dict(reading: Reading, event: Event) -> dict[str, Any]:
    spans = [reading.span(reading.mentions[index]) for index in _parts(event)]
    return {
        "agent": event.agent,
        "verb": _written(reading, event.verb) if event.verb is not None else None,
        "interventions": [_written(reading, index) for index in event.interventions],
        "cues": [_written(reading, index) for index in event.cues],
        "start": min((start for start, _ in spans), default=None),
        "end": max((end for _, end in spans), default=None),
    }


def _parts(event: Event) -> tuple[int, ...]:
    return (*event.interventions, *event.cues, *((event.verb,) if event.verb is not None else ()))


def _span(reading: Reading, index: int, prefix: str) -> dict[str, int]:
    start, end = reading.span(reading.mentions[index])
    return {f"{prefix}start": start, f"{prefix}end": end}


def _written(reading: Reading, index: int) -> str:
    return reading.written(reading.mentions[index])


def _unread(reading: Reading) -> list[tuple[int, int]]:
    words = reading.words
    return sorted({(words.start[index], words.end[index]) for index in words.unread})


def reading(reading: Reading, facts: Sequence[Fact], look: Look) -> str:
    """Return what `read` prints: the note, then each fact on a line, events, links, shorthand, unread words."""
    unread = "; ".join(dict.fromkeys(reading.text[start:end] for start, end in _unread(reading)))
    return _join(
        [
            f"{look.paint('Note', _BOLD)}\n{_block(reading.text, look, indent='  ')}",
            _titled("Facts", [_fact_line(fact, look) for fact in facts], look),
            _titled("Events", [_event_line(reading, number, look) for number in range(len(reading.events))], look),
            _titled("Links", [_link_line(reading, number, look) for number in range(len(reading.links))], look),
            _read_as(reading.read_as, look),
            _block(f"Not read, kept as written: {unread}.", look) if unread else "",
        ]
    )


def _fact_line(fact: Fact, look: Look) -> str:
    lead = f"  {fact.kind:<11} {fact.polarity:<10} "
    colour = _DIM if fact.polarity == "affirmed" else _YELLOW
    painted = f"  {fact.kind:<11} {look.paint(f'{fact.polarity:<10}', colour)} "
    return _block(_flat(fact.surface), look, lead=painted, indent=" " * len(lead))


def _event_line(reading: Reading, number: int, look: Look) -> str:
    event = _event_dict(reading, reading.events[number])
    told = [event["agent"], *([event["verb"]] if event["verb"] else [])]
    line = _flat(" ".join(told))
    if event["interventions"]:
        line += f": {_flat(', '.join(event['interventions']))}"
    if event["cues"]:
        line += f" (cues: {_flat(', '.join(event['cues']))})"
    return _block(line, look, lead=f"  {number + 1}. ", indent="     ")


def _link_line(reading: Reading, number: int, look: Look) -> str:
    link = reading.links[number]
    words = f'"{_flat(_written(reading, link.link))}" \u2192 "{_flat(_written(reading, link.target))}"'
    return _block(f"event {link.event + 1} \u2192 {words} ({link.reach})", look, indent="  ")


# --- rules -----------------------------------------------------------------------------------------------------------


def rules_dict(pack: Pack, rules: Sequence[Rule]) -> dict[str, Any]:
    """Return rules as JSON: `pack`, `pack_sha256`, and `rules`, each with every field of its table in the pack."""
    return {
        "pack": f"{pack.name}@{pack.version}",
        "pack_sha256": pack.sha256,
        "rules": [_rule_dict(rule) for rule in rules],
    }


def _rule_dict(rule: Rule) -> dict[str, Any]:
    table = asdict(rule)
    table["pass"] = table.pop("examples_pass")
    table["fail"] = table.pop("examples_fail")
    return table


def rules(pack: Pack, rules: Sequence[Rule], look: Look) -> str:
    """Return what `rules` prints: each rule with reason, source, question and examples."""
    title = f"{pack.name} {pack.title}".strip()
    head = f"{look.paint(title, _BOLD)} (version {pack.version}, {_count(len(rules), 'rule')})"
    return _join([head, *(_rule(rule, look) for rule in rules)])


def _rule(rule: Rule, look: Look) -> str:
    level = look.paint(rule.level, _LEVELS[rule.level])
    refuses = ", refuses the code" if rule.refuse else ""
    fields = [
        ("message", rule.message),
        ("why", rule.why),
        ("source", rule.source),
        ("verified", "yes" if rule.verified else "no"),
        ("question", rule.question),
        ("options", "; ".join(rule.options)),
        *(("passes", _example(item)) for item in rule.examples_pass),
        *(("fails", _example(item)) for item in rule.examples_fail),
    ]
    lines = [f"{look.paint(rule.code, _BOLD)}  {rule.name}  [{level}{refuses}]"]
    lines += [
        _block(text, look, lead=f"  {look.paint(f'{name:<9}', _DIM)} ", indent=" " * 12)
        for name, text in fields
        if text
    ]
    return "\n".join(lines)


def _example(example: Mapping[str, Any]) -> str:
    """Return an example: its text alone, or each part with its name."""
    if set(example) == {"rewrite"}:
        return f'"{_flat(str(example["rewrite"]))}"'
    said = {key: f'"{_flat(value)}"' if isinstance(value, str) else value for key, value in example.items()}
    return "; ".join(f"{key}: {value}" for key, value in said.items())


# --- lines -----------------------------------------------------------------------------------------------------------


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the spans of the lines that `text` takes at `width`.

    A line break in it ends a line; a long word stands out.

    >>> [text[a:b] for text in ["one two three"] for a, b in wrap(text, 8)]
    ['one two', 'three']
    """
    lines: list[tuple[int, int]] = []
    fresh = True
    for match in _WORD.finditer(text):
        start, end = match.span()
        if match[0].isspace():
            fresh = True
        elif fresh or end - lines[-1][0] > width:
            lines.append((start, end))
            fresh = False
        else:
            lines[-1] = (lines[-1][0], end)
    return lines


def _block(text: str, look: Look, *, indent: str = "", lead: str = "", first: str = "", skip: int = 0) -> str:
    """Return `text` wrapped and indented; `lead` replaces the first indent, `first` the first `skip` characters."""
    spans = wrap(text, max(look.width - len(indent), NARROWEST // 2))
    lines = [text[start:end] for start, end in spans] or [""]
    if skip:
        lines[0] = first + lines[0][skip:]
    return "\n".join((lead or indent) + line if number == 0 else indent + line for number, line in enumerate(lines))


def _titled(title: str, lines: Sequence[str], look: Look) -> str:
    return "\n".join([look.paint(title, _BOLD), *lines]) if lines else ""


def _join(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _clip(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= _CLIP else flat[: _CLIP - 1].rstrip() + "\u2026"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
