"""A hand goes without saying where the note tells what it did; elsewhere it claims."""

import pytest

from tests.worded import is_said_plainly, is_told_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("typed L only", "Only the left hand was used to type.", "hand", True),
        ("typed R only", "Only the left hand was used to type.", "hand", False),
        ("tapped L only", "The left hand was tapped.", "hand", False),
        ("STS no UE", "He stood up with the hands not used.", "hands", True),
        ("STS no UE", "He stood up with the hands used for support.", "hands", False),
        ("SLS 1 UE support", "One hand was used for support.", "hand", True),
        ("my finger light on L zygomaticus", "There was light contact of my finger over the muscle.", "contact", True),
        ("contract the zygomaticus", "There was light contact of my finger over the muscle.", "contact", False),
    ],
)
def test_a_hand_goes_without_saying_beside_some_notes(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "told"),
    [
        ("PT hands on L shoulder", "The PT held the left shoulder down.", "hands", True),
        ("PT hands on L shoulder", "The left shoulder was down.", "hands", False),
        ("STS no UE", "He stood up with the hands not used.", "extremity", True),
        ("STS no UE", "He stood up with the hands used for support.", "extremity", False),
    ],
)
def test_the_hand_of_a_note_goes_without_saying_beside_some_rewrites(
    note: str, rewrite: str, word: str, *, told: bool
) -> None:
    assert is_told_plainly(note, rewrite, word) is told
