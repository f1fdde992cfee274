"""Billed units: those of the note or of the visit, and no others."""

import pytest

from rewriter.fidelity.attached.billed import find_exchanged_minutes
from rewriter.visit import Visit
from tests.worded import both, error_codes


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


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("97112 25, 97530 20. total 45", "There were 20 minutes of 97112 and 25 of 97530.", True),
        ("97112 25, 97530 20. total 45", "There were 25 minutes of 97112 and 20 of 97530.", False),
        ("97112 25, 97530 20. total 45", "97112, 25 minutes; 97530, 20 minutes.", False),
        ("97112 25, 97530 20. total 45", "97112 for 20 minutes; 97530 for 25 minutes.", True),
        ("97112 15, 97530 15.", "There were 15 of 97112 and 15 of 97530.", False),
    ],
)
def test_each_code_keeps_its_minutes(note: str, rewrite: str, found: bool) -> None:
    assert any(find_exchanged_minutes(*both(note, rewrite))) is found


def test_minutes_of_a_code_are_no_ratio() -> None:
    assert not error_codes("97112 25, 97530 20. total 45", "Total 45 minutes: 25 of 97112 and 20 of 97530.")
