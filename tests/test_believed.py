"""Beliefs: what somebody only thinks must not be told as so."""

import pytest

from rewriter.fidelity.nets.believed import find_affirmed_beliefs
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(note: str, rewrite: str) -> tuple[Terms, Terms]:
    """Return the terms of the rewrite and of the note."""
    return find_terms(read(rewrite, PACK), PACK, source=False), find_terms(read(note, PACK), PACK, source=True)


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
    assert any(find_affirmed_beliefs(*terms(note, rewrite))) is found
