"""What the therapist said, showed or did by hand, in plain words."""

import pytest

from rewriter.checks.case import Case
from rewriter.checks.hands import is_laid, tells_or_shows
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def tells(text: str) -> bool:
    return tells_or_shows(Case(read(text, PACK), None, Visit(), PACK), PACK.rules["DOC121"])


@pytest.mark.parametrize(
    "text",
    [
        "Reminded to keep the weight over the left foot.",
        "The patient was verbally prompted to look up.",
        'PT said "big step" at each line.',
        "The therapist counted each step aloud.",
        "OT modeled the pinch twice.",
        "PT steered the left elbow toward the target.",
        "Wrist supported from below by OT.",
        "Blocked R knee in stance.",
        "The therapist's palm stayed at the ribs.",
        "My hands over hers on the bar.",
        "Bolster swing 8 min, OT at hips.",
    ],
)
def test_plain_words_tell_what_the_therapist_did(text: str) -> None:
    assert tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "Patient asked to stop once.",
        "Wife reminded him to keep the elbow straight.",
        "Told to walk daily at home.",
        "The MRI showed narrowing.",
        "Patient demonstrated good balance.",
        "He held the rail with the left hand.",
        "Student guided the left arm.",
        'Patient: "I can feel my palm."',
        "Touched the therapist's hand 8 of 10 times, reaching for the therapist's palm.",
        "Active-assisted knee flexion 98 degrees.",
        "Three patients in circuit, PT moving between them.",
        "Elbow not blocked by OT.",
    ],
)
def test_what_others_did_or_said_is_no_hand_of_the_therapist(text: str) -> None:
    assert not tells(text)


def test_a_part_that_own_hands_do_not_rest_on_is_laid_a_hand_on() -> None:
    reading = read("Hands on both hips, then on the knee.", PACK)
    low = reading.words.low
    assert is_laid(reading, ["hip"], low.index("on") + 1)
    assert not is_laid(reading, ["hip"], len(low) - 3)
