"""Results of tests: told by the name of what was done, they are no dose of it."""

import pytest

from tests.noted import kinds


@pytest.mark.parametrize(
    "text",
    [
        "STS no UE 5x 22 s",
        "sit to stand x5 14 sec",
        "chair rise 5x 16 sec",
        "STS 5x in 18 s",
        "STS from 18 in 5x 13.4 s w UE",
        "amb 10 m 8.4 s",
        "SLS R 12.4 s",
        "Y balance ant R 56 L 63 cm",
        "star excursion PM R 71, L 80 cm",
        "Y balance L 82% composite",
        "functional reach 7 in",
        "triple hop R 310 L 402 cm",
        "lunge to wall 6 cm R",
    ],
)
def test_a_time_by_the_watch_or_a_reach_is_a_finding(text: str) -> None:
    assert kinds(text) == ["finding"]


@pytest.mark.parametrize(
    "text",
    [
        "STS 3x 30 s",
        "sit to stand x5 w 30 s rest",
        "sit to stand 4 x 1.5 min",
        "tandem 5x 20 s",
        "squat 5x 12 s hold",
        "step up 15 cm box",
        "step up 10 cm x10",
        "functional reach to shelf x10",
        "Y balance x5 ea",
        "hop 30 cm x8",
    ],
)
def test_a_dose_is_none(text: str) -> None:
    assert kinds(text)[0] == "activity"


@pytest.mark.parametrize(
    "text",
    [
        "SLS L firm EO 41s",
        "Romberg EC firm 30s",
        "tandem R lead 14s",
        "sharpened Romberg EO 30 sec",
        "half roll stance 13s, 8s",
        "semi tandem L fwd 20 s",
        "narrow base standing EC 22 sec",
        "foam EC 6s",
        "SLS R 22 sec best of 3",
        "sit unsupported 25 sec (10)",
        "plank 40s (25 last wk)",
        "static stance EO 60s SBA",
    ],
)
def test_a_stance_held_for_seconds_is_a_finding(text: str) -> None:
    assert kinds(text)[0] == "finding"


@pytest.mark.parametrize(
    "text",
    [
        "SLS L foam 3x30s",
        "tandem 30s w/ ball toss",
        "SLS EO 30s each",
        "tandem stance 2 min",
        "foam EC 2 min",
        "side plank R 20s",
        "SLS 30s x4",
        "romberg on foam 1 min w/ head turns",
    ],
)
def test_in_sets_for_minutes_or_with_something_done_in_it_it_is_an_exercise(text: str) -> None:
    assert kinds(text)[0] == "activity"
