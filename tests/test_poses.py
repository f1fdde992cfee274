"""Figures that may be seconds stay as they were written."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("eyes closed 3x15", "eyes closed 3 x 15"),
        ("narrow BOS EC 3x20", "narrow base of support with eyes closed 3 x 20"),
        ("semi tandem 4x20", "semi tandem 4 x 20"),
        ("prone on elbows 3x20", "prone on elbows 3 x 20"),
    ],
)
def test_of_what_is_held_nobody_knows_it(text: str, fact: str) -> None:
    assert told(text) == [fact]


@pytest.mark.parametrize(
    "text", ["squats EC 2x10", "standing hip abd 2x10", "quadruped alt arms 3x10", "bridges 2x30s, clams 2x10"]
)
def test_what_is_repeated_is_done_in_sets(text: str) -> None:
    assert "sets of 10 repetitions" in told(text)[-1]


def test_what_was_timed_before_was_held_last_time_too() -> None:
    assert "3 x 20" in told("tall kneel 3 x 45 sec min A (last tx 3 x 20 mod A)")[-1]
