"""Tests named by a figure, told as what was done."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("30s STS = 6.", "Six stands in 30 seconds."),
        ("30s STS = 6.", "Sit-to-stand for 30 seconds (6)."),
        ("5xSTS 14.2 s.", "Rising from a chair five times took 14.2 seconds."),
        ("6MWT 905 ft.", "In six minutes the patient walked 905 ft."),
        ("10MWT 12 s.", "Walking 10 meters took 12 s."),
    ],
)
def test_a_test_told_by_its_deed_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("30s STS = 6.", "Six stands in 40 seconds."),
        ("30s STS = 6.", "Five stands in 30 seconds."),
        ("30s STS = 6. SLS 10 s.", "30s STS 6. Stands on one leg 30 s."),
        ("6MWT 905 ft. Bike 10 min.", "6MWT 905 ft. Bike 6 minutes."),
        ("6MWT 905 ft.", "In two minutes the patient walked 905 ft."),
    ],
)
def test_another_figure_or_deed_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
