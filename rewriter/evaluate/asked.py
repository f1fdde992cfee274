"""Whether the clinician was asked what was due, and nothing else."""

from rewriter.evaluate.score import LOWER, NUMBER, Score, Trial


def _missed(trial: Trial) -> float | None:
    due = trial.sample.questions
    return None if due is None else len(set(due) - _asked(trial))


def _needless(trial: Trial) -> float | None:
    due = trial.sample.questions
    return None if due is None else len(_asked(trial) - {*due, *trial.sample.may_ask})


def _asked(trial: Trial) -> set[str]:
    return {question.code for question in trial.run.questions}


SCORES = (
    Score("questions_missed", "Questions that were due and not asked.", LOWER, NUMBER, _missed, "questions"),
    Score("questions_needless", "Questions asked that were not due.", LOWER, NUMBER, _needless, "questions"),
)
