"""How many, told one by one, as a pair or once more."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("planned 6, did 4, stopped for R foot drop", "Did 4 of a planned 6, stopped for right foot drop."),
        ("Stepper 2 min x4, planned 6.", "Did four of the planned six two-minute bouts on the stepper."),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament not felt: left big toe; right toes 1 to 3."),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament not felt: left big toe; right toes 1, 2 and 3."),
        ("Cont 1x/wk.", "To continue weekly."),
        ("HEP 1x/d.", "Home program daily."),
        ("Wakes 2x/night, was 4-5.", "Now waking twice nightly, down from four to five times."),
        ("24h sup.", "Supervision round the clock."),
        ("Pads 3/day, was 5", "She goes through three pads daily compared with five previously."),
        ("Pads 3/day, was 5", "Down from 5 pads a day to 3."),
        ("Falls 2/wk", "Two falls a week are reported."),
    ],
)
def test_each_of_a_range_or_a_pair_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Cont 2x/wk.", "To continue weekly."),
        ("HEP 2x/d.", "Home program daily."),
        ("Cont 1x/mo.", "To continue weekly."),
        ("24h sup.", "Supervision in the daytime."),
        ("Wakes 2x/night, was 4-5.", "Wakes 4 to 5 times a night, was 2."),
        ("Wakes 2x/night, was 4-5.", "Night waking is now four or five times, having been twice."),
        ("Wakes 2x/night, was 4-5.", "Wakes four to five times a night, down from two."),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament not felt: left big toe; right toes 1, 2 and 4."),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament felt: left big toe; right toes 1 to 3."),
        ("Pads 3/day, was 5", "She goes through five pads daily compared with three previously."),
        ("Pads 3/day", "She goes through three pads weekly."),
        ("Cups 3/day, pads 5/day", "Five cups a day and three pads a day."),
    ],
)
def test_another_number_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
