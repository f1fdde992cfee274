"""Spaced dashes that part nothing."""

import pytest

from tests.noted import pieces


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("gait 30 - 50 ft today", "gait 30 - 50 ft today"),
        ("HR 70 - 80, no c/o", "HR 70 - 80"),
        ("ext - 5 deg lag", "ext - 5 deg lag"),
        ("gait - 50 ft", "gait - 50 ft"),
        ("RW 50 ft - 75 ft - 60 ft", "RW 50 ft - 75 ft - 60 ft"),
        ("toilet transfer - from raised seat", "toilet transfer - from raised seat"),
    ],
)
def test_a_range_a_label_and_a_way_stay_together(text: str, piece: str) -> None:
    assert piece in pieces(text)


@pytest.mark.parametrize("text", ["97116 - 23 min", "STS x5 - 4 steps CGA", "gait 50 ft - knee buckled", "SNF - CHF"])
def test_else_a_spaced_dash_parts(text: str) -> None:
    assert len(pieces(text)) > 1
