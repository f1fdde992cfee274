"""What was done is not told as planned."""

import pytest

from rewriter.fidelity.contexts.shelved import find_shelved
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Practiced car transfers w/ husband.", "The plan is to practice car transfers with the husband.", True),
        ("Practiced car transfers w/ husband.", "Car transfers were practiced with the husband.", False),
        ("Ice 10 min after.", "Ice will be used for 10 minutes afterward.", True),
        ("Tried Lofstrands.", "Lofstrand crutches are to be tried.", True),
        ("Clams 2x10 for motor planning.", "Clamshells were done for motor planning in two sets of 10.", False),
        ("Splint nights only.", "The splint is to be worn at night only.", False),
        ("Clams 2x10 daily.", "Clamshells are to be done daily in two sets of 10.", False),
        ("Plan: practiced car transfers again.", "Car transfers will be practiced again.", False),
        ("Tall kneel 3 min. Tall kneel next visit.", "Tall kneeling is planned for the next visit.", False),
        ("Stepper 2 min x4; planned 6.", "Did 4 of a planned 6 bouts of 2 minutes on the stepper.", False),
    ],
)
def test_a_deed_told_as_planned_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_shelved(*both(note, rewrite))) is found
