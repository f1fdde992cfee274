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


@pytest.mark.parametrize(
    "text", ["SLS L 2x30s, 1x20", "plank 3x15s, 1x20 R", "1x20 + 2x30s SLS foam", "SLS 3x30s, then 1x20 L"]
)
def test_beside_what_is_timed_a_bare_figure_may_be_seconds(text: str) -> None:
    assert any("1 x 20" in surface for surface in told(text))


@pytest.mark.parametrize("text", ["plank 2x20s, squats 1x20", "plank 2x20s. 1x20 squats", "SLS 2x30s, SLR L 1x20"])
def test_what_is_named_with_it_is_repeated(text: str) -> None:
    assert "1 set of 20 repetitions" in " ".join(told(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [("VOR 2x45s 1x60", "2 times, 1 x 60"), ("SLR 3x10 2x8", "3 sets of 10 repetitions, 2 sets of 8 repetitions")],
)
def test_one_more_dose_is_set_apart(text: str, said: str) -> None:
    assert said in told(text)[0]
