"""The side of a diagnosis is no side of what was treated, though both are of one part of the body."""

import pytest

from rewriter.fidelity.attached.operated import find_misplaced_sides
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both

KNEES = "R TKA 3 wk. NMES L knee 10 min w/ quad sets."
HIPS = "L THA 2 wk. Clams x15 R hip, TC."
SHOULDERS = "R RCR 6 wk. L shoulder ache 3/10 after pulleys."


def misplaced(note: str, rewrite: str) -> list[str]:
    """Return the sides that were taken from a diagnosis."""
    said, source = both(note, rewrite)
    found = find_misplaced_sides(said, find_modifiers(said, PACK), source, find_modifiers(source, PACK))
    return [item.value for item in found]


@pytest.mark.parametrize(
    ("note", "rewrite", "side"),
    [
        (KNEES, "Right total knee replacement. Electrical stimulation with quad sets at the right knee.", "right"),
        (KNEES, "Three weeks after right TKA. Electrical stimulation and quad sets, bilateral knees.", "bilateral"),
        (HIPS, "Left total hip replacement. Fifteen clamshells were done at the left hip with tactile cues.", "left"),
    ],
)
def test_the_side_of_a_diagnosis_told_of_what_was_treated_is_found(note: str, rewrite: str, side: str) -> None:
    assert misplaced(note, rewrite) == [side]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (KNEES, "Right total knee replacement. Electrical stimulation with quad sets at the left knee."),
        (KNEES, "The right knee was replaced three weeks ago. Electrical stimulation with quad sets, left knee."),
        (HIPS, "Fifteen clamshells at the right hip, two weeks after left hip replacement."),
        (SHOULDERS, "The right shoulder had its rotator cuff repaired. The left shoulder ached after the pulleys."),
        ("R TKA. Knee flex R 90.", "Right total knee replacement. Right knee flexion is 90."),
        ("R TKA. Knee flex R 90, L 120.", "Knee flexion was 90 on the right knee and 120 on the left knee."),
    ],
)
def test_a_side_told_of_its_own_is_silent(note: str, rewrite: str) -> None:
    assert not misplaced(note, rewrite)
