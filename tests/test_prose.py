"""Running text is told from shorthand by its small words, and by what leads on from the sentence before."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces.prose import is_prose

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("She was seen in the hall with her son and walked to the end of it", True),
        ("However, within two weeks symptoms were back", True),
        ("gait RW 60 ft CGA, VC heel strike", False),
        ("got up from commode at home alone this am", False),
    ],
)
def test_running_text_is_prose(text: str, prose: bool) -> None:
    reading = read(text, PACK)
    assert is_prose(reading, 0, len(reading.words.low)) is prose


def test_a_sentence_that_leads_on_is_one_fact() -> None:
    facts = find_facts(read("Tone was less. However, within two weeks symptoms were back to baseline.", PACK), PACK)
    assert [fact.form for fact in facts] == ["sentence", "sentence"]
