"""Sides that stand alone, both at once, and "left" that is no side."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "switch hits L 4/5, R 1/5",
            "The switch was hit 4 times out of 5 with the left and once out of 5 with the right.",
        ),
        ("AFO left home. L foot drag.", "Left the AFO at home. Left foot dragging."),
        ("AFO left home. L foot drag.", "The patient had left the AFO at home. The left foot dragged."),
        ("AFO left home. R foot drag.", "Left the AFO at home. Right foot dragging."),
        ("Swing 5 min, calm after.", "Five minutes on the swing left the child calm."),
        ("made two errors, self-corrected 1", "He made two errors and put one right himself."),
    ],
)
def test_a_side_in_another_place_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "switch hits L 4/5, R 1/5",
            "The switch was hit 4 times out of 5 with the right and once out of 5 with the left.",
        ),
        ("R AFO, gait 40 ft.", "Left AFO, gait 40 feet."),
        ("R knee buckled.", "On the left the knee buckled."),
        ("R knee buckled.", "Left: the knee buckled."),
        ("L knee buckled x2, self-corrected 1.", "The right knee buckled twice, one self-corrected."),
    ],
)
def test_the_other_side_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
