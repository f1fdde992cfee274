"""A reason or a purpose is told of what the note has it beside, and of nothing else."""

import pytest

from rewriter.fidelity.nets.motives import find_misattributed
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
