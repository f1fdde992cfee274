"""The first and the last of two values, by the word beside either, whatever stands first."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("FGA 17, IE 15.", "The FGA is now 17, compared with 15 at initial evaluation."),
        ("Fatigue 7/10 end, 3/10 start.", "Fatigue began at 3/10 and finished at 7/10."),
        ("Cadence 88 at start, 102 at end.", "At the start the cadence was 88, compared with 102 at the end."),
        (
            "12 of 40 steps dragging at start, 3 of 40 at end.",
            "At the start, 12 of 40 steps were dragging, compared with 3 of 40 by the end.",
        ),
        ("Berg 21, was 14 last wk.", "The Berg is 21, compared with 14 last week."),
    ],
)
def test_values_told_in_their_order_are_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("FGA 17, IE 15.", "The FGA is now 15, compared with 17 at initial evaluation."),
        ("Fatigue 7/10 end, 3/10 start.", "Fatigue began at 7/10 and finished at 3/10."),
        ("Cadence 88 at start, 102 at end.", "At the start the cadence was 102, compared with 88 at the end."),
        ("Berg 21, was 14 last wk.", "The Berg is 14, compared with 21 last week."),
    ],
)
def test_the_other_order_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
