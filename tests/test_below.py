"""Figures below zero: the sign lost or added is found, words of lacking tell it too."""

import pytest

from rewriter.fidelity.rewording.below import find_unsigned
from tests.worded import both, shelf


def unsigned(source: str, rewrite: str) -> list[str]:
    said, note = both(source, rewrite)
    given, stated = shelf(note), shelf(said)
    return [item.value for item in find_unsigned(stated, given, said, note)]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("elbow ext -10 deg R", "Right elbow extension was 10 degrees."),
        ("knee ext 5 deg", "Knee extension was -5 degrees."),
        ("PIP ext minus 15 deg", "PIP extension was 15 degrees."),
    ],
)
def test_a_sign_lost_or_added_is_found(source: str, rewrite: str) -> None:
    assert len(unsigned(source, rewrite)) == 1


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("elbow ext -10 deg R", "Right elbow extension was minus 10 degrees."),
        ("elbow ext -10 deg", "The elbow lacks 10 degrees of extension."),
        ("ankle DF 5-8 deg", "Ankle dorsiflexion was 5 to 8 degrees."),  # a range
        ("- 10 reps march", "Marching, 10 repetitions."),  # an item of a list
        ("knee 0-10-120", "Knee 0-10-120."),
    ],
)
def test_the_same_value_in_other_words_is_silent(source: str, rewrite: str) -> None:
    assert unsigned(source, rewrite) == []
