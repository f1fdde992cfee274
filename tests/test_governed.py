"""A cue, help, a load or a distance is told of the deed that governs it, whether a lexicon knows the deed or not."""

import pytest

from rewriter.fidelity.attached.governed import find_governed
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both

BRIDGES = "Bridges 2x10, SLR 2x10 w/ VC for breathing, clams x15."
CARRY = "Box carry 40 ft x3, min A at trunk. Push-ups at wall x12. Denies pain."
CURB = "Curb x4 w/ RW min A. Level gait 150 ft SBA. Ramp x2, LOB x1."
SNAG = "Bird dog 2x8, dizzy at end. Prone press-ups x10. HR 92."
LIST = "Heel raises, mini squats, marching w/ TC at hips. Stairs x6 CGA."
SQUATS = "Quad sets x10, heel slides 2x12. Mini squats 30 s at counter. Bike 5 min."
CLAMS = "Clamshells R, bridges w band. Step downs R. 2x12."
SHELF = "Shelf reach x10, TC scapula. Towel slides x15. Pegs x20 w/ mod A."


def moved(note: str, rewrite: str) -> bool:
    """Tell whether anything of the rewrite is told of a deed that does not govern it in the note."""
    said, source = both(note, rewrite)
    return any(find_governed(said, find_modifiers(said, PACK), source, find_modifiers(source, PACK)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (BRIDGES, "Two sets of 10 bridges, with spoken reminders to breathe. Straight leg raises 2x10. 15 clamshells."),
        (CARRY, "The box was carried 40 feet three times. Twelve push-ups at the wall with minimal assistance."),
        (CURB, "The curb was done four times. Level gait of 150 feet took minimal assistance."),
        (SHELF, "Ten shelf reaches were done. Fifteen towel slides were done with tactile cues at the scapula."),
        (
            SQUATS,
            "Quad sets, ten times. Heel slides for 30 seconds, and mini squats. The bike took 5 minutes.",
        ),
        (
            SQUATS,
            "Quad sets, ten times. Heel slides 2x12. Mini squats at the counter for 5 minutes. The bike was used.",
        ),
        (SQUATS, "Quad sets, ten times. Heel slides 2x12 for 5 minutes. The bike took 5 minutes."),
        (CLAMS, "Clamshells on the right for two sets of 12 and bridges with a band; step-downs on the right."),
    ],
)
def test_what_left_its_deed_is_found(note: str, rewrite: str) -> None:
    assert moved(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Grooming: HOH to start, then 1-step VC x4. CNA shown 1-step cues.",
            "Grooming: hand over hand to start, then 1-step verbal cues 4 times. CNA was shown 1-step cues.",
        ),
        (BRIDGES, "Straight leg raises had verbal cues for breathing. Bridges were done 2x10, clamshells 15 times."),
        (BRIDGES, "Bridges and straight leg raises were done with verbal cues for breathing."),
        (
            CARRY,
            "With minimal assistance at the trunk a box was carried 40 feet. Twelve wall push-ups.",
        ),
        (
            SQUATS,
            "Quad sets, ten times. Heel slides 2x12. Mini squats for 30 seconds at the counter. Bike 5 minutes.",
        ),
        (SQUATS, "The session closed with 5 minutes on the bike, after 10 quad sets and heel slides."),
        (CLAMS, "Clamshells on the right and bridges with a band; step-downs on the right for two sets of 12."),
        (
            "Still cant do bus steps. STS from 18 in. 3 sets.",
            "Sit to stand from 18 inches; 3 sets. Bus steps cannot be done.",
        ),
        (CURB, "One loss of balance occurred on the ramp. Minimal assistance was given on the curb with the walker."),
        (SNAG, "The patient was dizzy at the end of the bird dogs. Ten prone press-ups."),
        (SNAG, "Ten prone press-ups. It was after bird dogs that dizziness came."),
        (
            "Amb 100 ft, SOB, rest 1 min. Then stairs x8 CGA.",
            "She walked 100 feet, became short of breath and rested before going up eight stairs with contact guard.",
        ),
        (
            "Reach test R 58 L 66 cm. SLS on foam 20 s, hop x3.",
            "Treatment included reach test right 58, left 66 centimeters and single leg stance on foam for 20 seconds.",
        ),
        (LIST, "Heel raises were done with tactile cues at the hips, as were mini squats and marching. Six stairs."),
        (SHELF, "Pegs took moderate assistance. Shelf reaches had touch cues at the scapula."),
    ],
)
def test_what_is_told_of_its_own_deed_or_of_a_bare_list_is_silent(note: str, rewrite: str) -> None:
    assert not moved(note, rewrite)


def test_long_texts_are_left_alone() -> None:
    assert not moved(CURB * 60, "Level gait of 150 feet took minimal assistance. The curb was done four times.")


@pytest.mark.parametrize(
    ("rewrite", "found"),
    [
        ("Scapular re-education for 3 sets of 12 had tactile cues. The overhead shelf was reached 4 of 10.", True),
        ("Scapular re-education had tactile cues. The overhead shelf was reached 4 of 10. 3 sets of 12.", False),
        ("Scapular re-education had tactile cues. The overhead shelf was reached 4 of 10, 3 sets of 12.", False),
    ],
)
def test_a_dose_by_itself_goes_with_the_deed_before(rewrite: str, found: bool) -> None:
    said, given = both("scap re-ed prone, TC low trap. reach to overhead shelf no hike 4/10. 3x12", rewrite)
    moved = find_governed(said, find_modifiers(said, PACK), given, find_modifiers(given, PACK))
    assert any(moved) is found
