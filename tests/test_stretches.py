"""The same minutes told as other minutes: what two services share is no time of its own."""

import pytest

from rewriter.fidelity.nets.stretches import find_other_stretches
from rewriter.fidelity.texts.modifiers import find_modifiers
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()
NOTE = "BBS. also 2u balance testing, same 30 min"


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (NOTE, "Two units for the next 30 minutes.", True),
        (NOTE, "Two units for an additional 30 minutes.", True),
        (NOTE, "Two units for the same 30 minutes.", False),
        (NOTE, "Two units for those 30 minutes.", False),
        ("gait 10 min, then another 10 min", "Gait for 10 minutes and a further 10 minutes.", False),
        ("gait, next 10 min stairs", "Stairs in the same 10 minutes as gait.", True),
        ("gait 10 min", "Gait for the next 10 minutes.", False),
    ],
)
def test_shared_minutes_told_as_other_minutes_are_found(note: str, rewrite: str, found: bool) -> None:
    said, given = (find_terms(read(text, PACK), PACK, source=text is note) for text in (rewrite, note))
    stated, asked = Shelf(find_modifiers(said, PACK)), Shelf(find_modifiers(given, PACK))
    assert bool(list(find_other_stretches(said, stated, given, asked))) is found
