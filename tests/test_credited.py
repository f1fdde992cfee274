"""What helped and what did not stays so."""

import pytest

from rewriter.fidelity.contexts.credited import find_miscredited
from tests.worded import both

TAPE = "Metronome no help, floor tape helped."


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (TAPE, "A metronome helped, and floor tape did as well.", True),
        (TAPE, "A metronome helped, but floor tape did not.", True),
        (TAPE, "A metronome did not help, but floor tape did.", False),
        (TAPE, "Floor tape was helpful, whereas the metronome was not.", False),
        ("Heat helped.", "Heat was ineffective.", True),
        ("Rocking no effect on tone.", "Rocking was effective on tone.", True),
        ("Lives w dtr, works days.", "The patient did not need help.", False),
    ],
)
def test_a_means_told_the_other_way_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_miscredited(*both(note, rewrite))) is found
