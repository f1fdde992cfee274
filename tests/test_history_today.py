"""REC413: a treatment that is repeated, with or without something of the day."""

import pytest

from tests.charts import judge

BEFORE = "Tandem stance 3x30 s w/ TC at pelvis, CGA. Step taps 2x10 w/ VC."


def test_repeated_twice_with_nothing_new_is_certain() -> None:
    (item,) = judge("REC413", BEFORE, [BEFORE, BEFORE])
    assert item.level == "error"
    assert "the last 2 notes" in item.message
    assert (item.start, item.anchor_start) == (None, 0)


def test_repeated_once_is_a_warning() -> None:
    assert [item.level for item in judge("REC413", BEFORE, [{"text": BEFORE, "date": "2026-11-03"}])] == ["warning"]


def test_another_order_and_other_words_say_nothing_new() -> None:
    today = "Step taps 2x10 with verbal cues. Tandem stance with tactile cues at the pelvis, CGA, 3x30 sec."
    assert judge("REC413", today, [BEFORE, BEFORE])


@pytest.mark.parametrize(
    "today",
    [
        BEFORE.replace("30 s", "40 s"),
        BEFORE.replace("CGA", "SBA"),
        BEFORE.replace("TC at pelvis", "mirror"),
        BEFORE + " LOB x2.",
        BEFORE + " No LOB.",
        BEFORE + " Dizzy after second set.",
        BEFORE + " Therapist lowered the step due to fatigue.",
        BEFORE + " Her nephew saw she no longer grabs furniture.",
    ],
)
def test_a_dose_level_cue_response_change_or_story_is_of_the_day(today: str) -> None:
    assert not judge("REC413", today, [BEFORE, BEFORE])


def test_a_level_that_moves_to_another_activity_is_of_the_day() -> None:
    today = "Tandem stance 3x30 s w/ TC at pelvis. Step taps 2x10 w/ VC, CGA."
    assert not judge("REC413", today, [BEFORE, BEFORE])


def test_minutes_alone_are_not_of_the_day() -> None:
    assert judge("REC413", BEFORE + " 27 min", [BEFORE + " 25 min"] * 2)
