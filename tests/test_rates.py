"""So many in another time is another rate."""

import pytest

from tests.worded import accused, error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("1 pad/d, leaks w/ cough.", "One pad a day, leaks with coughing."),
        ("1 pad/d, leaks w/ cough.", "One pad daily, leaks with coughing."),
        ("1 pad/d, leaks w/ cough.", "Uses one pad per day, leaks with coughing."),
        ("2 pads/d", "Two pads daily."),
        ("3 voids/night", "Three voids a night."),
        ("3 voids/night", "Voids three times nightly."),
        ("2 pads/d, 3 at night.", "Two pads a day, three at night."),
        ("1 pad/d", "A single pad daily."),
        ("1 pad/d", "Uses a pad a day."),
    ],
)
def test_the_same_rate_in_other_words_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("1 pad/d, leaks w/ cough.", "One pad weekly, leaks with coughing."),
        ("1 pad/d, leaks w/ cough.", "One pad an hour, leaks with coughing."),
        ("1 pad/d, leaks w/ cough.", "Two pads a day, leaks with coughing."),
        ("1 pad/d, leaks w/ cough.", "One pad a week, leaks with coughing."),
        ("2 pads/d", "Two pads weekly."),
        ("3 voids/night", "Three voids a day."),
        ("2 pads/d, 3 at night.", "Two pads a week, three at night."),
        ("1 pad/d", "A pad an hour."),
        ("1 pad/d", "Uses one pad a week."),
    ],
)
def test_a_rate_in_another_period_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("VC q 2-3 reps", "Verbal cues only two to three times.", True),
        ("Rest every 4 laps", "A rest was taken four times in the laps.", True),
        ("Cued q 5 steps", "Cued 5 times in the steps.", True),
        ("VC q 2-3 reps", "Verbal cues every two to three repetitions.", False),
        ("Rest every 4 laps, 4x in all", "A rest was taken every four laps, 4 times in all.", False),
        ("Cued x5 in gait", "Cued five times in gait.", False),
    ],
)
def test_how_often_is_not_how_many_times(note: str, rewrite: str, found: bool) -> None:
    assert ("FID101" in error_codes(note, rewrite)) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("R splint nights ~4x/wk.", "The right splint is worn every night.", True),
        ("R splint nights ~4x/wk.", "The right splint is worn nightly.", True),
        ("R splint nights ~4x/wk.", "The right splint is worn at night about four times a week.", False),
        ("Stretches 3x/wk.", "Stretches are done daily.", True),
        ("Walks 2x/wk.", "The patient walks each day.", True),
        ("Continue 1x/wk.", "Continue weekly.", False),
        ("HEP 2x/d.", "The home program is done twice daily.", False),
    ],
)
def test_so_often_told_as_every_time_is_found(note: str, rewrite: str, found: bool) -> None:
    assert accused(note, rewrite) is found
