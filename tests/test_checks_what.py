"""What was done: an intervention is named, and was done."""

import pytest

from tests.judged import found

CODE = "DOC101"


@pytest.mark.parametrize(
    "text",
    [
        "Therapist provided skilled therapy using tactile cues at the pelvis.",
        "Patient will work on step taps next session.",
    ],
)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize(
    "text",
    ["Therapist guided step taps.", "Patient stood on foam."],
)
def test_what_is_told_passes(text: str) -> None:
    assert not found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mirror box for the right hand 2 x 5 min.",
        "Narrowed the base from 6 in to 2 in, 4 x 30 s, verbal cues.",
        "He guessed which object was in the bag with the left hand.",
    ],
)
def test_a_technique_and_what_has_a_dose_are_named(text: str) -> None:
    assert not found(CODE, text)


@pytest.mark.parametrize(
    "text", ["Neuromuscular re-education 30 min with verbal cues x 3.", "Therapy today. Loss of balance x 2."]
)
def test_the_count_of_a_cue_or_a_fault_is_no_dose(text: str) -> None:
    assert found(CODE, text)
