"""The findings that a returned text still has, beside those of faithfulness; `count_rules` tells them by rule."""

from collections import Counter
from collections.abc import Iterable

from rewriter.evaluate.record import Run, Scored
from rewriter.evaluate.score import LOWER, NUMBER, Score, Trial

_FORM = "DOC"


def count_rules(records: Iterable[Scored]) -> dict[str, float]:
    """Return by rule code the share of notes, epochs averaged, whose run has an error or a warning of the rule."""
    runs: Counter[str] = Counter()
    hits: dict[str, Counter[str]] = {}
    for record in records:
        runs[record.sample] += 1
        for code in {item.code for item in record.run.findings if item.level != "info"}:
            hits.setdefault(code, Counter())[record.sample] += 1
    return {
        code: sum(count / runs[sample] for sample, count in found.items()) / len(runs)
        for code, found in sorted(hits.items())
    }


def _errors(trial: Trial) -> float | None:
    return _count(trial.run, "error")


def _warnings(trial: Trial) -> float | None:
    return _count(trial.run, "warning")


def _count(run: Run, level: str) -> float | None:
    if run.text is None:
        return None
    return sum(item.level == level and item.code.startswith(_FORM) for item in run.findings)


SCORES = (
    Score("form_errors", "Errors of form (DOCxxx) in the returned text.", LOWER, NUMBER, _errors, "errors"),
    Score("form_warnings", "Warnings of form (DOCxxx) in the returned text.", LOWER, NUMBER, _warnings, "warnings"),
)
