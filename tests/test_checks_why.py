"""Why it was done: an asserted deficit is tied to it."""

import pytest

from tests.judged import found

CODE = "DOC110"


@pytest.mark.parametrize(
    "text",
    [
        "Therapist guided step taps with tactile cues at the left knee.",
        "Therapist guided step taps with tactile cues. No loss of balance.",
    ],
)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize(
    "text",
    ["Therapist guided step taps to improve motor planning.", "Therapist guided step taps due to ataxia."],
)
def test_what_is_told_passes(text: str) -> None:
    assert not found(CODE, text)


def test_a_diagnosis_is_no_deficit() -> None:
    assert found("DOC111", "Therapist guided step taps with verbal cues following stroke.")
    assert not found("DOC111", "Therapist guided step taps to improve balance following stroke.")


def test_a_deficit_is_not_to_be_increased() -> None:
    assert found("DOC170", "Therapist guided weight shifting to promote circumduction.")
    assert not found("DOC170", "Therapist guided weight shifting to reduce circumduction.")


@pytest.mark.parametrize(
    "text",
    [
        "Pegboard R hand 25 pegs, TC at wrist; poor dexterity.",
        "Step taps x 20 because she cannot tell where her left foot is; TC at L heel.",
        "Foam 4 x 20 s, VC upright; he tips backward without a hand.",
        "Doorway walking x 6 with a metronome: feet stick at thresholds.",
    ],
)
def test_a_deficit_told_beside_the_work_is_a_reason(text: str) -> None:
    assert not found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Step taps x 20, VC. LOB x2.",
        "Step taps x 20, VC. Husband has poor balance.",
        "Step taps x 20, VC. Does not have impaired balance.",
        "Tandem stance 3 x 30 s with VC for gaze.",
        "Step taps x 20, VC. Pain 2/10, tired after.",
        "Step taps x 20, VC. Poor balance resolved.",
    ],
)
def test_a_result_a_denial_and_what_is_cued_are_no_reason(text: str) -> None:
    assert found(CODE, text)


def test_another_person_s_diagnosis_is_not_the_patient_s() -> None:
    assert not found("DOC111", "Therapist guided step taps with verbal cues. Husband has Alzheimer's disease.")


def test_weakness_beside_the_work_points_to_another_code_and_a_paretic_side_does_not() -> None:
    assert found("DOC112", "Tight hamstrings: supine stretch R 4 x 30 s with manual guidance.")
    assert not found("DOC112", "L hemi. Step taps x 10 L with tactile cues.")
    assert not found("DOC112", "Tight hamstrings, poor balance: tandem stance 3 x 30 s.")


@pytest.mark.parametrize(
    "text",
    [
        "Foam stance with verbal cues in order to promote loss of balance in the shower.",
        "Mirror and tactile cues for greater left neglect during grooming.",
        "Quad tapping aimed at worsening the knee buckling on stairs.",
    ],
)
def test_any_words_of_aim_and_more_are_a_contrary_purpose(text: str) -> None:
    assert found("DOC170", text)


@pytest.mark.parametrize(
    "text",
    [
        "Asked to increase the ataxic steps on purpose, then correct them; verbal cues.",
        "Therapist progressed to more unstable surfaces with verbal cues.",
        "Therapist cued stance to increase awareness of neglect.",
        "Therapist guided sitting to promote posterior pelvic tilt.",
        "Patient had more freezing today.",
    ],
)
def test_an_error_on_purpose_and_a_harder_task_are_no_contrary_purpose(text: str) -> None:
    assert not found("DOC170", text)


@pytest.mark.parametrize("deficit", ["dec balance", "poor balance", "impaired proprio"])
def test_a_cue_for_what_is_poor_names_a_deficit(deficit: str) -> None:
    note = f"neuro re-ed 20 min. wt shift x10, TC @ hip for {deficit}. for toileting"
    assert found("DOC110", note) == []


def test_a_cue_for_an_ability_names_none() -> None:
    assert found("DOC110", "wt shift x10, VC for gaze stability")


@pytest.mark.parametrize(
    "goal",
    ["Functional goal: ambulation to bathroom.", "Goal: walk 150 feet.", "Treatment targets ambulation to bathroom."],
)
def test_what_the_treatment_is_for_needs_no_deficit_of_its_own(goal: str) -> None:
    done = "Therapist facilitated weight shift to address poor proprioception using tactile cues at the hip. "
    assert not found(CODE, done + goal)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Therapist cued tandem stance with verbal cues. Patient demonstrated ataxia.", True),
        ("Therapist cued tandem stance with verbal cues to address ataxia.", False),
        ("Therapist cued tandem stance with verbal cues.", False),
    ],
)
def test_a_deficit_beside_the_treatment_is_asked_about(text: str, asked: bool) -> None:
    assert bool(found("DOC115", text)) is asked
