"""A change told of a signed value is the note's."""

import pytest

from rewriter.fidelity.sequences.drifted import find_drifted
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Girth at wrist 17.2 cm (-0.4 cm).", "Girth at the wrist was 17.2 cm, up 0.4 cm.", True),
        ("Girth at wrist 17.2 cm (-0.4 cm).", "Girth at the wrist was 17.2 cm, down 0.4 cm.", False),
        ("Swelling down 0.5 cm since Fri.", "Swelling is up by 0.5 cm since Friday.", True),
        ("Swelling down 0.5 cm since Fri.", "Swelling decreased by 0.5 cm since Friday.", False),
        ("Edema +1.2 cm vs R.", "Edema was 1.2 cm less than on the right.", True),
        ("Edema +1.2 cm vs R.", "Edema was 1.2 cm more than on the right.", False),
    ],
)
def test_a_change_the_other_way_is_found(note: str, rewrite: str, found: bool) -> None:
    said, source = both(note, rewrite)
    stated, asked = find_modifiers(said, PACK), find_modifiers(source, PACK)
    assert any(find_drifted(said, stated, source, asked)) is found


@pytest.mark.parametrize(
    ("rewrite", "found"),
    [
        ("Sitting lasted 2 minutes, down from 45 seconds on 11/9.", True),
        ("Sitting lasted 2 minutes, up from 45 seconds on 11/9.", False),
        ("The TUG took 22 seconds, up from 30 seconds at evaluation.", True),
        ("The TUG took 22 seconds, reduced from 30 seconds at evaluation.", False),
        ("Grip was 20 pounds, increased from 25 pounds.", True),
        ("Walking went up from 50 feet to 100 feet.", False),
        ("Pain was 2/10, down from 4/10.", False),
    ],
)
def test_nothing_rises_from_what_was_more(rewrite: str, found: bool) -> None:
    said, given = both("Seen today.", rewrite)
    items = find_modifiers(said, PACK), find_modifiers(given, PACK)
    assert any(find_drifted(said, items[0], given, items[1])) is found
