"""How many people helped: another number for the same amount is found."""

import pytest

from rewriter.fidelity.nets.manned import find_miscounted_people
from rewriter.fidelity.texts.modifiers import find_modifiers
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
        ("EOB max A x2", "At the edge of the bed with maximal assistance of one.", [1]),
        ("EOB max A x2", "At the edge of the bed with maximal assistance of two people.", []),
        ("EOB max A", "At the edge of the bed with maximal assistance of one.", []),
        ("EOB max A x2, then mod A x1", "Maximal assistance of two, then moderate assistance of two.", [2]),
    ],
)
def test_another_number_of_people_is_found(note: str, rewrite: str, found: list[int]) -> None:
    said, source = terms(note, rewrite)
    stated, asked = find_modifiers(said, PACK), find_modifiers(source, PACK)
    assert [one.people for one in find_miscounted_people(said, stated, source, asked)] == found
