"""A reason or a purpose is told of what the note has it beside, and of nothing else."""

import pytest

from rewriter.fidelity.contexts.motives import find_misattributed, find_unaimed
from tests.worded import both

HELD = "Mirror + TC lat knee. No pain, mild effusion. Star excursion held, ran out of time."
CURB = "Boot off. Curb x3 w/ cane, SBA."
SOCK = "Distal limb red 5 min. Sock ply 3 to 5."
NAUSEA = "VOR x1 30 s, stopped d/t nausea. Foam EC 20 s."
RAIL = "Stairs x6, R rail. LOB x2 on foam, fatigue."


@pytest.mark.parametrize(
    ("note", "rewrite", "rule"),
    [
        (HELD, "Star excursion work was held because of knee pain.", "FID130"),
        (HELD, "Owing to the effusion, the star excursion was held.", "FID130"),
        (CURB, "Three curbs were done with the cane in preparation for returning to work.", "FID126"),
        (SOCK, "Sock ply went from 3 to 5 due to limb redness.", "FID130"),
        (RAIL, "The rail was used on stairs secondary to fatigue.", "FID130"),
        (HELD, "The star excursion was held because time ran out.", ""),
        (CURB, "Three curbs were done with the cane and standby assistance because the boot was off.", "FID130"),
        (NAUSEA, "VOR was stopped because of nausea.", ""),
        (NAUSEA, "Due to nausea, VOR was stopped at 30 seconds.", ""),
        (RAIL, "Balance was lost twice on foam because of fatigue.", ""),
        (SOCK, "The limb was red for 5 minutes, and because of it the sock ply went from 3 to 5.", ""),
    ],
)
def test_a_reason_is_of_what_the_note_has_it_beside(note: str, rewrite: str, rule: str) -> None:
    assert [one for one, _, _ in find_misattributed(*both(note, rewrite))] == [rule] * bool(rule)


KICKS = "Seated reaching, ball kicks. LOB x1. Goal don pants EOB."
HIKE = "Scap re-ed prone, TC low trap. Reach to overhead shelf no hike 4/10."
VALGUS = "Step downs w mirror + TC lat knee to limit valgus."
PRONE = "Prone lying 10 min for R hip flexor tightness."


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (KICKS, "Ball kicks were done to improve seated reaching.", True),
        (KICKS, "To prevent loss of balance, seated reaching was done.", True),
        (HIKE, "Tactile cues were given to the lower trapezius to reduce hiking.", True),
        (HIKE, "Prone work was done to strengthen the reach.", True),
        (KICKS, "Seated reaching was done to improve donning of pants.", False),
        (VALGUS, "Step-downs were done with a mirror and tactile cues at the lateral knee to reduce valgus.", False),
        (PRONE, "Prone lying was held for 10 minutes to address right hip flexor tightness.", False),
        ("Manual cues to dec UT hiking.", "Manual cues were given to lessen hiking of the upper trapezius.", False),
        ("Towel desens 5 min.", "A towel was rubbed for 5 minutes to reduce sensitivity.", False),
        ("VC heel strike R.", "Verbal cues were given to increase heel strike on the right.", False),
        ("Slow rock to inhibit adductors.", "Slow rocking was used to decrease adductor activity.", False),
        ("Pt able to maintain midline 8 s.", "The patient was able to improve midline.", False),
    ],
)
def test_a_change_of_what_is_no_aim_of_the_note_is_no_purpose(note: str, rewrite: str, found: bool) -> None:
    assert any(find_unaimed(*both(note, rewrite))) is found


def test_the_first_of_two_reasons_is_asked_by_itself() -> None:
    note = "Taught aide guarding + when to stop. PT needed d/t spasticity/fatigue."
    told = "The aide was taught guarding because of fatigue and when to stop."
    assert [rule for rule, _, _ in find_misattributed(*both(note, told))] == ["FID130"]
