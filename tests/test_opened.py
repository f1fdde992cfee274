"""Clipped verbs that open a sentence are read by their place."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack("97112")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Gait 60 ft. Cont anchor cueing.", "continue"),
        ("Gait 60 ft. Cont.", "continue"),
        ("Tol 3 min x 4.", "tolerated"),
    ],
)
def test_its_place_tells_what_it_says(note: str, said: str) -> None:
    assert said in read(note, PACK).words.low


@pytest.mark.parametrize("note", ["Cont L neglect. Gait 60 ft.", "Gait 60 ft. Cont c/o pain.", "Gait, cont VC."])
def test_a_complaint_and_a_cue_are_not_continued(note: str) -> None:
    assert "continue" not in read(note, PACK).words.low
