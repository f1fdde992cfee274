"""Sentences carried whole: where a comma parts them, and where what follows leans on what stands before."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "Half kneel at mirror R and L 3 x 30 sec, I had hands on pelvis, mod A on L down to min by last one",
            [
                "half kneel at mirror right and left for 30 seconds, 3 times",
                "the therapist had hands on pelvis",
                "moderate assistance on left down to minimal assistance by last one",
            ],
        ),
        (
            "Gait 100 ft, he drifted left twice, min A",
            ["gait for 100 feet", "he drifted left twice", "minimal assistance"],
        ),
        (
            "Pt walked to gym w/ RW, no LOB",
            ["patient walked to the gym with a rolling walker", "there was no loss of balance"],
        ),
        ("She kept her eyes open, BP 120/70", ["she kept her eyes open", "blood pressure was 120/70"]),
        ("She did stairs, curb, and ramp, min A", ["she did stairs, curb, and ramp, minimal assistance"]),
        ("He was fine with one rail, he needs two", ["he was fine with one rail", "he needs two"]),
    ],
)
def test_each_part_that_stands_for_itself_is_told_for_itself(note: str, said: list[str]) -> None:
    assert told(note) == said


@pytest.mark.parametrize(
    "note",
    [
        "When he turned left, he lost balance, min A",
        "If she rushes, she trips",
        "In standing 3 x 30 s, he leaned left",
        "Set 2, he lost balance",
        # told by somebody, of another place or day, or still to come
        "She reports she walked to the mailbox, no LOB, no pain",
        "Wife says he falls at home, he was CGA today",
        "He walks at home with cane, no falls",
        "He will try stairs next visit, I told him, CGA",
        "Last week he walked alone, he was CGA",
        "Pt refused gait 50 ft, he was tired, CGA to bathroom",
        # a list, and a dose of what was told first
        "She had no pain, swelling, or redness",
        "He stood at the counter, CGA, VC for posture, 3 x 2 min",
        "He stepped to the left, and I followed",
        # somebody else's help
        "I told her to slow down, she did",
    ],
)
def test_what_leans_on_the_words_before_stays_with_them(note: str) -> None:
    assert len(told(note)) == 1
