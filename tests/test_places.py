"""What kind of care a note opens with."""

import pytest

from rewriter.fidelity.texts.places import find_places_of_care
from rewriter.reading import read
from tests.worded import PACK


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("SNF. R CVA 3 wk, mod A sit EOM.", True),
        ("Vestib OP. Romberg 18s.", True),
        ("HH OT, CVA L hemi.", True),
        ("Outpt clinic. L TKA.", True),
        ("L TKA, d/c to SNF Fri.", False),
        ("Home from SNF. L TKA.", False),
        ("L TKA 4 wk. Lives in ALF.", False),
        ("Amb 40 ft. SNF.", False),
    ],
)
def test_places_of_care(note: str, *, found: bool) -> None:
    assert ("facility" in _words(note) or "op" in _words(note) or bool(_words(note))) is found


def _words(note: str) -> set[str]:
    reading = read(note, PACK)
    return {reading.words.low[at] for at in find_places_of_care(reading)}
