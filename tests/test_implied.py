"""A bare side of a note may be told with its limb; the other side of what is told may not."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("cane in R, L HHA", "The cane was held in the right hand, and hand-held assistance was given on the left."),
        ("rolls pen w/ R, L holds paper", "The pen is rolled with the right hand while the left holds the paper."),
        ("push up on R, L arm in sling", "The patient pushed up with the right arm, the left being in a sling."),
        (
            "Desens L hand 3 min. Mirror box 10 min, only R moving",
            "The left hand was desensitized for 3 minutes. Mirror box work took 10 minutes with only the right hand "
            "moving.",
        ),
        ("dropped 3 of 12 pegs L, 0 R", "With the left hand, 3 of 12 pegs were dropped; with the right, none were."),
        (
            "R gaze pref, turns to L only w/ tactile",
            "Right gaze is preferred; turns to the left with a tactile cue only.",
        ),
        (
            "Bosu step up R lead 8, L lead 5",
            "Step-ups onto the Bosu were done eight times leading with the right and five leading with the left.",
        ),
    ],
)
def test_the_limb_of_a_bare_side_is_no_other(note: str, rewrite: str) -> None:
    assert not set(error_codes(note, rewrite)) & {"FID101", "FID102", "FID202"}


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("cane in R, L HHA", "The cane was held in the left hand, and hand-held assistance was given on the right."),
        ("push up on R, L arm in sling", "The patient pushed up with the left arm, the right being in a sling."),
        (
            "Bosu step up R lead 8, L lead 5",
            "Step-ups onto the Bosu were done five times leading with the right and eight leading with the left.",
        ),
        ("dropped 3 of 12 pegs L, 0 R", "With the right hand, 3 of 12 pegs were dropped; with the left, none were."),
    ],
)
def test_the_other_side_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
