"""The power of a comparison: how small a difference it would have found. It claims no more than that.

A difference counts as found where its two-sided p is under 5 %, and as one the comparison can find where that happens
in four of five repeats.
"""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import ceil, comb, sqrt
from statistics import NormalDist, stdev

from scipy.stats import binom

ALPHA, POWER = 0.05, 0.8
_FINE = 400


def detectable(differences: Sequence[float]) -> float | None:
    """Return the smallest true mean difference that this many notes, as varied as these, would show.

    None for fewer than two notes, and where no note differs: then chance is not known. The formula is the normal one.
    """
    if len(differences) < 2 or not (spread := stdev(differences)):
        return None
    return _reach() * spread / sqrt(len(differences))


def detectable_share(notes: int, differing: int) -> float | None:
    """Return the smallest true difference of two shares that exact McNemar would show on this many notes.

    `differing` notes said yes on one side only: where the truth differs by less than that, the rest of them is taken
    as chance both ways. None where even a change on every note would not show.
    """
    noise = differing / notes if notes else 0.0

    def is_seen(step: int) -> bool:
        shift = step / _FINE
        chance = max(noise, shift)
        return mcnemar_power(notes, (chance + shift) / 2, (chance - shift) / 2) >= POWER

    step = bisect_left(range(_FINE + 1), True, lo=1, key=is_seen)
    return step / _FINE if step <= _FINE else None


def mcnemar_power(notes: int, only_one: float, only_other: float, alpha: float = ALPHA) -> float:
    """Return how often exact McNemar finds a difference: `only_one` and `only_other` are the true shares of notes."""
    both = min(1.0, only_one + only_other)
    if not notes or not both:
        return 0.0
    share = min(1.0, only_one / both)
    counts = list(range(1, notes + 1))
    few = [_most_for(count, alpha) for count in counts]
    many = [count - most - 1 for count, most in zip(counts, few, strict=True)]
    seen = binom.cdf(few, counts, share) + binom.sf(many, counts, share)
    return float(sum(binom.pmf(counts, notes, both) * seen))


@cache
def _most_for(count: int, alpha: float) -> int:
    """Return on how many of `count` differing notes the rarer side may stand for p to be under `alpha`; -1 for none."""
    tail = Fraction(0)
    for most in range(count + 1):
        tail += Fraction(comb(count, most), 2**count)
        if 2 * tail >= Fraction(alpha).limit_denominator(10_000):
            return most - 1
    return count


def notes_needed(differences: Sequence[float], margin: float) -> int | None:
    """Return how many notes as varied as these show that there is no loss beyond `margin`, in four of five repeats.

    None where it cannot be told: no margin, fewer than two notes, or no note that differs.
    """
    if margin <= 0 or len(differences) < 2 or not (spread := stdev(differences)):
        return None
    return ceil((_reach() * spread / margin) ** 2)


def unseen_share(notes: int) -> float:
    """Return the largest share of notes that may truly differ, though none of so many did (95 %, the rule of three)."""
    return 1 - ALPHA ** (1 / notes) if notes else 1.0


def _reach() -> float:
    return NormalDist().inv_cdf(1 - ALPHA / 2) + NormalDist().inv_cdf(POWER)
