"""What is so in every case, in one alone or without help needs a note that says so."""

import pytest

from tests.worded import is_said_plainly, is_told_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("LOB x3 all to L", "Balance was always lost to the left.", "always", True),
        ("LOB x3 to L", "Balance was always lost to the left.", "always", False),
        ("mod A -> min A", "Moderate assistance was needed, but only minimal assistance by the end.", "only", True),
        ("min A", "There was only minimal assistance.", "only", False),
        ("doffs I", "He doffs it alone.", "alone", True),
        ("doffs min A", "He doffs it alone.", "alone", False),
    ],
)
def test_what_is_so_alone_needs_its_note(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "told"),
    [
        ("oriented to self only", "Oriented to self alone.", "only", True),
        ("oriented to self only", "Oriented to self, lives alone.", "only", False),
        ("leans L only", "It was so on the left, but not on the right.", "only", True),
        ("leans L only", "It was so on the left, and on the right.", "only", False),
    ],
)
def test_what_is_so_alone_may_be_told_by_what_is_not(note: str, rewrite: str, word: str, *, told: bool) -> None:
    assert is_told_plainly(note, rewrite, word) is told
