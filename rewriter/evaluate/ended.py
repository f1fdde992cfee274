"""How a run ended: with the status it should have, accepted or not, and after how many repairs."""

from rewriter.evaluate.score import HIGHER, LOWER, NUMBER, YES_NO, Score, Trial
from rewriter.loop import ACCEPTED as TAKEN
from rewriter.result import Status


def _status_as_expected(trial: Trial) -> float:
    return trial.run.status == trial.sample.expected


def _accepted(trial: Trial) -> float | None:
    return trial.run.status == Status.ACCEPTED if trial.sample.expected == Status.ACCEPTED.value else None


def _accepted_wrongly(trial: Trial) -> float | None:
    return trial.run.status == Status.ACCEPTED if trial.sample.expected != Status.ACCEPTED.value else None


def _first_draft_taken(trial: Trial) -> float | None:
    run = trial.run
    return run.outcome == TAKEN and len(run.trace) == 1 if run.trace else None


def _draft_taken(trial: Trial) -> float | None:
    return trial.run.outcome == TAKEN if trial.run.trace else None


def _repairs(trial: Trial) -> float | None:
    return len(trial.run.trace) - 1 if trial.run.trace else None


SCORES = (
    Score(
        "status_as_expected",
        "The run ended with the status that the sample expects.",
        HIGHER,
        YES_NO,
        _status_as_expected,
    ),
    Score("accepted", "A note that should be accepted was; only of such notes.", HIGHER, YES_NO, _accepted),
    Score(
        "accepted_wrongly",
        "A note that should have drawn questions or been refused was accepted; only of such notes.",
        LOWER,
        YES_NO,
        _accepted_wrongly,
    ),
    Score(
        "first_draft_taken",
        "The model's first draft was faithful and needed no repair; only of notes that a model was asked for.",
        HIGHER,
        YES_NO,
        _first_draft_taken,
    ),
    Score(
        "draft_taken",
        "The model came to a faithful draft within its tries, else the composer's stands in for it.",
        HIGHER,
        YES_NO,
        _draft_taken,
    ),
    Score("repairs", "Requests to the model after the first one.", LOWER, NUMBER, _repairs, "requests"),
)
