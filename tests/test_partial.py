"""Not all: a whole that only one of two texts denies is found."""

import pytest

from rewriter.fidelity.contexts.partial import find_partial
from tests.worded import both


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
    said, given = both(note, rewrite)
    assert [said.reading.words.written(*words) for words in find_partial(said, given)] == found
