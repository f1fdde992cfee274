"""Rows: things and values that stand by turns belong to each other, whichever comes first."""

import pytest

from rewriter.fidelity.related.rows import Streams
from rewriter.fidelity.texts.modifiers import FIGURE, SIDE, find_modifiers
from rewriter.fidelity.texts.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def rows(text: str, label: str, value: str) -> list[tuple[str, str]]:
    terms = find_terms(read(text, PACK), PACK, source=False)
    streams, low = Streams(terms, find_modifiers(terms, PACK)), terms.reading.words.low
    return [(low[row.label.first], low[row.value.first]) for row in streams.rows(label, value)]


@pytest.mark.parametrize("text", ["Left 12 s, right 4 s.", "12 s left, 4 s right."])
def test_a_value_belongs_to_the_thing_beside_it(text: str) -> None:
    assert rows(text, SIDE, f"{FIGURE} duration") == [("left", "12"), ("right", "4")]


def test_what_does_not_stand_by_turns_is_no_row() -> None:
    assert rows("Left and right, 12 s and 4 s.", SIDE, f"{FIGURE} duration") == []
