"""What a word says by being denied: "not sure" is unsure, in both directions, and no denial beside it is untrue."""

import pytest

from rewriter.fidelity.texts.groups import is_denied
from tests.worded import error_codes


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("caregiver unsure about tub bench", "The caregiver is not certain about the tub bench."),
        ("tactile cues not needed", "Tactile cues were unnecessary."),
    ],
)
def test_a_denied_opposite_says_the_same(source: str, rewrite: str) -> None:
    assert not error_codes(source, rewrite)


def test_the_opposite_itself_does_not() -> None:
    assert error_codes("caregiver unsure about tub bench", "The caregiver is certain about the tub bench.")


def test_a_denial_stands_close_before() -> None:
    assert is_denied(["is", "not", "yet", "certain"], 3)
    assert not is_denied(["not", "now", "but", "later", "certain"], 4)


def test_a_phrase_is_found_where_a_side_stands_within_it() -> None:
    assert not error_codes("TTA L", "The left leg was amputated below the knee: left leg amputated below the knee.")
    assert not error_codes("dec R stance time", "Shortened stance on the right.")
    assert error_codes("dec R stance time", "Lengthened right stance.")
