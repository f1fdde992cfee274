"""Verbal cues told by their words; what somebody else was told is no cue."""

import pytest

from rewriter.fidelity.rewording.spoken import is_part_of_cue, is_spoken
from tests.worded import both, terms


@pytest.mark.parametrize(
    ("source", "rewrite", "told"),
    [
        ("VC nose over toes", "The patient was cued with 'nose over toes'.", True),
        ("VC big steps", "The patient was reminded aloud of big steps.", True),
        ("VC nose over toes", "The patient rose with nose over toes.", False),
        ("VC look ahead", "The patient was told to look ahead.", True),
        ("VC look ahead", "The patient was told to step wide.", False),
        ("VC look ahead", "The wife was told to look ahead.", False),
        ("TC nose over toes", "The patient was cued with 'nose over toes'.", False),
        ("TC lat knee", "With touch at the lateral knee.", True),
        ("TC lat knee", "Touching the lateral side of the knee.", True),
        ("TC lat knee", "With touch at the ankle.", False),
        ("TC lat knee", "A mirror at the lateral knee.", False),
        ("VC gait. RN told of rash", 'Gait. The nurse was told "rash".', False),
    ],
)
def test_a_verbal_cue_is_told_by_its_words(source: str, rewrite: str, told: bool) -> None:
    said, note = both(source, rewrite)
    assert is_spoken(note, 0, [said]) is told


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Tactile cues at the hip.", "hip", True),
        ("Tactile cues over the left hip.", "hip", True),
        ("Facilitation at the trunk.", "trunk", True),
        ("Continuous verbal cueing.", "continuous", True),
        ("Verbal cues; pain at the hip.", "hip", False),
        ("Continuous stepping.", "continuous", False),
        ("Verbal cues for hip position.", "hip", False),
    ],
)
def test_where_a_hand_was_and_how_often_it_came_is_part_of_a_cue(text: str, word: str, told: bool) -> None:
    said = terms(text, source=False)
    assert is_part_of_cue(said, said.reading.words.low.index(word)) is told
