"""Home health frequencies, and figures with a w between them that are none."""

import pytest

from tests.spelled import shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cont 2w3, 1w2.", "2 times a week for 3 weeks , 1 time a week for 2 weeks ."),
        ("1w1 2w4", "1 time a week for 1 week , 2 times a week for 4 weeks"),
        ("3w2,2w2", "3 times a week for 2 weeks , 2 times a week for 2 weeks"),
        ("1w9", "1 time a week for 9 weeks"),
    ],
)
def test_so_many_visits_a_week_for_so_many_weeks(text: str, said: str) -> None:
    assert shown(text).endswith(said)


@pytest.mark.parametrize("text", ["born 34w2", "GA 4w3d", "2w3d s/p ORIF", "9w2 visits", "4w3 old"])
def test_weeks_and_days_are_no_frequency_and_no_with(text: str) -> None:
    assert "times" not in shown(text)
    assert "with" not in shown(text)


def test_a_free_w_between_figures_is_still_with() -> None:
    assert shown("gait wk 2 w 3 rests") == "gait week 2 with 3 rests"
