"""Like things that changed places in a sentence are found; in any order, each with its own words, they are silent."""

import pytest

from rewriter.fidelity.sequences.transposed import find_transposed
from tests.worded import both, shelf

PRESS = "Chest press 15# 2x10, row 20# 3x8, no c/o."
STAIRS = "Aide guided L foot on stairs, then dtr tried it, PT SBA."
BANDS = "Red band rows x12, green band ER x8."
SLAP = "Foot slap 6x w/o brace, 2x w/ brace."
TUB = "Niece did transfer to tub w/ pt, COTA SBA."
SQUATS = "Pain 2 vs 5 w/o tape, squats."
PEGS = "Large pegs in small board, min A."
STEPS = "Step ups R lead 10, L lead 6."
CUES = "VC for hand placement, TC at L hip for shift."
WALKS = "Amb to BR 20 ft min A, to dining rm 90 ft CGA."
ADVANCED = "Aide advanced L leg first 2 min, then pt did."
LENSES = "R hearing aid in (L lost)."


def transposed(note: str, rewrite: str) -> bool:
    """Tell whether two things of the rewrite are found to have changed places."""
    said, given = both(note, rewrite)
    return any(find_transposed(said, shelf(said).items, given, shelf(given).items))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (PRESS, "Chest press was 15 pounds for three sets of 8 and the row 20 pounds for two sets of 10."),
        (STAIRS, "The daughter guided the left foot on the stairs, and then the aide tried it, the PT standing by."),
        (BANDS, "Twelve rows were done with the green band, and external rotation eight times with the red band."),
        (SLAP, "The foot slapped twice without the brace and six times with it."),
        (TUB, "The COTA did the tub transfer with the patient while the niece stood by."),
        (SQUATS, "Pain with squats was 5, against 2 without the tape."),
        (PEGS, "Small pegs were placed in a large board with minimal assistance."),
        (STEPS, "Step-ups were done 6 times with the right leading and 10 with the left leading."),
        (CUES, "Tactile cues were given for hand placement and verbal cues at the left hip for the shift."),
        (WALKS, "The patient walked 90 feet to the bathroom and 20 feet to the dining room."),
        (ADVANCED, "The patient advanced the left leg for the first 2 minutes, after which the aide did so."),
        (LENSES, "The left hearing aid was in, and the right one is lost."),
    ],
)
def test_changed_places(note: str, rewrite: str) -> None:
    assert transposed(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            PRESS,
            "The chest press was done for 2 x 10 at 15 pounds, the row for 3 x 8 at 20 pounds.",
        ),
        (PRESS, "The row was done at 20 pounds, 3 x 8, and the chest press at 15 pounds, 2 x 10."),
        (
            STAIRS,
            "With the PT standing by, the daughter tried it after the aide had guided the left foot.",
        ),
        (BANDS, "External rotation was done eight times with the green band; 12 rows were done with the red one."),
        (SLAP, "With the brace the foot slapped twice, and six times without it."),
        (TUB, "While the COTA stood by, the niece did the tub transfer with the patient."),
        (SQUATS, "Without the tape pain with squats was 5, and 2 with it."),
        (PEGS, "In a small board, large pegs were placed with minimal assistance."),
        (STEPS, "With the left leading 6 step-ups were done, and 10 with the right leading."),
        (CUES, "The left hip was cued tactilely for the shift, and hand placement verbally."),
        (WALKS, "CGA was given for 90 feet to the dining room, and min A for 20 feet to the bathroom."),
        (ADVANCED, "For the first 2 minutes the left leg was advanced by the aide, and then by the patient."),
        (LENSES, "The left hearing aid is lost; the right one was in."),
        ("Reach R->L 12/15, L->R 9/15.", "The child scored 12/15 from right to left and 9/15 from left to right."),
        ("Tech did board + step overs w pt 15 min.", "The board was done with the patient by the tech for 15 minutes."),
        ("R 58 cm, L 63 cm, anterior reach.", "Anterior reach was 63 cm on the left and 58 cm on the right."),
    ],
)
def test_kept_places(note: str, rewrite: str) -> None:
    assert not transposed(note, rewrite)


def test_a_very_long_text_is_left_alone() -> None:
    note = "Box lift 25# x8, 35# x6. " + "Sled push, row, curl, press, squat, lunge, plank. " * 60
    assert not transposed(note, "The box was lifted at 25 pounds for six repetitions and 35 pounds for eight.")
