"""Values of either side told as sentences."""

import pytest

from tests.noted import sentences as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("SLR R 45, L 80 deg", "straight leg raise was 45 on the right and 80 degrees on the left"),
        (
            "grip L 18#, R 54# (L 14 last wk)",
            "grip was 18 pounds on the left and 54 pounds on the right (left 14 last week)",
        ),
        ("Y-bal ant L 54 / R 61 cm", "Y-balance anterior was 54 on the left and 61 centimeters on the right"),
        ("grip 28# R / 61 L", "grip was 28 pounds on the right and 61 on the left"),
        ("hip abd 3/5 R 4/5 L", "hip abduction was 3/5 on the right and 4/5 on the left"),
        ("SLS L 3 s, R 8 s", "single leg stance was 3 seconds on the left and 8 seconds on the right"),
        ("AROM L 0-128, R 0-140", "active range of motion was 0 to 128 on the left and 0 to 140 on the right"),
        ("switch hits L 4/5, R 1/5", "switch hits were 4/5 on the left and 1/5 on the right"),
        ("MMT R 2/5, L 3/5", "manual muscle test was 2/5 on the right and 3/5 on the left"),
    ],
)
def test_each_side_has_its_value(note: str, said: str) -> None:
    assert told(note) == [said]


@pytest.mark.parametrize(
    "note",
    [
        "SLR R 45, R 80",
        "Frenkel heel shin L 10 R 10",
        "step ups 12 R 10 L",
        "quadruped lifts L x5, R x3",
        "grip L 14#",
        "SLR R 45 > 58",
        "ramp L 3, R 4 steps",
    ],
)
def test_anything_else_between_stays_as_written(note: str) -> None:
    assert told(note) == []
