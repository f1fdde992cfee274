"""The scores of one arm: each score's mean over notes, with its interval."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from rewriter.evaluate.compare import LEAST_NOTES
from rewriter.evaluate.record import Scored
from rewriter.evaluate.score import YES_NO, Score
from rewriter.evaluate.statistics import Interval, bca, wilson

_RESAMPLES = 1_999


@dataclass(frozen=True, slots=True)
class Average:
    """A score's mean over `notes`, epochs averaged within a note first; None as interval where the notes are few."""

    score: Score
    notes: int
    mean: float
    interval: Interval | None


def average(records: Sequence[Scored], scores: Iterable[Score]) -> dict[str, Average]:
    """Return by name the means of those scores that apply to a note of the arm.

    A yes/no score that is the same in all epochs of each note gets Wilson's interval, others the bootstrap's.
    """
    found = {}
    for score in scores:
        by_note: dict[str, list[float]] = {}
        for record in records:
            if (value := record.scores.get(score.name)) is not None:
                by_note.setdefault(record.sample, []).append(value)
        if by_note:
            values = [fmean(told) for told in by_note.values()]
            found[score.name] = Average(score, len(values), fmean(values), _interval(score, values))
    return found


def _interval(score: Score, values: Sequence[float]) -> Interval | None:
    if len(values) < LEAST_NOTES:
        return None
    if score.kind == YES_NO and set(values) <= {0.0, 1.0}:
        return wilson(round(sum(values)), len(values))
    return bca(values, resamples=_RESAMPLES)
