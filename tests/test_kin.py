"""A dictionary's words of like meaning."""

import pytest

from rewriter.kin import may_tell


@pytest.mark.parametrize(
    ("word", "meant", "like"),
    [
        ("fastened", "locked", True),
        ("changeover", "transition", True),
        ("accurate", "correct", True),
        ("digit", "finger", True),
        ("weeping", "cried", False),
        ("gravel", "grass", False),
        ("left", "right", False),
        ("pulled", "pushed", False),
        ("teacher", "mother", False),
        ("zzz", "mother", False),
    ],
)
def test_like_words(word: str, meant: str, *, like: bool) -> None:
    assert may_tell(word, meant) is like
