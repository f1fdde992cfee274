"""The context of each word: a doubt of an amount does not run on into what was dictated behind it."""

import pytest

from rewriter.fidelity.texts.scoped import find_certain
from rewriter.pack import load_pack
from rewriter.reading import read
from tests.worded import error_codes

PACK = load_pack()
DICTATED = "maybe two out of ten dynamic valgus poor motor control landing is the problem he wants to do roofing"
TOLD = "The problem is dynamic valgus and poor motor control with landing. He wants to do roofing."


def test_what_was_dictated_behind_a_doubtful_amount_is_certain() -> None:
    reading = read(DICTATED, PACK)
    assert "valgus" in {reading.words.low[at] for at in find_certain(reading)}
    assert not find_certain(read("maybe 2 falls", PACK))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            DICTATED,
            "About two out of ten. " + TOLD,
        ),
        (
            "maybe eight seconds then we did the stairs with the rail and he was tired after that",
            "About eight seconds. Then the stairs were done with the rail, and he was tired after that.",
        ),
    ],
)
def test_certain_words_told_as_certain_are_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            DICTATED,
            "Two out of ten. " + TOLD,
        ),
        ("?L neglect, bumped doorframe.", "There is left neglect; the door frame was bumped."),
    ],
)
def test_a_doubt_left_out_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
