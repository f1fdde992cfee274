"""Rests told as sentences."""

import pytest

from tests.noted import sentences as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("2 rests", "there were 2 rests"),
        ("1 seated rest", "there was 1 seated rest"),
        ("3 rest breaks", "there were 3 rest breaks"),
        ("rest 2 min b/w sets", "there was rest for 2 minutes between sets"),
        ("2 min seated rest between", "there were 2 minutes of seated rest between"),
        ("1 min rests", "there were 1 minute rests"),
        ("seated rest between", "there was seated rest between"),
        ("2 standing rests for SOB", "there were 2 standing rests for shortness of breath"),
    ],
)
def test_rests_are_counted_or_timed(note: str, said: str) -> None:
    assert told(note) == [said]


@pytest.mark.parametrize(
    "note",
    [
        "rest x2",
        "break",
        "resting splint",
        "5 min break",
        "3",
    ],
)
def test_what_is_no_rest_or_not_counted_stays_as_written(note: str) -> None:
    assert told(note) == []
