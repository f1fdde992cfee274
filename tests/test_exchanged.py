"""Two amounts or cues that changed places are both found; in any order and construction what is kept is silent."""

import pytest

from rewriter.fidelity.nets.exchanged import find_exchanged
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both

RAMP = "TB xfer level CGA, uphill 2 in min A."
FOAM = "Foam EC 3 x 20 s SBA; foam EO 30 s indep."

LIST = "Sequenced 3/6 steps w/ written list, 5/6 w/ VC."
SOUP = "Soup: spills 7 reg spoon, 3 wtd spoon."
AIR = "SpO2 88% RA, 94% on 2 L. BP sit 118/70, stand 96/58."


def exchanged(note: str, rewrite: str) -> list[tuple[str, str]]:
    """Return the pairs of values that changed places."""
    said, source = both(note, rewrite)
    pairs = find_exchanged(said, find_modifiers(said, PACK), source, find_modifiers(source, PACK))
    return [(one.value, two.value) for one, two in pairs]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (RAMP, "Level transfers were min A and a 2-inch uphill was CGA."),
        (RAMP, "CGA was given for the 2-inch uphill, min A for level transfers."),
        (FOAM, "On foam with eyes closed 20 seconds on their own; with eyes open 30 seconds with someone standing by."),
        (LIST, "Step sequencing was 3/6 with verbal cueing and 5/6 with a written list."),
        (LIST, "With a written list 5 of 6 steps were sequenced, with verbal cues 3 of 6."),
        (SOUP, "With soup there were 3 spills from a regular spoon and 7 from a weighted one."),
        (AIR, "Saturation was 94% on room air and 88% on 2 liters."),
        (AIR, "Blood pressure was 96/58 seated and 118/70 standing."),
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
        (LIST, "Step sequencing was 3/6 with a written list and 5/6 with verbal cueing."),
        (LIST, "With verbal cues 5 of 6 steps were sequenced, with a written list 3 of 6."),
        (SOUP, "The weighted spoon spilled 3 times, the regular one 7 times."),
        (AIR, "Saturation was 94% on 2 liters, against 88% on room air."),
        (AIR, "On standing the blood pressure fell to 96/58 from 118/70 in sitting."),
    ],
)
def test_values_that_kept_their_places_are_silent(note: str, rewrite: str) -> None:
    assert exchanged(note, rewrite) == []
