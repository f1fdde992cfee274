"""How many people helped: another number for the same amount is found."""

import pytest

from rewriter.fidelity.attached.manned import find_miscounted_people
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("EOB max A x2", "At the edge of the bed with maximal assistance of one.", [1]),
        ("EOB max A x2", "At the edge of the bed with maximal assistance of two people.", []),
        ("EOB max A", "At the edge of the bed with maximal assistance of one.", []),
        ("STS mod A x1 knees blocked. EOB mod A x2", "Sit to stand with moderate assistance x1.", []),
        ("steps min A x2 knee buckled. gait min A x1", "Steps with minimal assistance of two.", []),
        ("EOB max A x2, then mod A x1", "Maximal assistance of two, then moderate assistance of two.", [2]),
    ],
)
def test_another_number_of_people_is_found(note: str, rewrite: str, found: list[int]) -> None:
    said, source = both(note, rewrite)
    stated, asked = find_modifiers(said, PACK), find_modifiers(source, PACK)
    assert [one.people for one in find_miscounted_people(said, stated, source, asked)] == found
