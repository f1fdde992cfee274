"""Aligned: of several mentions the one among the same words is meant."""

import pytest

from rewriter.fidelity.texts.aligned import aligned
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "meant"),
    [
        ("Walked, pain in hip. Knee click, no pain", "The knee click caused pain.", "pain", [1]),
        ("Walked, pain in hip. Knee click, no pain", "Walking caused pain in the hip.", "pain", [0]),
        ("Knee pain. Knee pain", "Knee pain.", "pain", []),  # all are alike
    ],
)
def test_the_mention_among_the_same_words_is_meant(note: str, rewrite: str, word: str, meant: list[int]) -> None:
    said, source = both(note, rewrite)
    index = next(i for i, place in enumerate(said.place) if said.reading.words.low[place] == word)
    partners = sorted((0, one) for one in source.partners(said.keys[index]))
    assert [partners.index(one) for one in aligned(said, index, (source,), partners)] == meant
