"""How a result and a verdict look: as text for people, and as JSON where no other module says.

Every function returns text without a line end. Colours are ANSI codes, and only where `Look.colour` asks for them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from rewriter.amend import DRAFT, SERVICE, Record, finish
from rewriter.findings import Evidence, Finding
from rewriter.lines import BOLD, DIM, GREEN, LEVELS, RED, YELLOW, Look, block, clip, count, join_blocks, wrap
from rewriter.loop import FILTERED, LATE, OVER_BUDGET, REFUSED, UNREACHABLE
from rewriter.pack import Pack
from rewriter.result import Result, Status
from rewriter.segments import FUNCTION, HOW, NEED, RESPONSE, WHAT, WHY_ROLE, Segment
from rewriter.text import flat
from rewriter.validate import ASK, PASS, REFUSE, REVISE, Question, Verdict
from rewriter.view import read_as_line

_ROLES = {WHAT: "36", WHY_ROLE: "35", HOW: "33", FUNCTION: "34", RESPONSE: "32", NEED: "31"}
_STATUS = {Status.ACCEPTED: GREEN, Status.NEEDS_INPUT: YELLOW, Status.REFUSED: RED, Status.FAILED: RED}
_VERDICTS = {PASS: GREEN, REVISE: YELLOW, ASK: YELLOW, REFUSE: RED}
_VERDICT_LINES = {
    PASS: "Pass: every required rule is met.",
    REVISE: "Revise: the text can be mended from what is known.",
    ASK: "Ask: something is open that only the clinician can say.",
    REFUSE: "Refuse: this must not be certified under the code as it stands.",
}


# --- a result --------------------------------------------------------------------------------------------------------


def result(result: Result, record: Record, look: Look) -> str:
    """Return what `improve` prints: status, rewrite, questions, findings, how shorthand was read.

    For a signed note an entry to the record stands at the end, with the original unchanged, and no rewrite alone.
    """
    findings = result.verdict.findings
    reasons = [item for item in findings if _refuses(item, result.pack)] if result.rewrite is None else []
    blocks = [_status(result, record, reasons, look)]
    if record.kind == DRAFT and record.text is not None and result.rewrite is not None:
        blocks.append(block(record.text.removesuffix(result.rewrite).rstrip(), look))
        blocks.append(_rewrite(result.rewrite, result.segments, look))
    blocks += [
        _questions(result.verdict.questions, look, answerable=True),
        _lacking(record, look),
        _findings([item for item in findings if item not in reasons], look),
        read_as_line(result.source.read_as, look),
    ]
    if record.kind != DRAFT and record.text is not None:
        blocks.append(record.text)  # as it stands: what is wrapped is no longer the original
    return join_blocks(blocks)


def _lacking(record: Record, look: Look) -> str:
    """Return the questions to the author of an entry, and how each answer is given."""
    lines = [look.paint("The entry lacks", BOLD)]
    for question in record.questions:
        how = '"date" in --visit' if question.id == SERVICE else f'--{question.id} "..."'
        lines.append(block(question.text, look, lead="- ", indent="  "))
        lines.append("  " + look.paint(f"Give it with: {how}", DIM))
    return "\n".join(lines) if record.questions else ""


_ENDS = {
    UNREACHABLE: "the model server gave no answer",
    LATE: "the model took too long",
    OVER_BUDGET: "the token budget of this note is used up",
    REFUSED: "the model refused",
    FILTERED: "the server's content filter stopped the model",
}


def _status(result: Result, record: Record, reasons: Sequence[Finding], look: Look) -> str:
    code = result.pack.code.get("cpt", result.pack.name)
    head, rest = {
        Status.ACCEPTED: ("Accepted", "."),
        Status.NEEDS_INPUT: ("Needs input", f": {_wanted(result.verdict, len(record.questions))}."),
        Status.REFUSED: ("Refused", f": this cannot be certified under {code} as it stands."),
        Status.FAILED: ("Failed", f": {_failure(result)}"),
    }[finish(result, record).status]
    lines = [block(head + rest, look, first=look.paint(head, _STATUS[result.status]), skip=len(head))]
    lines += [block(item.message, look, indent="  ") for item in _once(reasons)]
    return "\n".join(lines)


def _failure(result: Result) -> str:
    """Say why there is no rewrite, or whose it is where a model failed."""
    if result.state is None or result.rewrite is None:
        return "no rewrite kept fully to the note, so none is given. Write it by hand."
    why = _ENDS.get(result.state.outcome, "the model gave no draft that keeps to the note")
    tries = [one.outcome for step in result.state.steps for one in step.reply.tries]
    told = f" ({tries[-1]})" if result.state.outcome == UNREACHABLE and tries else ""
    return f"{why}{told}. This is the composer's draft instead."


def _wanted(verdict: Verdict, lacking: int) -> str:
    """Return how many answers are needed, `lacking` of them for the entry itself."""
    needed = {item.code for item in verdict.findings if item.level == "error"}
    must = sum(question.code in needed for question in verdict.questions)
    more = len(verdict.questions) - must
    must += lacking
    if not must:
        return "see the findings"
    return f"{count(must, 'answer')} needed" + (f", {more} more would help" if more else "")


def _refuses(finding: Finding, pack: Pack) -> bool:
    return finding.level == "error" and pack.rules[finding.code].refuse


def _rewrite(text: str, segments: Sequence[Segment], look: Look) -> str:
    """Return the text wrapped, its segments coloured, and below it which colour says what."""
    body = "\n".join(_coloured(text, start, end, segments, look) for start, end in wrap(text, look.width))
    legend = " ".join(look.paint(role, colour) for role, colour in _ROLES.items())
    return f"{body}\n\n{look.paint('colours:', DIM)} {legend}" if look.colour else body


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
    lines = [look.paint("Questions", BOLD)]
    codes = Counter(question.code for question in questions)
    for number, question in enumerate(questions, 1):
        lines.append(block(question.text, look, lead=f"{number}. ", indent=" " * len(f"{number}. ")))
        if question.quote:
            lines.append(block(f'Note: "{clip(question.quote)}"', look, indent="   "))
        if question.options:
            lines.append(block(f"Options: {'; '.join(question.options)}", look, indent="   "))
        key = question.key if codes[question.code] > 1 else question.code
        how = f'Answer with: --answer {key}="..."' if answerable else f"Rule: {question.code}"
        lines.append("   " + look.paint(how, DIM))
    return "\n".join(lines)


def _findings(findings: Sequence[Finding], look: Look, *, cite: bool = False) -> str:
    if not findings:
        return ""
    lines = [look.paint("Findings", BOLD)]
    order = list(LEVELS)
    for item in _once(sorted(findings, key=lambda item: order.index(item.level))):
        lead = f"{item.level:<8} {item.code}  "
        painted = f"{look.paint(f'{item.level:<8}', LEVELS[item.level])} {item.code}  "
        lines.append(block(_told(item), look, lead=painted, indent=" " * len(lead)))
        if cite and item.level == "error":
            lines.append(block(f"Source: {item.source}", look, indent=" " * len(lead)))
    return "\n".join(lines)


def _told(finding: Finding) -> str:
    """The message, with the words it is about where it does not quote them, and the side if it is not the rewrite."""
    quote = f' "{clip(finding.text)}"' if finding.text and finding.text not in finding.message else ""
    side = "" if finding.side == "rewrite" else f" (in the {finding.side})"
    return finding.message + quote + side


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out findings that would be printed in the same words as one before."""
    return list({(item.code, _told(item)): item for item in reversed(list(findings))}.values())[::-1]


# --- a verdict -------------------------------------------------------------------------------------------------------


def verdict(verdict: Verdict, text: str, look: Look, *, explain: bool = False) -> str:
    """Return what `check` prints: the verdict, findings with their sources, questions, the evidence if asked for."""
    line = _VERDICT_LINES[verdict.verdict]
    head, _, _ = line.partition(":")
    return join_blocks(
        [
            block(line, look, first=look.paint(head, _VERDICTS[verdict.verdict]), skip=len(head)),
            _rewrite(text, verdict.segments, look) if look.colour else "",
            _findings(verdict.findings, look, cite=True),
            _questions(verdict.questions, look, answerable=False),
            _passed(verdict, text, look) if explain else "",
        ]
    )


def _passed(verdict: Verdict, text: str, look: Look) -> str:
    lines = [look.paint("Passed, on this evidence", BOLD)]
    for item in verdict.passed:
        lines.append(f"{look.paint(item.code, GREEN)}  {item.name}")
        lines.append(block(_chain(item.evidence, text), look, indent="        "))
    return "\n".join(lines) if verdict.passed else f"{lines[0]}\nnothing"


def _chain(evidence: Sequence[Evidence], text: str) -> str:
    return " \u2192 ".join(f'{item.role}: "{flat(text[item.start : item.end])}"' for item in evidence)


def passed_list(verdict: Verdict) -> list[dict[str, Any]]:
    """Return the rules that passed as JSON: `code`, `name`, `evidence`."""
    return [asdict(item) for item in verdict.passed]
