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
