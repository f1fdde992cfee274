"""Occasions: what came before something must not be told as after it."""

import pytest

from rewriter.fidelity.nets.occasions import find_misplaced
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("heavy work before homework", "Heavy work is done after homework.", ["after"]),
        ("heavy work before homework", "Heavy work is done prior to homework.", []),
        ("wife guarded after demo", "The wife guarded following a demo.", []),
        ("wife guarded after demo", "The wife guarded before any demo.", ["before"]),
        ("Pain 6/10 pre, 3/10 post tandem", "Pain was 6/10 before tandem and 3/10 afterward.", []),
        ("rested after lunch", "A demo was given before the rest.", []),
    ],
)
def test_an_occasion_on_the_other_side_is_found(note: str, rewrite: str, found: list[str]) -> None:
    said, source = both(note, rewrite)
    assert [said.reading.words.low[one.first] for one in find_misplaced(said, source)] == found
