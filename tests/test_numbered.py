"""Figures inside a name: another step, test or walker than the note's is found."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("6MWT 310 m w/ RW, 2 rests", "On the six-minute walk test, 310 meters with a rolling walker and two rests."),
        ("25FWT 14.2 s w/ cane", "The timed 25-foot walk took 14.2 seconds with a cane."),
        ("turn 360 L 6 sec", "Turning a full circle took 6 seconds to the left."),
    ],
)
def test_a_name_with_the_figure_of_the_note_is_the_same(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("6MWT 310 m w/ RW, 2 rests", "On the two-minute walk test, 310 meters with a rolling walker and two rests."),
        ("25FWT 14.2 s w/ cane", "The timed 25-meter walk took 14.2 seconds with a cane."),
        ("4in step taps x10 L", "Ten taps to an eight-inch step on the left."),
        ("turn 360 L 6 sec", "Turning a half circle took 6 seconds to the left."),
        ("balance class w 4 pts 45 min", "Balance class with six patients, 45 minutes."),
    ],
)
def test_another_figure_in_a_name_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
