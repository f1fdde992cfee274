"""Where somebody stands, or something is, needs a note that says so."""

import pytest

from tests.worded import is_said_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("NBOS foam EC. HEP seated", "Standing on the foam, eyes closed.", "standing", True),
        ("seated on foam, EC", "Standing on the foam, eyes closed.", "standing", False),
        ("binder on", "After donning the binder he sat.", "donning", True),
        ("binder off", "After donning the binder he sat.", "donning", False),
        ("LBP w/ R LE sx to calf", "Low back pain, the symptoms reaching the calf.", "reaching", True),
        ("LBP w/ R LE sx, calf tight", "Low back pain, the symptoms reaching the calf.", "reaching", False),
    ],
)
def test_a_place_needs_its_note(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain
