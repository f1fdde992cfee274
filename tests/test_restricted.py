"""What the note restricts to one side is restricted to no other."""

import pytest

from rewriter.fidelity.attached.restricted import find_misrestricted
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both

TURNS = "Turns L & R x6 w/ metronome. Froze on R turns only."
STEPS = "Step taps L and R x10 each, LOB w/ L taps only."
CUFF = "BP both arms, cuff on left arm only today."


def misrestricted(note: str, rewrite: str) -> bool:
    """Tell whether anything is restricted to the wrong side."""
    said, source = both(note, rewrite)
    return any(find_misrestricted(said, find_modifiers(said, PACK), source, find_modifiers(source, PACK)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (TURNS, "Six turns to the left and right with a metronome. Froze on left turns only."),
        (TURNS, "Turns were made both ways, and freezing came exclusively when turning to the left."),
        (STEPS, "Ten step taps on each side; balance was lost with right taps alone."),
    ],
)
def test_the_other_side_alone_is_found(note: str, rewrite: str) -> None:
    assert misrestricted(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (TURNS, "Six turns to the left and right with a metronome. Froze only on turns to the right."),
        (STEPS, "Balance was lost with left taps only, of ten on each side."),
        (CUFF, "The cuff was on just the left arm today."),
        ("Veers R on turns L only.", "The patient veers to the right, only when turning left."),
        ("Splint L only. Scans to R w/ VC.", "The splint is on the left only, and the patient scans to the right."),
        ("Gait 50 ft. Cane R hand only.", "Walked 50 feet, the cane in the right hand only."),
    ],
)
def test_the_same_side_alone_is_silent(note: str, rewrite: str) -> None:
    assert not misrestricted(note, rewrite)
