"""Whether what was written is true and whole: by the validator's word, and by the sample's own lists beside it.

The validator withholds what it finds untrue: among returned texts its own count is zero, until a newer validator judges
old ones. The traps and facts of a sample are found by their wordings alone, and so measure the validator too.
"""

from collections.abc import Sequence

from rewriter.evaluate.record import Run
from rewriter.evaluate.score import HIGHER, LOWER, NUMBER, YES_NO, Score, Trial
from rewriter.evaluate.wording import is_said

_INVENTED, _LOST = "FID1", "FID2"


def _inventions_first(trial: Trial) -> float | None:
    return _count(trial.run.trace[0].codes, _INVENTED) if trial.run.trace else None


def _omissions_first(trial: Trial) -> float | None:
    return _count(trial.run.trace[0].codes, _LOST) if trial.run.trace else None


def _inventions(trial: Trial) -> float | None:
    return _count(_errors(trial.run), _INVENTED) if trial.run.text is not None else None


def _omissions(trial: Trial) -> float | None:
    return _count(_errors(trial.run), _LOST) if trial.run.text is not None else None


def _facts_kept(trial: Trial) -> float | None:
    text, facts = trial.run.text, trial.sample.facts
    return sum(is_said(fact, text) for fact in facts) / len(facts) if text is not None and facts else None


def _traps_sprung(trial: Trial) -> float | None:
    text, traps = trial.run.text, trial.sample.traps
    return any(is_said(trap, text) for trap in traps) if text is not None and traps else None


def _errors(run: Run) -> list[str]:
    return [item.code for item in run.findings if item.level == "error"]


def _count(codes: Sequence[str], group: str) -> int:
    return sum(code.startswith(group) for code in codes)


SCORES = (
    Score(
        "inventions_first",
        "Faults of invention (FID1xx) in the model's first draft, before any repair.",
        LOWER,
        NUMBER,
        _inventions_first,
        "faults",
    ),
    Score(
        "omissions_first",
        "Faults of omission (FID2xx) in the model's first draft, before any repair.",
        LOWER,
        NUMBER,
        _omissions_first,
        "faults",
    ),
    Score(
        "inventions",
        "Errors of invention (FID1xx) in a text that was returned; each should be zero.",
        LOWER,
        NUMBER,
        _inventions,
        "errors",
    ),
    Score(
        "omissions",
        "Errors of omission (FID2xx) in a text that was returned; each should be zero.",
        LOWER,
        NUMBER,
        _omissions,
        "errors",
    ),
    Score(
        "facts_kept",
        "The share of the sample's facts that the returned text says, found by their wordings.",
        HIGHER,
        NUMBER,
        _facts_kept,
        "share",
    ),
    Score(
        "trap_sprung",
        "The returned text says one of the untrue things that the sample warns of.",
        LOWER,
        YES_NO,
        _traps_sprung,
    ),
)
