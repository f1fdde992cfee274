"""The letters of words that name nothing known."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.kinds.closed import spell_word
from rewriter.reading.kinds.passages import open_passage
from rewriter.reading.pieces import PHRASE

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "at", "letter"),
    [
        ("glued marble", 0, "k"),
        ("marble gluing", 1, "j"),
        ("marble quickly", 1, "b"),
        ("marble useful", 1, "a"),
        ("marble tower", 0, "w"),
        ("marble XQZ", 1, "W"),
        ("marble fell", 1, "x"),
        ("marble because", 1, "c"),
        ("marble at work", 2, "!"),
        ("marble work", 1, "w"),
        ("marble by XQZ", 1, "P"),
        ("marble by turns", 1, "i"),
        ("bumps all on left", 1, "!"),
        ("all marbles", 0, "q"),
        ("marble monday", 1, "H"),
        ("prone W", 1, "o"),
    ],
)
def test_each_word_has_a_letter(text: str, at: int, letter: str) -> None:
    reading = read(text, PACK)
    sentence = reading.sentences[0]
    passage = open_passage(reading, sentence, reading.by_sentence[0], PHRASE, sentence.first, sentence.last)
    assert spell_word(passage, at) == letter
