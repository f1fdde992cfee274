"""A word with a denying prefix says what its base denied says, and the opposite of its base."""

import pytest

from rewriter.fidelity import compare
from rewriter.fidelity.texts.opposites import WAYS
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def errors(note: str, rewrite: str) -> list[str]:
    """Return the codes of the errors of a rewrite."""
    findings = compare([read(note, PACK)], read(rewrite, PACK), Visit(), PACK)
    return [item.code for item in findings if item.level == "error"]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Aide not available for training.", "The aide was unavailable for training."),
        ("Pt not able to stand.", "The patient was unable to stand."),
    ],
)
def test_a_denial_by_prefix_is_that_of_the_note(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Aide not available for training.", "The aide was available for training."),
        ("Aide available for training.", "The aide was unavailable for training."),
        ("Sequencing accurate.", "Sequencing was inaccurate."),
    ],
)
def test_the_opposite_by_prefix_is_found(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)


@pytest.mark.parametrize(
    ("word", "way"), [("w/out", "without"), ("climbed", "up"), ("shut", "closed"), ("ulnar", "ulnar")]
)
def test_a_word_stands_for_one_of_two_ways(word: str, way: str) -> None:
    assert WAYS[word][0] == way
    assert way in WAYS[word][1].split("/")
