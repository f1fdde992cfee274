"""How it was done: a cue or technique of a named type."""

import pytest

from tests.judged import found

CODE = "DOC121"


@pytest.mark.parametrize(
    "text",
    ["Therapist provided skilled weight shifting.", "Therapist guided weight shifting; no tactile cues were given."],
)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Therapist guided weight shifting using tactile cues at the pelvis.",
        "Therapist guided gait with minimal assistance.",
    ],
)
def test_what_is_told_passes(text: str) -> None:
    assert not found(CODE, text)


def test_a_skilled_verb_needs_the_therapist_as_its_agent() -> None:
    assert found("DOC120", "Patient performed tandem walking to improve balance.")
    assert found("DOC120", "Caregiver facilitated weight shifting at home.")
    assert not found("DOC120", "Therapist cued the patient through tandem walking with verbal cues.")


def test_a_cue_says_where_how_much_or_why() -> None:
    assert found("DOC122", "Therapist used verbal cues.")
    assert not found("DOC122", "Therapist used verbal cues to improve posture.")


@pytest.mark.parametrize(
    "text",
    [
        'Told him "look at the clock" with every turn, 8 turns.',
        "Clapped the rhythm for her while she walked 30 feet.",
        "Hand on the sternum to block retropulsion during sit to stand.",
        "Fingers on L scapula during reaching.",
        "Child copied the OT's slow motion model of each jump.",
    ],
)
def test_what_the_therapist_did_in_plain_words_is_a_skilled_how(text: str) -> None:
    assert not found("DOC120", text)
    assert not found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Wife told him to look up during weight shifting.",
        "Patient told her about the weekend during weight shifting.",
        "Weight shifting with arms crossed.",
        "Will clap the rhythm next session. Weight shifting x 10.",
    ],
)
def test_what_others_did_is_no_how(text: str) -> None:
    assert found(CODE, text)


def test_a_cue_that_was_just_given_has_no_detail() -> None:
    assert found("DOC122", "Foam stance 4 x 20 s, verbal cues provided, poor balance.")
    assert not found("DOC122", "Foam stance 4 x 20 s, verbal cues to lean left provided.")


@pytest.mark.parametrize(
    "text",
    [
        "Foam stance, cues to avoid trunk rotation.",
        "Foam stance, cued to slow down.",
        "Therapist cued wider steps for festination.",
        "Gait with facilitation at hips.",
        "Foam stance; cueing was verbal.",
        "Righting reactions cued on the ball.",
        "Soft tissue mobilization to the right upper trapezius.",
        "Foam stance, contact guard at the pelvis.",
    ],
)
def test_the_content_of_a_cue_or_its_place_is_a_how(text: str) -> None:
    assert not found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Required frequent cueing for task completion while dressing.",
        "Cues x 3 during foam stance.",
        "Foam stance, cues for safety.",
        "Foam stance, contact guard.",
        "Cues to improve performance.",
        "Skilled cueing due to progressive ataxia.",
    ],
)
def test_when_how_often_or_what_for_a_cue_was_given_is_no_how(text: str) -> None:
    assert found(CODE, text)
