"""Comparisons of things that are no sides: reversed ones are found."""

import pytest

from rewriter.fidelity.compared import find_reversed_comparisons
from rewriter.fidelity.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(note: str, rewrite: str) -> tuple[Terms, Terms]:
    """Return the terms of the rewrite and of the note."""
    return find_terms(read(rewrite, PACK), PACK, source=False), find_terms(read(note, PACK), PACK, source=True)


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("dizziness worse w/ turning than bending", "Dizziness was worse with bending than with turning.", True),
        ("dizziness worse w/ turning than bending", "Dizziness was worse with turning than with bending.", False),
        ("hip flexors weaker than quads", "The quadriceps were weaker than the hip flexors.", True),
        ("tone elbow > wrist", "Tone was greater at the elbow than at the wrist.", False),
        ("tone elbow > wrist", "Tone was less at the elbow than at the wrist.", True),
        ("tone elbow > wrist", "Tone was less at the wrist than at the elbow.", False),
    ],
)
def test_a_reversed_comparison_is_found(note: str, rewrite: str, found: bool) -> None:
    assert bool(list(find_reversed_comparisons(*terms(note, rewrite)))) is found
