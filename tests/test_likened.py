"""A comparative tells a sign between two sides, and nothing else."""

import pytest

from tests.worded import is_said_plainly, is_told_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("reaches L>R", "Reaching was better to the left than to the right.", "better", True),
        ("reaches L and R", "Reaching was better to the left than to the right.", "better", False),
        ("R>L suboccipital tightness", "It was tighter on the right.", "tighter", True),
        ("suboccipital tightness R", "It was tighter on the right.", "tighter", False),
    ],
)
def test_a_comparative_needs_its_sign(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "told"),
    [
        ("R>L suboccipital tightness", "The suboccipitals were tighter on the right.", "tightness", True),
        ("R>L suboccipital tightness", "The suboccipitals were sore on the right.", "tightness", False),
    ],
)
def test_what_a_sign_compares_may_be_told_by_a_comparative(note: str, rewrite: str, word: str, *, told: bool) -> None:
    assert is_told_plainly(note, rewrite, word) is told
