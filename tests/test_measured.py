"""Pieces that name a deed: values of it, and what the patient does by himself, are no treatment."""

import pytest

from tests.noted import kinds


@pytest.mark.parametrize(
    "text",
    [
        "lat pinch L 6 R 9 lb",
        "grip R 38 L 52 lb",
        "grip R 40 lb",
        "gait 7/10",
        "rest + PLB -> 93",
        "handwriting size 4 mm (2)",
        "back to 93 in 2 min seated w/ PLB",
        "lifts 12 lb baby",
        "donned liner w/ VC x1",
        "none w/ walk",
        "burn precautions w/ pt + wife",
        "stroke rehab",
        "neck flexor endur 14 s (goal 30)",
        "sit tol 25 min vs 40 goal",
    ],
)
def test_a_value_or_a_habit_is_no_treatment(text: str) -> None:
    assert not {"activity", "diagnosis", "function"} & set(kinds(text))


@pytest.mark.parametrize(
    "text",
    [
        "lat pinch yellow putty 2x10",
        "squats 35 lb x20",
        "gait 150 ft x2",
        "lifts 5 lb x10",
        "SLS L 7s x3 R 3s x3",
        "step ups 4 in x10",
        "PLB x5 min",
    ],
)
def test_a_dose_is_of_what_was_done(text: str) -> None:
    assert "activity" in kinds(text)


@pytest.mark.parametrize("text", ["goal: 150 ft SBA", "goal 5 indep steps", "goal not met: stairs"])
def test_a_goal_by_itself_is_one(text: str) -> None:
    assert kinds(text) == ["function"]
