"""Without an "O:" the session is told under "S:", and nobody reported it."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def reported(text: str) -> list[str]:
    """Return what is told as the patient's words."""
    return [text[f.start : f.end] for f in find_facts(read(text, PACK), PACK) if f.heading == "subjective"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("S: tired today. Tall kneel 3x30s CGA, tc hips. SLS L 3s. P: cont", ["tired today"]),
        ("S: slept ok. Bike 6 min, SLR 3x10. Pain 3/10 after. P: add step ups", ["slept ok"]),
        ("S: dizzy rolling L. Epley R x2. Told sleep propped.", ["dizzy rolling L"]),
        ("S: sore. walked hall 100 ft SBA.", ["sore"]),
        ("S: mom says trips less. STS x5 min A. Cried. A: better trunk", ["mom says trips less"]),
    ],
)
def test_the_session_is_told_from_its_first_treatment_on(text: str, said: list[str]) -> None:
    assert reported(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "S: tired today. Did HEP bridges 3x10 daily. O: STS x5 min A",
        "S: slept ok. Tall kneel 3x30s CGA. O: STS x5 min A",
        "S: sore. Needs min A for tub transfer at home.",
        "S: tired. Says walked 3x10 min yesterday.",
        "S: no falls. Pain 4/10 w stairs.",
    ],
)
def test_what_may_have_been_reported_stays_so(text: str) -> None:
    assert len(reported(text)) > 1
