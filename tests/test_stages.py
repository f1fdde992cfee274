"""Stages: what was at the end must not be told as at the start, nor what is past as awaited."""

import pytest

from rewriter.fidelity.contexts.stages import find_misstaged
from tests.worded import both, error_codes


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Recalled 3/3 prec at end.", "Recalled 3 of 3 precautions at the start.", True),
        ("Recalled 3/3 prec at end.", "Recalled 3 of 3 precautions by the end.", False),
        ("Steady 3/10 at start, 7/10 at end.", "At the start 3/10 were steady, at the end 7/10.", False),
        ("Held midline 10 sec w/ CGA by end.", "At the start the patient was able to hold midline 10 seconds.", True),
        ("was on NG til 9 mo", "has been on an NG tube since nine months", True),
        ("was on NG til 9 mo", "was on an NG tube until nine months", False),
        ("Recent cataract sx.", "The patient is awaiting cataract surgery.", True),
        ("Awaiting cataract sx.", "The patient is awaiting cataract surgery.", False),
        ("2 backward falls this mo.", "There were 2 backward falls during the session.", True),
        ("2 backward falls this mo.", "There were 2 backward falls this month.", False),
    ],
)
def test_another_stage_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_misstaged(*both(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Fatigued last 5 min of session.", "The patient was tired during the final five minutes of the session."),
        ("Knee buckled last rep.", "The knee buckled on the last repetition."),
        (
            "Pain 3/10. Fatigued last 5 min. Cont POC.",
            "Pain 3/10. The patient was fatigued for the last five minutes. Continue plan of care.",
        ),
        (
            "Pain 3/10. Fatigued last 5 min. Cont POC.",
            "Pain 3/10. In the last 5 minutes of the session the patient was fatigued. Continue plan of care.",
        ),
        (
            "Pain 3/10. Fatigued last 5 min. Cont POC.",
            "Pain 3/10. Fatigue set in over the final five minutes. Continue plan of care.",
        ),
        ("Knee buckled last 2 reps.", "The knee buckled on the last two repetitions."),
        ("TUG 22 s, 26 last visit. Fatigued last 5 min.", "TUG 22 s, 26 last visit. Fatigued in the last 5 minutes."),
        ("Stiff in a.m. x30 min.", "Stiff for 30 minutes in the morning."),
    ],
)
def test_a_last_or_a_half_of_the_day_is_kept(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Fatigued last 5 min of session.", "Fatigued last visit, for 5 minutes."),
        ("Fatigued last 5 min of session.", "The patient was fatigued last visit."),
        ("Fatigued last 5 min of session.", "The patient was fatigued last week."),
        ("Fatigued last 5 min of session.", "The patient was fatigued in the first 5 minutes of the session."),
        ("Knee buckled last rep.", "The knee buckled last week."),
        ("Pain 3/10. Fatigued last 5 min. Cont POC.", "Pain 3/10. Fatigued at the last visit. Continue plan of care."),
        (
            "Pain 3/10. Fatigued last 5 min. Cont POC.",
            "Pain 3/10. Fatigued last session for 5 minutes. Continue plan of care.",
        ),
        ("Knee buckled last 2 reps.", "The knee buckled twice last week."),
    ],
)
def test_a_last_visit_or_another_half_of_the_day_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
