"""Not all: a whole that only one of two texts denies is found."""

import pytest

from rewriter.fidelity.nets.partial import find_partial
from rewriter.fidelity.texts.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("tai chi, all following along", "Not all of them followed along.", ["Not all"]),
        ("tai chi, all following along", "All of them followed along.", []),
        ("not always locking brakes", "The brakes were always locked.", ["were always"]),
        ("not always locking brakes", "The brakes were not always locked.", []),
        ("did not fully extend, fully flexed", "Extended not fully and flexed fully.", []),
        ("all done", "Not at all tired.", []),
        ("stairs", "Not all stairs.", []),
    ],
)
def test_a_whole_denied_on_one_side_is_found(note: str, rewrite: str, found: list[str]) -> None:
    said = find_terms(read(rewrite, PACK), PACK, source=False)
    given = find_terms(read(note, PACK), PACK, source=True)
    assert [said.reading.words.written(*words) for words in find_partial(said, given)] == found
