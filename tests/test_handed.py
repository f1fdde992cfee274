"""What only who treats does is not the patient's; what the patient does himself stays his."""

import pytest

from rewriter.fidelity.attached.handed import find_handed_over
from tests.worded import both

RIBS = "hands on ribs to fac trunk ext. 10 min"
KNEE = "STS min A x10, blocked L knee."
QUADS = "quad tapping in stance 2 min"
HIP = "wt shift R w my hand at R hip."
TRAP = "manual block at UT for hike"


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (RIBS, "The patient's own hands were on the ribs to facilitate trunk extension."),
        (RIBS, "The patient kept his hands on the ribs to facilitate trunk extension."),
        (KNEE, "Sit-to-stand was done ten times, and the patient blocked the left knee."),
        (KNEE, "The left knee was blocked by the patient."),
        (QUADS, "The patient tapped his own quadriceps in stance."),
        (QUADS, "Self-tapping of the quadriceps was done in stance."),
        (HIP, "Weight was shifted right with his own hand at the right hip."),
        (TRAP, "Hiking was met by the patient's own block at the upper trapezius."),
        (TRAP, "The patient applied a manual block at the upper trapezius."),
        ("hand on sternum to cut sway", "The patient placed a hand on the sternum to cut down sway."),
    ],
)
def test_the_therapists_hands_told_as_the_patients_are_found(note: str, rewrite: str) -> None:
    assert list(find_handed_over(*both(note, rewrite)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (RIBS, "The therapist's hands were on the ribs to facilitate trunk extension."),
        (RIBS, "Hands on the patient's ribs facilitated trunk extension."),
        (KNEE, "The patient's left knee was blocked during ten sit-to-stands."),
        (KNEE, "The patient performed sit-to-stand ten times with the left knee blocked."),
        (QUADS, "The patient's quadriceps were tapped in stance."),
        (HIP, "Weight was shifted right with a hand at the patient's right hip."),
        ("pt taps own quads in stance", "The patient taps his own quadriceps in stance."),
        ("HOH reach to cup", "The patient performed hand-over-hand reaching to a cup."),
        ("4 in step taps x10", "The patient tapped a 4-inch step ten times."),
    ],
)
def test_what_each_does_in_the_note_may_be_told(note: str, rewrite: str) -> None:
    assert not list(find_handed_over(*both(note, rewrite)))
