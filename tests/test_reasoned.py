"""Why something was not done stays with it."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    "text",
    [
        "Foam not tried, fatigue",
        "Stairs deferred - nausea",
        "Leg press skipped, sore knee",
        "Session cut short, dizzy",
        "Curb not done today, weak",
        "No thrust, pt declined",
        "Ended 5 min early - podiatry",
        "Held hops - quad still weak",
        "Deferred stairs, knee pain",
        "Hops held, pain 3/10",
        "Blue pins held - too sore",
        "no foam - nauseous",
        "No stairs - BP 170/90",
    ],
)
def test_a_reason_stays(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Foam not tried, LOB x2, SLS x5", "loss of balance 2 times"),
        ("Stairs not done, no LOB", "there was no loss of balance"),
        ("Denies pain, fatigue", "denies pain, fatigue"),
        ("Tandem x5, fatigue", "fatigue"),
        ("Stairs deferred, SLS 2x10", "single leg stance 2 x 10"),
    ],
)
def test_what_else_was_found_or_done_stands_by_itself(text: str, finding: str) -> None:
    assert finding in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "held reps - knee sore 4/10",
        "stopped squats - back pain 6/10",
        "Step ups held, knee pain 5/10",
        "held gait - HR 130",
    ],
)
def test_a_reason_keeps_its_figure(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", ["no lifting reviewed", "no bending past 90 taught"])
def test_a_rule_that_was_reviewed_is_not_told_as_none(text: str) -> None:
    assert told(text) == [text]


def test_what_was_not_used_is_told_whole() -> None:
    assert told("NMES not used") == ["neuromuscular electrical stimulation not used"]
