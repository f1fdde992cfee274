"""Directions: a word for the way a value went claims nothing where it went that way, and is one where it did not."""

import pytest

from rewriter.fidelity.related.pairs import find_pairs
from rewriter.fidelity.texts.modifiers import find_modifiers
from rewriter.fidelity.wordings.directions import find_ways
from tests.worded import PACK, both


def ways(source: str, rewrite: str) -> set[str]:
    said, note = both(source, rewrite)
    asked, stated = find_modifiers(note, PACK), find_modifiers(said, PACK)
    return {said.reading.words.low[at] for at in find_ways(said, stated, find_pairs(note, asked), note, asked)}


@pytest.mark.parametrize(
    ("source", "rewrite", "words"),
    [
        ("mod A -> min A", "Assistance decreased from moderate assistance to minimal assistance.", {"decreased"}),
        ("SLS 4 s -> 9 s", "Single-leg stance of 4 seconds rose to 9 seconds.", {"rose"}),
        ("dizzy 4 -> 6/10", "Dizziness 4/10, rising to 6/10.", {"rising"}),
        ("pain 6 -> 3", "Pain was down to 3.", {"down"}),
        ("RASS 0, -1 by end", "RASS was 0, falling to -1 by the end.", {"falling"}),
        ("RASS 0, -1 by end", "RASS was 0, rising to -1 by the end.", set()),
        ("SLS 4 s -> 9 s", "Single-leg stance fell to 9 seconds.", set()),
        ("min A -> mod A", "Assistance decreased to moderate assistance.", set()),
        ("SLS 4 s", "Single-leg stance rose to 4 seconds.", set()),
    ],
)
def test_a_direction_is_checked_against_the_values(source: str, rewrite: str, words: set[str]) -> None:
    assert ways(source, rewrite) == words
