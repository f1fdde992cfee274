"""Arrows up and down: more and less of something, or a way."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack("97112")


def said(text: str) -> str:
    words = read(text, PACK).words
    return " ".join(words.low)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("\u2193 balance", "decreased balance"),
        ("\u2191 tone R UE", "increased tone right"),
        ("sway \u2191 2nd trial", "sway increased"),
        ("pain \u2191 w/ activity", "pain increased with"),
        ("needs \u2193 cues", "needs decreased cues"),
        ("valgus \u2193 w/ mirror", "valgus decreased with"),
        ("TC to \u2193 UT hiking", "to decrease"),
        ("strength \u2193, pain \u2191.", "strength decreased , pain increased ."),
        ("\u2193L DF", "decreased left"),
    ],
)
def test_an_arrow_says_more_or_less(text: str, word: str) -> None:
    assert word in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "\u2191 4 steps",
        "\u2191/\u2193 stairs",
        "\u2191 in chair",
        "pt \u2191 ad lib",
        "\u2191 w/ SBA",
        "\u2191\u2193 curb",
        "\u2191 93",
    ],
)
def test_a_way_up_or_down_stays_as_written(text: str) -> None:
    assert "creased" not in said(text)
