import random
from math import comb
from statistics import NormalDist, fmean

import pytest

from rewriter.evaluate.statistics import bca, holm, mcnemar_p, permutation_p, wilson

# Student's ten patients: hours of sleep gained with the one drug less those with the other (1908). The exact
# permutation p of these differences is 2 of 512.
SLEEP = (1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4)


def test_student_slept_longer_with_the_published_exact_p() -> None:
    assert permutation_p(SLEEP) == pytest.approx(2 / 512)


def test_fishers_maize_has_his_exact_permutation_p() -> None:
    # Darwin's fifteen pairs; Fisher (1935) counted 1,726 of 32,768 ways at least as far out.
    pairs = (49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)
    assert permutation_p(pairs, resamples=2**15) == pytest.approx(1726 / 32768)


def test_differences_of_nothing_say_nothing() -> None:
    assert permutation_p([0.0] * 50) == 1.0
    assert permutation_p([]) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "p"),
    # R: binom.test(c(5, 15))$p.value; the example of Fay's exact2x2; none at all.
    [(5, 15, 0.04139), (15, 5, 0.04139), (6, 0, 0.03125), (3, 3, 1.0), (0, 0, 1.0)],
)
def test_mcnemar_is_exact(one: int, other: int, p: float) -> None:
    assert mcnemar_p(one, other) == pytest.approx(p, abs=1e-5)


@pytest.mark.parametrize(("one", "other"), [(1, 9), (12, 30), (40, 61)])
def test_mcnemar_is_twice_the_binomial_tail(one: int, other: int) -> None:
    tail = sum(comb(one + other, count) for count in range(one + 1)) / 2 ** (one + other)
    assert mcnemar_p(one, other) == pytest.approx(2 * tail)


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    # Newcombe (1998), table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_is_newcombes(hits: int, count: int, low: float, high: float) -> None:
    found = wilson(hits, count)
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


def test_of_nothing_anything_may_be_true() -> None:
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)


def test_holm_is_the_published_one() -> None:
    # Holm's step-down as R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") gives it.
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_bca_is_the_textbooks() -> None:
    # Efron and Tibshirani (1993), 14.3, worked out here from the definition, with resamples of its own.
    rng = random.Random(1)
    means = sorted(fmean(rng.choices(SLEEP, k=len(SLEEP))) for _ in range(40_000))
    middle = fmean(SLEEP)
    below = sum(value < middle for value in means) + sum(value == middle for value in means) / 2
    bias = NormalDist().inv_cdf(below / len(means))
    left = [middle - fmean(SLEEP[:at] + SLEEP[at + 1 :]) for at in range(len(SLEEP))]
    pull = sum(value**3 for value in left) / (6 * sum(value**2 for value in left) ** 1.5)
    ends = []
    for level in (0.025, 0.975):
        z = bias + NormalDist().inv_cdf(level)
        ends.append(means[int(NormalDist().cdf(bias + z / (1 - pull * z)) * len(means))])
    found = bca(SLEEP, resamples=40_000)
    assert [found.low, found.high] == pytest.approx(ends, abs=0.06)
    assert ends[1] - means[39_000] > 0.15  # the plain percentile lies elsewhere


def test_bca_leans_where_the_values_lean() -> None:
    found = bca([0.0] * 60 + [1.0] * 4)
    middle = 4 / 64
    assert found.high - middle > middle - found.low > 0


def test_values_without_spread_are_their_own_interval() -> None:
    assert bca([0.0] * 20).high == 0.0
    assert bca([0.1 + 0.2, 0.3]).low == pytest.approx(0.3)


def test_the_same_seed_gives_the_same_figures() -> None:
    assert bca(SLEEP) == bca(SLEEP) != bca(SLEEP, seed=5)


def test_a_thousand_comparisons_of_the_same_with_itself_alarm_as_often_as_they_say() -> None:
    rng = random.Random(20261121)
    alarms = 0
    for seed in range(1_000):
        differences = [rng.expovariate(1) - rng.expovariate(1) for _ in range(40)]
        alarms += permutation_p(differences, resamples=399, seed=seed) < 0.05
    assert 30 <= alarms <= 70


def test_mcnemar_never_alarms_more_often_than_it_says() -> None:
    rng = random.Random(1)
    alarms = 0
    for _ in range(1_000):
        one = sum(rng.random() < 0.5 for _ in range(120))
        alarms += mcnemar_p(one, 120 - one) < 0.05
    assert 20 <= alarms <= 60
