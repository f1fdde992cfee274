"""A value that stayed is told in many ways, and is not one that rose or fell."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("TUG 24 s, unchanged.", "TUG remains at 24 seconds."),
        ("TUG 24 s, unchanged.", "TUG stays at 24 seconds."),
        ("TUG 24 s, unchanged.", "TUG is still 24 seconds, with no change."),
        ("TUG 24 s, unchanged.", "TUG is the same as before at 24 seconds."),
        ("FGA 19/30, no change.", "FGA remains 19/30."),
        ("Pain remains 4/10.", "Pain is unchanged at 4/10."),
        ("Pain remains 4/10.", "Pain is still 4/10."),
    ],
)
def test_a_value_that_stayed_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("TUG 24 s, unchanged.", "TUG improved to 24 seconds."),
        ("TUG 24 s, unchanged.", "TUG is down to 24 seconds."),
        ("Pain remains 4/10.", "Pain rose to 4/10."),
    ],
)
def test_a_value_told_as_risen_or_fallen_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
