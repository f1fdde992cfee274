"""A piece that names no treatment and no finding: its dose, its surface or its figures tell what it is."""

import pytest

from rewriter.reading.kinds.headed import find_heads
from rewriter.reading.kinds.unnamed import tell_unnamed
from rewriter.reading.pieces.forms import SENTENCE
from tests.one_piece import named, whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("foam", ("activity", "foam")),
        ("foam, eyes closed", ("activity", "foam")),
        ("carpet", ("remark", "carpet")),
        ("gravel", ("remark", "gravel")),
        ("foam avoided", ("remark", "foam")),
        ("gravel 50 ft", ("activity", "gravel")),
        ("wobble board was new", ("remark", "wobble_board")),
        ("supine", ("remark", "")),
        ("supine 3 min", ("activity", "")),
        ("W sit corrected x6", ("remark", "")),
        ("gaze 3x10", ("activity", "")),
        ("stairs 3x10", ("activity", "")),
        ("stairs 3x10 in 12.4 s", ("finding", "")),
        ("x10", ("remark", "")),
        ("7/10", ("finding", "7/10")),
        ("120/80", ("finding", "120/80")),
        ("120/80 x2", ("remark", "120/80")),
        ("eyes closed 30 s", ("remark", "30")),
        ("soaked 5 min", ("remark", "300")),
        ("8 wk post tumble", ("finding", "4.8384e+06")),
        ("wife", ("person", "spouse")),
        ("poor x3", ("remark", "poor")),
        ("blue sky", ("remark", "")),
    ],
)
def test_a_piece_without_a_head_is_told_by_what_it_holds(text: str, told: tuple[str, str]) -> None:
    found = whole(text)
    assert named(found, tell_unnamed(found, find_heads(found))) == told


@pytest.mark.parametrize("text", ["squats 3x10", "CGA on foam", "dizziness on stairs"])
def test_a_piece_with_a_head_is_left_to_it(text: str) -> None:
    found = whole(text)
    assert tell_unnamed(found, find_heads(found)) is None


def test_sets_in_a_running_sentence_are_left_to_the_head() -> None:
    found = whole("stairs 3x10", SENTENCE)
    assert find_heads(found)
    assert tell_unnamed(found, find_heads(found)) is None
