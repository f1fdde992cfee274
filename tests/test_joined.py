"""Figures told apart that are one value are that value; another sum, part or unit is none."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("shirt buttons 4 of 5 in 2 min 10 s", "Shirt buttons, 4 of 5 in 130 seconds."),
        ("shirt buttons 4 of 5 in 2 min 10 s", "Shirt buttons, four out of five in two minutes and ten seconds."),
        ("held plank 130 s", "Held a plank for 2 minutes 10 seconds."),
        ("held plank 130 s", "Plank held 2:10."),
        ("stood 1 hr 15 min w/ walker", "Stood for 75 minutes with a walker."),
        ("HEP done 3 of 7 d", "Home exercise program done on three days out of seven."),
        ("HEP done 3 of 7 d", "Home exercise program was done on three of the seven days."),
        ("9HPT R 31 s L 22 s", "Nine-hole peg test took 31 seconds with the right hand and 22 with the left."),
        ("Cont 1x/wk x2", "Continue once a week for two weeks."),
        ("HEP 2x/day x3", "The home program is done twice a day for three days."),
    ],
)
def test_a_time_or_a_part_told_in_pieces_is_the_same(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("shirt buttons 4 of 5 in 2 min 10 s", "Shirt buttons, 4 of 5 in 140 seconds."),
        ("shirt buttons 4 of 5 in 2 min 10 s", "Shirt buttons, 4 of 5 in two minutes."),
        ("held plank 130 s", "Held a plank for 10 minutes 2 seconds."),
        ("held plank 130 s", "Plank held 2 min and again 10 s."),
        ("stood 1 hr 15 min w/ walker", "Stood for 65 minutes with a walker."),
        ("HEP done 3 of 7 d", "Home exercise program done on six days out of seven."),
        ("HEP done 3 of 7 d", "Home exercise program done 3 of 7 weeks."),
        ("proprio 2/5 correct", "Proprioception: five correct answers out of five."),
        ("9HPT R 31 s L 22 s", "Nine-hole peg test took 22 seconds with the right hand and 31 with the left."),
        ("Cont 1x/wk x2", "Continue once a week for three weeks."),
        ("Cont 1x/wk x2", "Continue once a week for two months."),
    ],
)
def test_another_sum_part_or_owner_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "L THA post prec - recalled 1/3.",
            "For the left total hip, the patient recalled one of the three posterior precautions.",
        ),
        (
            "L THA post prec - recalled 1/3.",
            "For the left total hip, just one out of the three posterior precautions was recalled.",
        ),
        ("median n glides stopped at rep 3 of 5", "Median nerve glides were stopped at the third of 5 repetitions."),
        ("median n glides stopped at rep 3 of 5", "Median nerve glides were stopped at the third repetition of five."),
        ("WC day 6/20.", "The sixth of 20 days of work conditioning."),
        ("mCIMT day 6/15.", "This was the sixth of fifteen days of mCIMT."),
        ("home log 3.5 h/d, target 6.", "The home log shows 3.5 hours daily, the target being 6."),
        ("home log 3.5 h/d, target 6.", "The home log shows 3.5 hours a day, the target being 6."),
    ],
)
def test_a_part_of_a_whole_is_told_in_words(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "L THA post prec - recalled 1/3.",
            "For the left total hip, the patient recalled two of the three posterior precautions.",
        ),
        (
            "L THA post prec - recalled 1/3.",
            "For the left total hip, the patient recalled one of the two posterior precautions.",
        ),
        ("median n glides stopped at rep 3 of 5", "Median nerve glides were stopped at the fourth of 5 repetitions."),
        ("median n glides stopped at rep 3 of 5", "Median nerve glides were stopped at the third of 6 repetitions."),
        ("WC day 6/20.", "The sixth of 30 days of work conditioning."),
        ("WC day 6/20.", "The fifth of 20 days of work conditioning."),
        ("home log 3.5 h/d, target 6.", "The home log shows 3.5 minutes a day, the target being 6."),
    ],
)
def test_another_part_or_whole_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
