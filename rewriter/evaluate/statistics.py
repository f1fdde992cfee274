"""The statistics of paired differences, one function a question. Every figure can be had again: `seed` decides chance.

The bootstrap, the permutation test and the binomial test are scipy's: they do exactly what is needed and are checked by
many eyes. Holm's correction is not in scipy and stands here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from scipy.stats import binomtest, bootstrap, permutation_test

RESAMPLES, SEED, CONFIDENCE = 9_999, 20_261_121, 0.95
# So many resamples at once: more memory gains no time.
_BATCH = 1_000
# Means of the same values over epochs may differ by so much from rounding alone.
_NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval with its two ends."""

    low: float
    high: float


def bca(
    values: Sequence[float], *, confidence: float = CONFIDENCE, resamples: int = RESAMPLES, seed: int = SEED
) -> Interval:
    """Return the bias-corrected and accelerated bootstrap interval of the mean of `values`, one a note.

    Values that are all the same say nothing of chance: the interval is then that value alone. The mean of none is no
    number, so `values` must not be empty.
    """
    if max(values) - min(values) < _NOTHING:
        middle = fmean(values)
        return Interval(middle, middle)
    found = bootstrap(
        (list(values),),
        _mean,
        confidence_level=confidence,
        n_resamples=resamples,
        batch=_BATCH,
        method="BCa",
        rng=seed,
    ).confidence_interval
    return Interval(float(found.low), float(found.high))


def permutation_p(differences: Sequence[float], *, resamples: int = RESAMPLES, seed: int = SEED) -> float:
    """Return the two-sided p of the mean difference when each note's two sides might as well be swapped.

    With few notes every way to swap them is tried, so p is exact.
    """
    # A note without a difference is the same when swapped.
    told = [value for value in differences if abs(value) >= _NOTHING]
    if len(told) < 2:
        return 1.0
    found = permutation_test(
        (told,), _mean, permutation_type="samples", vectorized=True, n_resamples=resamples, batch=_BATCH, rng=seed
    )
    return float(found.pvalue)


def mcnemar_p(only_one: int, only_other: int) -> float:
    """Return the exact two-sided p of McNemar's test; the counts are of notes on which only that side says yes."""
    both = only_one + only_other
    return float(binomtest(only_one, both, 0.5).pvalue) if both else 1.0


def wilson(hits: int, count: int, *, confidence: float = CONFIDENCE) -> Interval:
    """Return Wilson's interval of a share. Of none at all nothing is known: the interval is then 0 to 1."""
    if not count:
        return Interval(0.0, 1.0)
    found = binomtest(hits, count).proportion_ci(confidence, "wilson")
    return Interval(float(found.low), float(found.high))


def holm(ps: Sequence[float]) -> list[float]:
    """Return p values corrected for their number by Holm's method, in the order they came in."""
    adjusted = [0.0] * len(ps)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        highest = max(highest, min(1.0, ps[place] * (len(ps) - rank)))
        adjusted[place] = highest
    return adjusted


def _mean(values: Any, axis: int = -1) -> Any:
    return values.mean(axis=axis)
