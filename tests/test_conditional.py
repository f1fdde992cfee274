"""A plan under a condition keeps its condition."""

import pytest

from rewriter.fidelity.contexts.conditional import find_unconditional
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("AAROM next wk if MD ok.", "Active-assisted range of motion starts next week.", True),
        ("AAROM next wk if MD ok.", "Active-assisted range of motion next week, subject to approval.", False),
        ("AAROM next wk if MD ok.", "Once the physician agrees, active-assisted range of motion next week.", False),
        ("AAROM next wk if MD ok.", "The physician has given approval for active-assisted range of motion.", True),
        ("D/C Fri if stairs safe.", "Discharge is on Friday.", True),
        ("D/C Fri if stairs safe.", "Discharge on Friday depends on the stairs. If unsafe, it waits.", False),
        ("Plan jog next visit pending MD clearance.", "The patient will jog at the next visit.", True),
        ("No pain if supported.", "There was no pain with support.", False),
        ("IF 3/5, MF 4/5.", "The index finger was 3/5 and the middle finger 4/5.", False),
    ],
)
def test_a_condition_left_off_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_unconditional(*both(note, rewrite))) is found
