"""A word with a denying prefix says what its base denied says, and the opposite of its base."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Aide not available for training.", "The aide was unavailable for training."),
        ("Pt not able to stand.", "The patient was unable to stand."),
    ],
)
def test_a_denial_by_prefix_is_that_of_the_note(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Aide not available for training.", "The aide was available for training."),
        ("Aide available for training.", "The aide was unavailable for training."),
        ("Sequencing accurate.", "Sequencing was inaccurate."),
    ],
)
def test_the_opposite_by_prefix_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
