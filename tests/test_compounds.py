"""A word of two words told apart, an aid held on a side, both halves of a sum; and what is no such thing."""

import pytest

from tests.worded import errors


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("7-day pillbox sort: 5 errors.", "Sorting pills into a seven-day box had 5 errors."),
        ("gait SPC L hand 150 ft SBA.", "Walked 150 feet with a cane held on the left, standby assist."),
        ("UBE 6 min, 3 fwd/3 back.", "Upper body ergometer 6 min, half forward (3) and half backward (3)."),
        ("w/ Spanish interp on phone.", "A Spanish interpreter was on hand by phone."),
        ("Sit<->stand bench 2x8.", "Getting up from and back down onto a bench, 2 sets of 8."),
        ("Tandem // bars 8 ft x4.", "Tandem walking in the parallel bars, four passes of 8 feet."),
        ("Finds PRL slower OD than OS.", "The PRL was found less quickly with the right eye than with the left."),
        ("Letter cancel 34/60, omissions L>R.", "Letter cancellation 34/60; more were missed on the left than right."),
        ("Shoes on mod A, off indep.", "Doffs shoes independently, dons with mod assist."),
        ("BBS 62/56??", "The Berg was written down as 62/56, which is questioned."),
    ],
)
def test_what_is_told_in_other_words_is_not_accused(note: str, text: str) -> None:
    assert errors(note, text) == []


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("7-day pillbox sort: 5 errors.", "Sorting pills onto a seven-day chart had 5 errors."),
        ("gait SPC L hand 150 ft SBA.", "Walked 150 feet with a cane held on the right, standby assist."),
        ("UBE 6 min, 4 fwd/2 back.", "Upper body ergometer 6 min, half forward and half backward."),
        ("w/ Spanish interp on phone.", "A Spanish interpreter on phone, with a hand on the rail."),
        ("Tandem stance // bars 8 ft from door.", "Tandem walking in the parallel bars, 8 feet from the door."),
        ("Finds PRL slower OD than OS.", "The PRL was found less quickly with the left eye than with the right."),
        ("Letter cancel 34/60, omissions L>R.", "Letter cancellation 34/60; more were missed on the right than left."),
        ("Shoes mod A.", "Doffs shoes, dons with mod assist."),
    ],
)
def test_what_is_another_thing_is_accused(note: str, text: str) -> None:
    assert errors(note, text)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "OT talked thru, pt did clean up",
            "The therapist talked the patient through it, and the patient did the cleanup.",
        ),
        ("ER iso sub max x10", "Ten external rotation isometrics were done submaximally."),
    ],
)
def test_two_words_of_a_note_may_be_told_as_one(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []
