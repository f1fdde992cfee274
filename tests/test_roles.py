"""The letters of a piece: what was read of it, and its figures."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.kinds.passages import open_passage
from rewriter.reading.kinds.roles import spell
from rewriter.reading.pieces import PHRASE

PACK = load_pack()


def letters_of(text: str) -> str:
    """Return the letters of a text of one sentence, for a head that is not known."""
    reading = read(text, PACK)
    sentence = reading.sentences[0]
    inside = reading.by_sentence[0]
    return spell(open_passage(reading, sentence, inside, PHRASE, sentence.first, sentence.last), ("activity", None))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("SLR 2x10", "NS"),
        ("gait 60 ft with RW", "Ndie"),
        ("gait 60 ft with wooden gizmos", "NdiO"),
        ("C5-7 glides gr II", "pwg"),
        ("side steps 4 laps", "Nd"),
        ('step up 6" box', "Ndw"),
        ("bridges every 20 min", "NqY"),
        ('VC "big" for gait', "CQtN"),
        ("wife did gait", "PxN"),
        ("min A x1 (mod A last visit)", "Ld(HH)"),
        ("L quad 3/5", "spG"),
    ],
)
def test_each_stretch_has_a_letter(text: str, letters: str) -> None:
    assert letters_of(text) == letters


@pytest.mark.parametrize(("text", "letter"), [("up in chair 2 hours", "!"), ("0 turns", "!"), ("gait Tuesday", "H")])
def test_what_is_no_dose_of_today_has_another_letter(text: str, letter: str) -> None:
    assert letter in letters_of(text)
