"""Rejoined: words that all stand in the note, and nowhere together, make another thing."""

import pytest

from rewriter.fidelity.rewording.partners import Held, find_unpartnered
from rewriter.fidelity.rewording.rejoined import find_rejoined
from tests.worded import PACK, both


def rejoined(source: str, rewrite: str) -> list[str]:
    said, note = both(source, rewrite)
    held = Held((note,))
    mentions = [
        said.reading.mentions[index]
        for index in find_rejoined(said, held, find_unpartnered(said, held, PACK), PACK.plain)
    ]
    return [said.reading.words.written(mention.first, mention.last) for mention in mentions]


@pytest.mark.parametrize(
    ("source", "rewrite", "things"),
    [
        ("VOR x1", "VOR x2", ["VOR x2"]),
        ("toilet seat. car transfer", "Toilet transfer.", ["Toilet transfer"]),
        ("toilet transfer", "Transferred to the toilet.", []),
        ("toilet transfer", "Toilet transfer.", []),
        ("foam EC, CGA", "Standing on foam with eyes closed.", []),  # standing is entailed
        ("VOR x1", "VOR x1", []),
    ],
)
def test_a_thing_made_of_words_from_elsewhere_is_found(source: str, rewrite: str, things: list[str]) -> None:
    assert rejoined(source, rewrite) == things
