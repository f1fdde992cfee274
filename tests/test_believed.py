"""Beliefs: what somebody only thinks must not be told as so."""

import pytest

from rewriter.fidelity.nets.believed import find_affirmed_beliefs
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Grab bar loose, pt thinks landlord was told.", "The grab bar is loose; the landlord was told.", True),
        (
            "Grab bar loose, pt thinks landlord was told.",
            "The grab bar is loose; the patient believes that the landlord was told.",
            False,
        ),
        (
            "Grab bar loose, pt thinks landlord was told.",
            "The grab bar is loose; the landlord may have been told.",
            False,
        ),
        ("Pt feels L hand is stronger.", "The left hand is stronger.", True),
        ("Pt feels L hand is stronger.", "In the patient's opinion, the left hand is stronger.", False),
        ("Pt feels tired.", "The patient was tired.", False),
    ],
)
def test_a_belief_told_as_so_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_affirmed_beliefs(*both(note, rewrite))) is found
