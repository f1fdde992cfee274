"""A plus that was found, and one that joins."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading.pluses import is_sign, opens_sign
from rewriter.reading.shorthand import read_words

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("SLR + L 45 deg", True),
        ("anterior drawer + L mild laxity", True),
        ("Spurling + L", True),
        ("L hand edema + 0.8 cm vs R", True),
        ("DH neg today, + last wk", True),
        ("effusion trace + after soccer", True),
        ("swelling + at lat malleolus", True),
        ("crepitus + during squat", True),
        ("STM + at end range", False),
        ("redness + drainage at site", False),
        ("wt shift R + L 10 deg", False),
        ("mirror + VC for L valgus", False),
        ("squats, + step ups", False),
    ],
)
def test_a_plus_behind_a_test_or_before_a_figure_is_a_sign(text: str, sign: bool) -> None:
    words = read_words(text, PACK)
    assert is_sign(words, words.low.index("+")) is sign


def test_a_sign_opens_a_piece_only_before_a_time() -> None:
    words = read_words("neg today, + last wk, + lunges", PACK)
    assert [at for at, word in enumerate(words.low) if word == "+" and opens_sign(words, at)] == [3]
