"""What belongs to a deed is told with it: exchanged or moved within a sentence it is found."""

import pytest

from rewriter.fidelity.attached.uprooted import find_uprooted
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both

TUB = "Tub transfer min A w/ bench; toilet transfer SBA w/ grab bar."
BRIDGES = "Bridges 2x10 w/ TC glutes, step ups 6 in x8, VC knee alignment."
GAIT = "Amb 150 ft RW CGA, stumbled x1. Stairs x4 w/ 1 rail SBA."
WRAP = "Pt wrapped RL, 1 VC fig-8. Towel desens 5 min."
DRESSING = "UB dressing SBA, LB dressing mod A w/ reacher."


def torn(note: str, rewrite: str) -> bool:
    """Tell whether anything of the rewrite was told with another deed."""
    said, source = both(note, rewrite)
    return any(find_uprooted(said, find_modifiers(said, PACK), source, find_modifiers(source, PACK)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (TUB, "The tub transfer was done with a grab bar, and the toilet transfer with a bench."),
        (BRIDGES, "Bridges had verbal cues for knee alignment, and step-ups had tactile cues to the glutes."),
        (GAIT, "She walked 150 feet with a walker. Four stairs were done with one rail, stumbling once."),
        (WRAP, "The patient wrapped the limb. Towel desensitization was done with a cue for a figure-8."),
        (DRESSING, "Upper body dressing was done with a reacher; lower body dressing took moderate assistance."),
    ],
)
def test_what_is_told_with_another_deed_is_found(note: str, rewrite: str) -> None:
    assert torn(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (TUB, "A grab bar was used for the toilet transfer, and a bench for the tub transfer."),
        (BRIDGES, "Step-ups had verbal cues for knee alignment; bridges had tactile cues to the glutes."),
        (BRIDGES, "Bridges and step-ups were done with tactile cues to the glutes."),  # both are named
        (GAIT, "Stairs were done with one rail. She stumbled once while walking 150 feet with a walker."),
        (GAIT, "During stairs and that walk she stumbled once."),  # it points elsewhere
        (DRESSING, "Lower body dressing took moderate assistance with a reacher; upper body dressing standby."),
        ("Gait 100 ft, stairs x4, VC posture.", "Gait was done with cues for posture. Stairs were done four times."),
    ],
)
def test_what_stands_with_its_deed_or_loosely_is_silent(note: str, rewrite: str) -> None:
    assert not torn(note, rewrite)
