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


@pytest.mark.parametrize(
    "text",
    [
        "Patient standing at the bathroom sink, weight shift left for 10 repetitions.",
        "Therapist facilitated stand at sink 3 x 1 minute using tactile cues.",
        'Patient report: dad: "on his toes again after school".',
        "Treatment included bike 6 minutes and leg press.",
        "Treatment included stationary bike.",
        "Treatment included hip hike 2 sets of 10 repetitions.",
    ],
)
def test_a_place_a_time_and_an_exercise_are_no_function(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Functional goal: standing at the bathroom sink.",
        "Weight shift at the sink to brush teeth.",
        "Gait to bathroom for 20 feet.",
        "Patient wants to ride his bike.",
        "Patient is working toward a hike with the dog.",
        "He cannot stand at sink.",
    ],
)
def test_a_place_that_is_an_aim_is_a_function(text: str) -> None:
    assert not found(CODE, text)
