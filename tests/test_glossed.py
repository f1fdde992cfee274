"""Words by which a sign, a word or a figure of the note is told; without it they are claims."""

import pytest

from rewriter.fidelity.rewording.glossed import licensed_words
from tests.worded import terms


@pytest.mark.parametrize(
    ("note", "word"),
    [
        ("ataxia R>L", "greater"),
        ("TC q 3 steps", "every"),
        ("LOB x1", "single"),
        ("R \u2193 L4", "decreased"),
        ("?vertigo", "uncertain"),
        ("124/76", "pressure"),
        ("88 bpm", "tempo"),
        ("~1/2 of trials", "half"),
    ],
)
def test_a_sign_may_be_said_in_words(note: str, word: str) -> None:
    assert word in licensed_words([terms(note, source=True)])
    assert word not in licensed_words([terms("squats", source=True)])
