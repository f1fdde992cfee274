"""A hand goes without saying where the note tells what it did; elsewhere it claims."""

import pytest

from rewriter.fidelity.rewording.byhand import is_hand_implied, is_hand_implied_there
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(text: str, *, source: bool) -> Terms:
    return find_terms(read(text, PACK), PACK, source=source)


def index_of(one: Terms, word: str) -> int:
    return one.place.index(one.reading.words.low.index(word))


@pytest.mark.parametrize(
    ("source", "rewrite", "word", "implied"),
    [
        ("typed L only", "Only the left hand was used to type.", "hand", True),
        ("typed R only", "Only the left hand was used to type.", "hand", False),
        ("tapped L only", "The left hand was tapped.", "hand", False),
        ("STS no UE", "He stood up with the hands not used.", "hands", True),
        ("STS no UE", "He stood up with the hands used for support.", "hands", False),
        ("SLS 1 UE support", "One hand was used for support.", "hand", True),
        ("my finger light on L zygomaticus", "There was light contact of my finger over the muscle.", "contact", True),
        ("contract the zygomaticus", "There was light contact of my finger over the muscle.", "contact", False),
    ],
)
def test_a_hand_goes_without_saying_beside_some_notes(source: str, rewrite: str, word: str, *, implied: bool) -> None:
    one = terms(rewrite, source=False)
    assert is_hand_implied(one, index_of(one, word), [terms(source, source=True)]) is implied


@pytest.mark.parametrize(
    ("source", "rewrite", "word", "told"),
    [
        ("reach w/ both hands", "Overhead, bilateral reaching was done.", "hands", True),
        ("reach w/ both hands", "Overhead reaching was done.", "hands", False),
        ("PT hands on L shoulder", "The PT held the left shoulder down.", "hands", True),
        ("PT hands on L shoulder", "The left shoulder was down.", "hands", False),
        ("STS no UE", "He stood up with the hands not used.", "extremity", True),
        ("STS no UE", "He stood up with the hands used for support.", "extremity", False),
    ],
)
def test_the_hand_of_a_note_goes_without_saying_beside_some_rewrites(
    source: str, rewrite: str, word: str, *, told: bool
) -> None:
    one = terms(source, source=True)
    assert is_hand_implied_there(one, index_of(one, word), [terms(rewrite, source=False)]) is told
