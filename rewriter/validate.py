"""The validator: all rules of a pack over one case. It judges; it never edits."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rewriter import billing, checks, conflicts, fit, history, record, service, shown, source
from rewriter.checks import Case, Check, evidence
from rewriter.earlier import Earlier, recall
from rewriter.errors import PackError
from rewriter.findings import ASKED, CLINICIAN, MODEL, SOURCE, Evidence, Finding
from rewriter.note import name_key
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.rule import Rule, offered
from rewriter.segments import Segment, find_segments
from rewriter.text import flat
from rewriter.visit import Visit

PASS, REVISE, ASK, REFUSE = "pass", "revise", "ask", "refuse"
_CHECKS: Mapping[str, Check] = {
    **checks.CHECKS,
    **billing.CHECKS,
    **conflicts.CHECKS,
    **source.CHECKS,
    **history.CHECKS,
    **record.CHECKS,
    **fit.CHECKS,
    **service.CHECKS,
    **shown.CHECKS,
}
# Rules whose findings come from elsewhere: the comparison, the proof and the split by code make their own.
_MADE_ELSEWHERE = frozenset({"fidelity", "proof", "sections"})
_QUOTE = 160
_BREAKS = frozenset(",;:")
_MOST_RANKED = 4


@dataclass(frozen=True, slots=True)
class Question:
    """What the clinician is asked: never leading, always with a way to say "not done".

    `place` tells questions of one code apart, and stays the same as long as the note does.
    """

    id: str
    code: str
    text: str
    quote: str
    options: tuple[str, ...]
    place: str = ""

    @property
    def key(self) -> str:
        """What an answer names, so that it belongs to this question and no other."""
        return name_key(self.code, self.place)


@dataclass(frozen=True, slots=True)
class Passed:
    """A rule that passed, with the chain of evidence an auditor would follow."""

    code: str
    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Verdict:
    """What the validator says of one text: `verdict` is pass, revise, ask or refuse.

    `others` are the packs beside the billed code's that judged sections of their own.
    """

    verdict: str
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    passed: tuple[Passed, ...]
    text: Reading
    others: tuple[Pack, ...] = ()

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Which words of the text say what, why, how, function, response, need."""
        return tuple(find_segments(self.text))


def validate(
    text: Reading,
    pack: Pack,
    *,
    source: Reading | None = None,
    answers: Sequence[Reading] = (),
    answered: Sequence[str] = (),
    visit: Visit = Visit(),
    profile: str = "narrative",
    mendable: bool = True,
    explain: bool = False,
    earlier: Sequence[Earlier] = (),
    chosen: Callable[[Rule], bool] | None = None,
    compared: bool = True,
) -> Verdict:
    """Judge `text` by every rule of `pack`; with `source`, compare the two in both directions as well.

    `answers` are readings of the clinician's replies, `answered` the keys of the questions they reply to: those are
    not asked again. `mendable` is False where the writer cannot try again (see `Case`). With `explain`, the evidence
    of each passed rule is returned too. `earlier` are other notes of the chart, and of other patients, in any order.
    `chosen` leaves out rules, and `compared` is False where the two texts are compared elsewhere (see `sections`).
    """
    before = recall(earlier, (source or text).text, visit)
    case = Case(text, source, visit, pack, profile, mendable, tuple(answers), before)
    findings: list[Finding] = []
    passed: list[Passed] = []
    for rule in pack.rules.values():
        if rule.check in _MADE_ELSEWHERE or not rule.is_in(profile) or not (chosen is None or chosen(rule)):
            continue
        check = _CHECKS.get(rule.check)
        if check is None:
            raise PackError(f"rule {rule.code}: there is no check {rule.check!r}")
        hits = check(case, rule)
        if answered and not rule.refuse:  # a refusal stands until the note or the visit says otherwise
            hits = _leave_open(hits, rule, answered, source or text)
        findings += hits
        if explain and not hits and (chain := checks.passing(case, rule) or shown.passing(case, rule)):
            passed.append(Passed(rule.code, rule.name, evidence(text, chain)))
    if source is not None and compared:
        from rewriter.fidelity import compare  # its modules are an eighth of a start: a note alone needs none

        findings += compare([source, *answers], text, visit, pack)
    findings.sort(key=Finding.sort_key)
    return Verdict(
        decide(findings, pack),
        tuple(findings),
        tuple(ask(findings, pack, source or text)),
        tuple(passed),
        text,
    )


def _leave_open(hits: list[Finding], rule: Rule, answered: Collection[str], note: Reading) -> list[Finding]:
    """Return the findings of a rule about which the clinician has not spoken.

    What is said about some words holds wherever they stand. A bare code closes the only question, not one of several;
    where one question asks about all of them it is that one.
    """
    if not any(key.partition("@")[0] == rule.code for key in answered):
        return hits
    places = {item: _place(item, note) for item in hits}
    settled = {item.text for item, place in places.items() if place and name_key(rule.code, place) in answered}
    left = [item for item in hits if not item.text or item.text not in settled]
    if rule.code not in answered:
        return left
    if rule.question_many:
        return []
    asked = {places[item] for item in left if item.mend == CLINICIAN and item.level != "info"}
    return [item for item in left if places[item]] if len(asked) > 1 else []


def decide(findings: Sequence[Finding], pack: Pack) -> str:
    """Return the verdict: refuse before ask before revise before pass."""
    errors = [item for item in findings if item.level == "error"]
    if any(pack.rules[item.code].refuse for item in errors):
        return REFUSE
    if any(item.mend == CLINICIAN for item in errors):
        return ASK
    return REVISE if any(item.mend == MODEL for item in errors) else PASS


def ask(findings: Sequence[Finding], pack: Pack, note: Reading) -> list[Question]:
    """Return one question for each thing only the clinician can say.

    Errors come first, then warnings by their rule's rank; of those with a rank at most `_MOST_RANKED` are asked, so
    that a short note does not draw a page of questions. What is not asked stays a finding.
    """
    questions: list[Question] = []
    seen: set[tuple[str, str]] = set()
    refused = any(item.level == "error" and pack.rules[item.code].refuse for item in findings)
    lacking = {item.code for item in findings if item.mend == CLINICIAN and item.level == "error"}
    ranked = 0
    for item in sorted(findings, key=lambda item: _standing(item, pack)):
        rule = pack.rules[item.code]
        if refused and not rule.refuse and not item.code.startswith("SRC"):
            continue  # what stands in the way of the whole comes first
        if item.mend != CLINICIAN or not rule.question or item.level == "info":
            continue
        if rule.behind in lacking:
            continue
        if (item.code, item.text) in seen or (_is_ranked(item, rule) and ranked == _MOST_RANKED):
            continue
        ranked += _is_ranked(item, rule)
        together = [item]
        if rule.question_many:
            together = list({other.text: other for other in reversed(findings) if _is_asked_with(item, other)}.values())
        seen.update((other.code, other.text) for other in together)
        name = f"q{len(questions) + 1}"
        if len(together) > 1:
            questions.append(_ask_many(name, sorted(together, key=Finding.sort_key), rule))
            continue
        text = _in_note(item, note)
        quote = text or _quote(item, note)
        values = {"text": text, "quote": quote}
        said, options = rule.question.format_map(values), _options(rule, item)
        questions.append(Question(name, item.code, said, quote, options, _place(item, note)))
    return questions


def _is_asked_with(item: Finding, other: Finding) -> bool:
    return other.code == item.code and other.mend == CLINICIAN and other.level != "info"


def _ask_many(name: str, items: Sequence[Finding], rule: Rule) -> Question:
    """Return one question about the words of all `items`, each with what it may mean."""
    told = [f'"{item.text}" ({" or ".join(_readings(item))})' for item in items]
    said = rule.question_many.format(texts=", ".join(told))
    return Question(name, rule.code, said, items[0].text, offered(()))


def _readings(item: Finding) -> list[str]:
    """Return what an abbreviation may mean, of its finding's message."""
    return item.message.rpartition(": ")[2].rstrip(".").split(" / ")


def _is_ranked(item: Finding, rule: Rule) -> bool:
    return item.level != "error" and rule.rank > 0


def _standing(item: Finding, pack: Pack) -> tuple[bool, int]:
    """Order questions: errors before warnings, warnings by rank; else they keep the order of their places."""
    rank = pack.rules[item.code].rank
    return (False, 0) if item.level == "error" else (True, rank)


def _in_note(item: Finding, note: Reading) -> str:
    """Return what is asked about in the note's own words, where the finding knows where it stands there."""
    spot = next((spot for spot in item.evidence if spot.role == ASKED), None)
    if spot is None or item.text in note.text:
        return item.text
    return note.text[spot.start : spot.end]


def _place(item: Finding, note: Reading) -> str:
    """Return which words of the note a finding is about: where they begin, else a hash of them; "" for none."""
    spot = next((spot for spot in item.evidence if spot.role == ASKED), None)
    if spot is not None:
        return str(spot.start)
    if not item.text:
        return ""
    at = item.start if item.side == SOURCE and item.start is not None else note.text.find(item.text)
    return str(at) if at >= 0 else f"x{hashlib.sha256(item.text.encode()).hexdigest()[:8]}"


def _options(rule: Rule, item: Finding) -> tuple[str, ...]:
    """The rule's own options, or the readings of an abbreviation, and always a way out."""
    own = rule.options
    if not own and " / " in item.message:
        own = tuple(_readings(item))
    return offered(own)


def _quote(item: Finding, note: Reading) -> str:
    """Quote the note: the anchored sentence if the finding lies in it, else what was done first, else the opening."""
    if item.side == SOURCE and item.anchor_start is not None:
        return note.text[item.anchor_start : item.anchor_end][:_QUOTE]
    done = (min(event.interventions) for event in note.events if event.interventions)
    first = next((index for index in done if note.mentions[index].sense.kind != "treatment"), None)
    told = note.text
    if first is not None:
        sentence, begin = note.sentences[note.sentence_of[first]], note.mentions[first].first
        while begin > sentence.label and note.words.low[begin - 1] not in _BREAKS:
            begin -= 1
        told = note.text[note.words.start[begin] : note.words.end[sentence.last - 1]]
    return flat(told)[:_QUOTE]


def to_dict(verdict: Verdict) -> dict[str, Any]:
    """Return the contract's JSON of a check, without the id."""
    return {
        "verdict": verdict.verdict,
        "findings": [item.to_dict() for item in verdict.findings],
        "segments": [
            {"start": s.start, "end": s.end, "role": s.role, "facts": list(s.facts)} for s in verdict.segments
        ],
        "questions": [
            {"id": q.id, "code": q.code, "key": q.key, "text": q.text, "quote": q.quote, "options": list(q.options)}
            for q in verdict.questions
        ],
    }
