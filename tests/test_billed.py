"""Billed units: those of the note or of the visit, and no others."""

import pytest

from rewriter.visit import Visit
from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("NMR LE 36' 3u. tol ok", "Neuromuscular re-education to the LE, 36 minutes, three units. Tolerated OK."),
        ("97112 x3, balance class", "Balance class, 97112, three units."),
    ],
)
def test_units_of_the_note_may_be_told(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("NMR LE 36' 3u. tol ok", "Neuromuscular re-education to the LE, 36 minutes, two units. Tolerated OK."),
        ("97112 x3, balance class", "Balance class, 97112, two units."),
        ("balance class", "Balance class, 97112, two units."),
    ],
)
def test_other_units_are_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


def test_units_of_the_visit_may_be_told() -> None:
    assert not error_codes("balance class", "Balance class, two units.", Visit(units=2))
    assert error_codes("balance class", "Balance class, three units.", Visit(units=2))
