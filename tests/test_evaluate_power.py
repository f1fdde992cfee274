import random

import pytest

from rewriter.evaluate.power import detectable, detectable_share, mcnemar_power, notes_needed, unseen_share
from rewriter.evaluate.statistics import mcnemar_p


def test_the_power_of_mcnemar_is_the_published_one() -> None:
    # O'Brien (2002), as G*Power's manual repeats it: one-sided 5 %, which is half of a two-sided 10 %.
    assert mcnemar_power(50, 0.32, 0.08, alpha=0.10) == pytest.approx(0.839343, abs=5e-5)


def test_the_power_of_mcnemar_is_how_often_it_finds_what_is_there() -> None:
    rng = random.Random(3)
    hits = 0
    for _ in range(2_000):
        drawn = [rng.random() for _ in range(80)]
        hits += mcnemar_p(sum(one < 0.2 for one in drawn), sum(0.2 <= one < 0.25 for one in drawn)) < 0.05
    assert mcnemar_power(80, 0.2, 0.05) == pytest.approx(hits / 2_000, abs=0.03)


def test_without_notes_or_difference_there_is_no_power() -> None:
    assert mcnemar_power(0, 0.5, 0.1) == mcnemar_power(50, 0.0, 0.0) == 0.0
    assert mcnemar_power(5, 1.0, 0.0) == 0.0  # five of five is a p of 6 %


def test_more_notes_show_smaller_differences_and_noise_hides_them() -> None:
    few, many, noisy = detectable_share(40, 0), detectable_share(200, 0), detectable_share(200, 60)
    assert few is not None
    assert many is not None
    assert noisy is not None
    assert many < few
    assert many < noisy
    assert mcnemar_power(200, many, 0) >= 0.8
    assert detectable_share(5, 0) is detectable_share(0, 0) is None


def test_a_mean_difference_is_detectable_as_the_normal_formula_says() -> None:
    # Spread 10 over 100 notes: (1.95996 + 0.84162) * 10 / 10.
    differences = [9.9498744, -9.9498744] * 50
    assert detectable(differences) == pytest.approx(2.8016, abs=1e-3)
    assert detectable([1.0]) is detectable([2.0, 2.0]) is None


def test_how_many_notes_would_tell() -> None:
    assert notes_needed([9.9498744, -9.9498744] * 50, 2.8016) == pytest.approx(100, abs=1)
    assert notes_needed([1.0, 2.0], 0.0) is notes_needed([1.0, 1.0], 0.1) is None


def test_no_difference_seen_is_not_no_difference() -> None:
    assert unseen_share(100) == pytest.approx(0.0295, abs=1e-4)
    assert unseen_share(0) == 1.0
