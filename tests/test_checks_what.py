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


@pytest.mark.parametrize(
    "text",
    [
        "Patient reached across the midline with verbal cues.",
        "The therapist nudged the patient at the pelvis in all directions.",
        "Asked her to pour water from a jug with both hands.",
        "PT had him carry a tray around the gym.",
        "Wiped the table for weak grip.",
        "Walked 80 ft with minimal assistance.",
        "OT guided the L arm across the tray.",
        "Weight was shifted to the left with tactile cues at the hip.",
        "Pronation and extension, biofeedback, 3x10.",
    ],
)
def test_a_verb_that_is_told_as_treatment_names_it(text: str) -> None:
    assert not found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Balance exercises x 20 min, tolerated well.",
        "Balance has improved.",
        "Patient was transferred to our unit.",
        "They placed him on a backboard and transported him.",
        "He thinks that he drops objects due to weakness.",
        "Buttoning his clothes is more difficult for him.",
        "Precautions: non-weight-bearing on the right.",
        "A written report will be sent.",
        "Aggravated by sitting for periods greater than 20 minutes.",
        "His wife carried the tray, verbal cues.",
        "He says he did ball toss at the weekend. Therapy for 25 min.",
        "Patient walks 20 minutes a day at home. Neuro re-ed with tactile cues.",
        "Tapping to the right triceps.",
    ],
)
def test_what_is_told_of_life_or_of_a_state_names_no_intervention(text: str) -> None:
    assert found(CODE, text)
