"""What it is for: a function of daily life, or a task of daily use."""

import pytest

from tests.judged import found

CODE = "DOC130"


@pytest.mark.parametrize(
    "text",
    ["Therapist cued tandem stance to improve balance.", "Therapist guided step taps with verbal cues."],
)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Therapist cued tandem stance to improve balance for stairs.",
        "Therapist cued reaching to improve object manipulation.",
    ],
)
def test_what_is_told_passes(text: str) -> None:
    assert not found(CODE, text)


def test_a_task_alone_is_less_than_a_life_function() -> None:
    assert found("DOC131", "Therapist cued weight shifting to improve object manipulation.")
    assert not found("DOC131", "Therapist cued weight shifting to improve balance for dressing.")


def test_words_of_daily_life_are_a_function() -> None:
    assert not found(CODE, "Tandem stance 3 x 30 s, verbal cues, to get back on the tractor.")
    assert not found(CODE, "Weight shift x 20. Falls at night on way to the commode.")
    assert found(CODE, "Tandem stance 3 x 30 s. No longer drives the tractor.")


def test_a_transfer_told_as_a_task_is_a_task() -> None:
    assert found("DOC131", "Therapist cued leaning forward for better sit to stand.")
