"""What a run has done so far, in numbers and in words."""

import time

import pytest

from rewriter.bulk.tally import Tally, tell_time


def test_the_time_left_follows_from_the_pace_so_far() -> None:
    tally = Tally(total=10, had=2, rejected=1, began=time.monotonic() - 600)
    assert tally.seconds_left is None
    tally.statuses["accepted"] = 3  # in ten minutes, and four are left
    assert tally.seconds_left == pytest.approx(800, rel=0.01)


def test_a_total_that_was_too_low_tells_no_time_left() -> None:
    tally = Tally(total=1, had=2)
    tally.statuses["accepted"] = 3
    assert tally.seconds_left is None


@pytest.mark.parametrize(("seconds", "words"), [(5.9, "5 s"), (65, "1 min 05 s"), (7500, "2 h 05 min")])
def test_time_is_told_in_words(seconds: float, words: str) -> None:
    assert tell_time(seconds) == words
