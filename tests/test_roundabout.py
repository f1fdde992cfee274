"""Denied, due, doubted, wished or inexact, said in two words or more; and what only looks like it."""

import pytest

from rewriter.fidelity.texts.roundabout import goes_on, is_about, is_barred, is_choice, is_hoped, is_since, is_tied


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cues to keep the muscle out of it", True),
        ("keep pillows away from under the knee", True),
        ("the patient turned it down", True),
        ("ran out of time", True),
        ("holding off on stairs", True),
        ("the knee keeps giving out", False),
        ("keep the foot on the floor", False),
        ("turned to the left . sat down", False),
    ],
)
def test_what_is_kept_out_or_turned_down_is_denied(text: str, told: bool) -> None:
    assert is_barred(text.split()) is told


def test_what_goes_on_depends_on_something_or_is_wished_is_told_in_two_words() -> None:
    assert goes_on("visits stay at two a week".split())
    assert not goes_on("visits were two a week".split())
    assert is_tied("subject to approval".split())
    assert is_hoped("long - term we're going for 150 feet".split())
    assert not is_hoped("going to the sink".split())


def test_so_long_since_something_is_former() -> None:
    assert is_since("three weeks out from botox".split())
    assert not is_since("three weeks of botox".split())


@pytest.mark.parametrize(
    ("text", "at", "told"),
    [
        ("approx . 15 minutes", 2, True),
        ("about 15 or so", 1, True),
        ("in the region of 15", 4, True),
        ("for 15 minutes", 1, False),
    ],
)
def test_a_figure_called_inexact(text: str, at: int, told: bool) -> None:
    assert is_about(text.split(), at, at + 1) is told


def test_the_no_of_yes_or_no_denies_nothing() -> None:
    assert is_choice("yes / no about 80%".split(), 2)
    assert not is_choice("no pain".split(), 0)
