"""Words by which a sign, a word or a figure of the note is told; without it they are claims."""

import pytest

from rewriter.fidelity.rewording.glossed import licensed_words
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(text: str, *, source: bool) -> Terms:
    return find_terms(read(text, PACK), PACK, source=source)


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
