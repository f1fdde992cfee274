"""Oriented so many times, told by naming what the patient knows."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Oriented x3.", "The patient was oriented to person, place and time."),
        ("A&Ox4.", "The patient was alert and fully oriented."),
        ("A&O x 3.", "The patient was alert and oriented to person, place and time."),
    ],
)
def test_the_spheres_are_told(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Oriented x3.", "The patient was oriented to person and place."),
        ("A&Ox4.", "The patient was alert and oriented to person."),
    ],
)
def test_fewer_spheres_are_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
