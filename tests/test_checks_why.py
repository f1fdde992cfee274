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
