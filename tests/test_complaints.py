"""What "c/o" says: a deed, or the complaints themselves."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading.shorthand import read_words

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pt c/o R knee pain", "patient complains of right knee pain"),
        ("c/o dizziness w/ turns", "complains of dizziness with turns"),
        ("no c/o", "no complaints"),
        ("no c/o pain", "no complaints of pain"),
        ("no new c/o, ready", "no new complaints , ready"),
        ("no further c/o at this time", "no further complaints at this time"),
        ("w/o other c/o fatigue", "without other complaints of fatigue"),
        ("several c/o", "several complaints"),
        ("main c/o stiffness", "main complaint of stiffness"),
        ("denies any c/o today", "denies any complaints today"),
    ],
)
def test_behind_a_count_or_a_denial_it_is_a_noun(text: str, said: str) -> None:
    words = read_words(text, PACK)
    assert " ".join(words.low) == said
