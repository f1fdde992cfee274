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
