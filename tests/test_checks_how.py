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
