"""Maintenance: where the plan is to keep a patient's function, nothing may say that it got better unless it did."""

from collections.abc import Mapping, Sequence

from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, MODEL, REWRITE, Finding, found
from rewriter.punctuation import BREAKS
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED, PLANNED, POSSIBLE
from rewriter.rule import Rule

_NOT_SO = (NEGATED, PLANNED, POSSIBLE)
_BEFORE = 4


def improvement_in_maintenance(case: Case, rule: Rule) -> list[Finding]:
    """The plan is maintenance, and the text speaks of progress: an error where its source shows none.

    In the note itself it is a warning: the clinician may have seen it.
    """
    if not case.visit.plan.maintenance:
        return []
    claims = _claims(case.text, rule)
    if not claims:
        return []
    span = claims[0]
    if case.source is None:
        return [found(rule, case.text.text, side=REWRITE, span=span, mend=CLINICIAN, level="warning")]
    told = [reading for reading in case.told if _claims(reading, rule) or _shows_change(reading, rule)]
    if told:
        own = _claims(case.note, rule)
        if not own:
            return []
        return [found(rule, case.note.text, side=case.note_side, span=own[0], mend=CLINICIAN, level="warning")]
    return [found(rule, case.text.text, side=REWRITE, span=span, mend=MODEL)]


def _claims(reading: Reading, rule: Rule) -> list[tuple[int, int]]:
    """Return where a text says that the patient got better: not as a purpose, a plan, or in a denial."""
    low, claims = reading.words.low, []
    for phrase in map(str.split, rule.parameters["claims"]):
        for at in (i for i, word in enumerate(low) if word == phrase[0]):
            last = at + len(phrase)
            if list(low[at:last]) == phrase and not _is_meant_otherwise(reading, at, last, rule):
                claims.append((reading.words.start[at], reading.words.end[last - 1]))
    return sorted(claims)


def _is_meant_otherwise(reading: Reading, at: int, last: int, rule: Rule) -> bool:
    if any(reading.is_scoped(mask, at, last) for mask in _NOT_SO):
        return True
    low = reading.words.low
    before = _in_sentence(low[max(0, at - _BEFORE) : at])
    behind = _in_sentence(low[last : last + 3], behind=True)
    purposes, denials = rule.parameters["purposes"], rule.parameters["denials"]
    return bool(set(before) & set(denials)) or _ends_in(before, purposes) or set(behind[:2]) >= {"not", "expected"}


def _in_sentence(words: Sequence[str], *, behind: bool = False) -> list[str]:
    """Return the words up to the mark that parts them from the phrase."""
    kept: list[str] = []
    for word in words if behind else reversed(words):
        if word in BREAKS:
            break
        kept.append(word)
    return kept if behind else kept[::-1]


def _ends_in(before: Sequence[str], purposes: Sequence[str]) -> bool:
    """Tell whether words of purpose lead up to the phrase: "to promote improved balance", "goal of improvement"."""
    line = f" {' '.join(before)} "
    return any(f" {purpose} " in line for purpose in purposes)


def _shows_change(reading: Reading, rule: Rule) -> bool:
    """Tell whether figures of two days stand side by side, from which the change can be read."""
    low = f" {' '.join(reading.words.low)} "
    return bool(reading.having("better")) or any(f" {word} " in low for word in rule.parameters["changes"])


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (improvement_in_maintenance,)}
