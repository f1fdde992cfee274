"""Told as so: the words that affirm a thing, and planned figures told as reached."""

import pytest

from rewriter.fidelity.contexts.affirmed import affirmed, find_fulfilled
from rewriter.reading.context import PLANNED, REFUSED
from tests.worded import both, shelf


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("STS 18 in mat x8. Will lower mat to 16 in next visit.", "The mat was then lowered to 16 inches.", True),
        ("STS 18 in mat x8. Will lower mat to 16 in next visit.", "The mat will be lowered to 16 inches.", False),
        ("Wear 3 h/day, up to 4 h next week.", "Wear was increased to 4 hours this week.", True),
        ("STS x8 from mat at 16 in.", "Sit to stand was done from a mat at 16 inches.", False),
    ],
)
def test_a_planned_figure_told_as_reached_is_found(note: str, rewrite: str, found: bool) -> None:
    said, source = both(note, rewrite)
    stated, asked = shelf(said), shelf(source)
    assert bool(list(find_fulfilled(said, stated, source, asked, PLANNED))) is found


def test_what_affirms_a_thing_belongs_to_it() -> None:
    said, _ = both("", "Foam with eyes closed completed, overheated.")
    assert said.reading.words.written(0, affirmed(said, 0, 1)) == "Foam with eyes closed completed"
    assert affirmed(said, 5, 6) == 6


@pytest.mark.parametrize(
    ("rewrite", "found"),
    [
        ("Repositioning was done twice and a third was then carried out.", True),
        ("Repositioning was done twice and a third was turned down.", False),
    ],
)
def test_a_refused_figure_told_as_done_is_found(rewrite: str, found: bool) -> None:
    said, source = both("CRM x2, pt declined 3rd.", rewrite)
    stated, asked = shelf(said), shelf(source)
    assert bool(list(find_fulfilled(said, stated, source, asked, REFUSED))) is found
