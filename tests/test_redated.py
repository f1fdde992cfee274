"""Today and before: what changed its day is found, what kept it, or says none, is not."""

import pytest

from rewriter.fidelity.nets.redated import find_redated
from rewriter.fidelity.texts.modifiers import find_modifiers
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def redated(source: str, rewrite: str) -> bool:
    note, said = (find_terms(read(text, PACK), PACK, source=text is source) for text in (source, rewrite))
    given, stated = Shelf(find_modifiers(note, PACK)), Shelf(find_modifiers(said, PACK))
    return any(find_redated(said, note, stated, given))


@pytest.mark.parametrize(
    ("source", "rewrite", "wrong"),
    [
        ("Fell last wk in kitchen. VC gait.", "During the session the patient fell in the kitchen.", True),
        ("Child crawled today on the mat.", "Last week the child crawled on the mat.", True),
        ("Fell last wk in kitchen. VC gait.", "Last week the patient fell in the kitchen.", False),
        ("Fell last wk in kitchen. VC gait.", "The patient fell in the kitchen.", False),
        ("Fell in kitchen. VC gait.", "Today the patient fell in the kitchen.", False),
    ],
)
def test_a_part_told_of_another_day_is_found(source: str, rewrite: str, wrong: bool) -> None:
    assert redated(source, rewrite) is wrong
