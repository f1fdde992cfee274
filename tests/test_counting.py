"""What a number tells by the words behind it: points of a name are no figures, points gained are."""

import pytest

from rewriter.fidelity.texts.counting import is_part_of, names_points
from tests.worded import error_codes


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("4 point kneeling", True),
        ("three - point gait", True),
        ("4 - point change", False),
        ("4 points", False),
        ("4 steps", False),
    ],
)
def test_the_points_of_a_name_are_told_apart(text: str, named: bool) -> None:
    assert names_points(text.split(), 1) is named


def test_a_part_has_its_whole_behind_it() -> None:
    assert is_part_of("one of the three".split(), 1)
    assert not is_part_of("one of the hurdles".split(), 1)


def test_a_posture_on_four_points_is_told_by_its_name() -> None:
    assert not error_codes("4pt WB w/ taps 3x20s", "Quadruped weight bearing with taps, three sets of 20 seconds.")
