"""What the patient said ends within its sentence where the session begins."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("S: dtr reports 1 fall Sun, no inj, tandem 20 ft x4 min A, LOB L x2.", ["dtr reports 1 fall Sun", "no inj"]),
        ("S: tired, tall kneel 3x30s, tc hips.", ["tired"]),
        ("S: pain 3/10, STS x8 CGA, vc nose over toes.", ["pain 3/10"]),
        ("S: tired, sore, slept ok.", ["tired", "sore", "slept ok"]),
        ("S: tired, tandem 3x30s at home daily. O: STS x5", ["tired", "tandem 3x30s at home daily"]),
    ],
)
def test_the_rest_of_the_sentence_is_the_session(text: str, said: list[str]) -> None:
    assert [text[f.start : f.end] for f in find_facts(read(text, PACK), PACK) if f.heading == "subjective"] == said
