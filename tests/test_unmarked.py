"""Where a lost word of time, denial, change or person is missing."""

import pytest

from rewriter.fidelity.nets.unmarked import find_unmarked
from rewriter.fidelity.rewording.partners import Held, find_unpartnered
from tests.worded import PACK, both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Tingling in palms, less than Mon.", "Tingling in the palms was more than on Monday.", ["FID109"]),
        ("Mom taught pencil push-ups.", "The coach was taught pencil push-ups.", ["FID130"]),
        ("Low BP yesterday.", "Blood pressure was low today.", ["FID124"]),
        ("Prone stopped at 1 min.", "Prone was completed for one minute.", ["FID121"]),
        ("Prone for 1 min.", "Prone was held for one minute.", []),
    ],
)
def test_the_place_that_lacks_a_word_is_found(note: str, rewrite: str, found: list[str]) -> None:
    said, source = both(note, rewrite)
    lost = list(find_unpartnered(source, Held((said,)), PACK))
    assert sorted({one.rule for one in find_unmarked(source, said, lost)}) == found
