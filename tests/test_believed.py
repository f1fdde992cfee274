"""Beliefs: what somebody only thinks must not be told as so."""

import pytest

from rewriter.fidelity.contexts.believed import find_affirmed_beliefs
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
        ("Pt reports doing HEP daily.", "The patient did the home exercise program daily.", True),
        ("Slept better per pt.", "The patient slept better.", True),
        ("Slept better per pt.", "By the patient's account sleep was better.", False),
        ("Pt reports pain 4/10.", "Pain was 4/10.", False),
        ("No lifting per MD.", "There is to be no lifting.", False),
        ("Pt feels tired.", "The patient was tired.", False),
        ("Feels memory is fine.", "Memory is fine.", True),
        ("Clenches at night she thinks.", "She clenches at night.", True),
        ("Work says light duty ok.", "Light duty is fine according to work.", False),
        ("Aide says breaks help.", "Breaks help.", True),
        ("Aide says breaks help.", "Breaks help, the aide reports.", False),
        ("Supposed to do steps, skipped.", "Steps were to be done and were skipped.", False),
    ],
)
def test_a_belief_told_as_so_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_affirmed_beliefs(*both(note, rewrite))) is found
