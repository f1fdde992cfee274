"""The same minutes told as other minutes: what two services share is no time of its own."""

import pytest

from rewriter.fidelity.contexts.stretches import find_other_stretches
from tests.worded import both, shelf

NOTE = "BBS. also 2u balance testing, same 30 min"


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (NOTE, "Two units for the next 30 minutes.", True),
        (NOTE, "Two units for an additional 30 minutes.", True),
        (NOTE, "Two units for the same 30 minutes.", False),
        (NOTE, "Two units for those 30 minutes.", False),
        ("gait 10 min, then another 10 min", "Gait for 10 minutes and a further 10 minutes.", False),
        ("gait, next 10 min stairs", "Stairs in the same 10 minutes as gait.", True),
        ("gait 10 min", "Gait for the next 10 minutes.", False),
    ],
)
def test_shared_minutes_told_as_other_minutes_are_found(note: str, rewrite: str, found: bool) -> None:
    said, given = both(note, rewrite)
    stated, asked = shelf(said), shelf(given)
    assert bool(list(find_other_stretches(said, stated, given, asked))) is found
