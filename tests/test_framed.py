"""Frames of English that carry what a note tells in a few words, and the untrue ones beside them."""

import pytest

from tests.worded import error_codes as errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Pain 7>5 after meds.", "Pain dropped from 7 to 5 once medication had been given."),
        ("BBS 38 was 31.", "The Berg score has climbed to 38 from an earlier 31."),
        ("TUG 14 s, 18 last wk.", "The TUG came down to 14 seconds from last week's 18."),
        ("RPE 13, HR 72>94.", "RPE was 13 and heart rate increased from 72 to 94."),
        ("Gait speed .8 was .6.", "Gait speed was 0.8, compared with 0.6 before."),
        (
            "SPT min A x3, last wk mod A.",
            "Three stand-pivot transfers were completed with minimal assistance, an improvement on the moderate "
            "assistance needed last week.",
        ),
        ("Wife ordering LH sponge.", "The wife is going to order a long-handled sponge."),
        ("Son putting in grab bar this wkend.", "The son will be installing a grab bar this weekend."),
        ("Husb did steps w pt yest per report.", "By report, the husband did the steps with the patient yesterday."),
        ("Pt says stairs at home still scary.", "The patient remarked that the stairs at home are still scary."),
        ("NWB, surgeon says no stairs till Fri.", "The patient is non-weight-bearing; the surgeon wants no stairs "
         "until Friday."),
        ("Heel slides x10 no pain.", "Ten painless heel slides were done."),
        ("She says shes tired.", "She reports that she is tired."),
        ("Situps 2x10.", "Sit-ups were done for two sets of ten."),
        ("Ladder skipped, no space.", "The ladder was omitted for want of space."),
        ("Sling off yest per MD.", "The sling was discontinued yesterday per the physician."),
        ("Ramp not today, tired. L foot numb.", "The left foot is numb. The ramp was left for another day because the "
         "patient was tired."),
    ],
)  # fmt: skip
def test_the_frame_adds_nothing(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("LOB x3 R.", "The patient lost balance once to the right."),
        ("BBS 38 was 31.", "The Berg score has dropped to 31 from an earlier 38."),
        ("Gait speed .8 was .6.", "Gait speed was 0.6, compared with 0.8 earlier."),
        (
            "SPT mod A x3, last wk min A.",
            "Three stand-pivot transfers were completed with moderate assistance, an improvement on the minimal "
            "assistance needed last week.",
        ),
        ("Wife watching gait.", "The wife will watch the gait."),
        ("Husb did steps w pt yest per report.", "The husband did the steps with the patient yesterday."),
        ("Stairs x4.", "Four stairs were climbed. The patient wants to climb 12 stairs."),
        ("Heel slides x10 w pain 4.", "Ten painless heel slides were done."),
        ("SLS R 4 s.", "Single-leg stance on the left was 4 seconds."),
    ],
)
def test_what_it_would_turn_is_found(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)
