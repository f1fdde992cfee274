"""Two amounts or cues that changed places are both found; in any order and construction what is kept is silent."""

import pytest

from rewriter.fidelity.exchanged import find_exchanged
from rewriter.fidelity.modifiers import find_modifiers
from rewriter.fidelity.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()
RAMP = "TB xfer level CGA, uphill 2 in min A."
FOAM = "Foam EC 3 x 20 s SBA; foam EO 30 s indep."


def exchanged(note: str, rewrite: str) -> list[tuple[str, str]]:
    """Return the pairs of values that changed places."""
    said, source = (find_terms(read(text, PACK), PACK, source=text is note) for text in (rewrite, note))
    pairs = find_exchanged(said, find_modifiers(said, PACK), source, find_modifiers(source, PACK))
    return [(one.value, two.value) for one, two in pairs]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (RAMP, "Level transfers were min A and a 2-inch uphill was CGA."),
        (RAMP, "CGA was given for the 2-inch uphill, min A for level transfers."),
        (FOAM, "On foam with eyes closed 20 seconds on their own; with eyes open 30 seconds with someone standing by."),
    ],
)
def test_values_that_changed_places_are_found(note: str, rewrite: str) -> None:
    assert len(exchanged(note, rewrite)) == 1


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (RAMP, "Level transfers were CGA and a 2-inch uphill was min A."),
        (RAMP, "A 2-inch uphill was min A, while level transfers were CGA."),
        (RAMP, "Transfers were done at CGA and min A."),
        (FOAM, "With eyes open 30 seconds on their own; with eyes closed 20 seconds with someone standing by."),
    ],
)
def test_values_that_kept_their_places_are_silent(note: str, rewrite: str) -> None:
    assert exchanged(note, rewrite) == []
