"""Limits: the least is not the most, and a value without a limit is neither."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("sit EOM 2 min max", "Sitting at the edge of mat for a maximum of 2 minutes."),
        ("sit EOM 2 min max", "Sitting at edge of mat for no more than 2 minutes."),
        ("rests after >5 reps of STS", "Rests after over 5 repetitions of sit to stand."),
        ("no lifting >10 lb", "Not to lift more than 10 pounds."),
        ("dizzy never >2 above base", "Dizziness was never more than 2 above baseline."),
        ("settled <1 min", "It settled in under a minute."),
        ("knee over 2nd toe. add hop if <2/10", "The knee over the 2nd toe. Add a hop if less than 2/10."),
        ("weight over 1st ray. rest if <1/10", "Weight over the 1st ray. Rest if less than 1/10."),
        ("rested >1 hr", "The patient rested for more than an hour."),
        ("reached >6 in, 4 in on L", "Reached over six inches, and four inches on the left."),
        ("amb 50 ft, HR <110", "Ambulated over 50 feet, with the heart rate below 110."),
    ],
)
def test_a_limit_in_other_words_is_the_same(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("sit EOM 2 min max", "Sitting at edge of mat for at least 2 minutes."),
        ("sit EOM 2 min max", "Sitting at the edge of mat for a minimum of 2 minutes."),
        ("falls x3", "At least three falls."),
        ("amb 150 ft w/ RW", "Ambulated less than 150 feet with rolling walker."),
        ("HR <110 w/ amb", "The heart rate was above 110 with ambulation."),
        ("settled <3 min", "It settled in over three minutes."),
        ("settled <1 min", "It settled in over a minute."),
        ("rested >1 hr", "The patient rested for less than an hour."),
        ("Lift 20# x5, 30# x5, hip hinge lost >25#.", "Lifts of 20 and 30 pounds x5 each; hip hinge is lost above 30."),
        ("Walked 80 ft. Rest. Veers w/ speed >2 mph, TM at 1.5 mph.", "Walked 80 feet. Veers above 1.5 mph."),
        ("SpO2 >90% w/ amb", "SpO2 was less than 90% with ambulation."),
    ],
)
def test_a_limit_turned_or_added_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("rewrite", "wrong"),
    [
        ("Sitting at the edge of mat without hands lasted at least 2 minutes.", True),
        ("Sitting at the edge of mat with no cushion was held for at least 2 minutes.", True),
        ("Sitting at the edge of mat never lasted more than 2 minutes.", False),
    ],
)
def test_what_was_not_used_denies_no_limit(rewrite: str, wrong: bool) -> None:
    assert ("FID101" in error_codes("sit EOM 2 min max", rewrite)) is wrong
