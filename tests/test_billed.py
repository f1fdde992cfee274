"""Billed units: those of the note or of the visit, and no others."""

import pytest

from rewriter.visit import Visit
from tests.pair import errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("NMR LE 36' 3u. tol ok", "Neuromuscular re-education to the LE, 36 minutes, three units. Tolerated OK."),
        ("97112 x3, balance class", "Balance class, 97112, three units."),
    ],
)
def test_units_of_the_note_may_be_told(note: str, rewrite: str) -> None:
    assert not errors(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("NMR LE 36' 3u. tol ok", "Neuromuscular re-education to the LE, 36 minutes, two units. Tolerated OK."),
        ("97112 x3, balance class", "Balance class, 97112, two units."),
        ("balance class", "Balance class, 97112, two units."),
    ],
)
def test_other_units_are_found(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)


def test_units_of_the_visit_may_be_told() -> None:
    assert not errors("balance class", "Balance class, two units.", Visit(units=2))
    assert errors("balance class", "Balance class, three units.", Visit(units=2))
