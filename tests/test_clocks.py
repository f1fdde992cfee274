"""The time of day in words is the time of day; another hour or the other half of the day is not."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("RN told 1430.", "The nurse was told at 2:30 in the afternoon."),
        ("RN told 1430.", "The nurse was told at 2:30 p.m."),
        ("RN told 1430.", "The nurse was told at half past two in the afternoon."),
        ("RN told 1430.", "The nurse was told at 14:30."),
        ("RN told 0930.", "The nurse was told at 9:30 in the morning."),
        ("RN told 0930.", "The nurse was told at 9:30 a.m."),
        ("Seen 8 am.", "The patient was seen at 8 in the morning."),
        ("Seen 8 am.", "The patient was seen at eight o'clock in the morning."),
    ],
)
def test_the_same_hour_in_words_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("RN told 0930.", "The nurse was told at 9:30 p.m."),
        ("RN told 1430.", "The nurse was told at 2:30 a.m."),
        ("RN told 1430.", "The nurse was told at 2:30 in the morning."),
        ("RN told 1430.", "The nurse was told at 3:30 in the afternoon."),
        ("RN told 9:30am.", "The nurse was told at 9:30 p.m."),
        ("RN told 9:30am.", "The nurse was told at 9:30 in the evening."),
        ("Seen 8 am.", "The patient was seen at 8 p.m."),
        ("Sinemet 0800.", "Sinemet was taken at 8 p.m."),
        ("Stiff in a.m. x30 min. Meds 0800.", "Stiff in the p.m. for 30 minutes. Medication at 8 a.m."),
    ],
)
def test_another_hour_or_half_of_the_day_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
