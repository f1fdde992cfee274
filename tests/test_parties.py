"""Parties: whom a text names, by role, and which roles may be one person."""

import pytest

from rewriter.fidelity.related.parties import Party, find_parties, is_same
from tests.worded import terms


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("I guarded, tech set cones", ["author", "technician"]),
        ("moved by OT", ["occupational_therapist"]),
        ("caught himself", ["self"]),
        ("with the wife's hand", ["spouse"]),
        ("clinical instructor watched", ["clinical_instructor"]),
        ("seen in a skilled nursing facility", []),  # a place
        ("amb 60 ft, foam", []),
    ],
)
def test_who_is_named_is_found_by_role(text: str, roles: list[str]) -> None:
    assert [party.role for party in find_parties(terms(text, source=True))] == roles


@pytest.mark.parametrize(
    ("one", "other", "both", "same"),
    [
        (("author", "therapist"), ("physical_therapist", "therapist"), False, True),
        (("physical_therapist", "therapist"), ("occupational_therapist", "therapist"), False, True),
        (("physical_therapist", "therapist"), ("occupational_therapist", "therapist"), True, False),
        (("spouse", "caregiver"), ("husband", "caregiver"), False, True),
        (("spouse", "caregiver"), ("mother", "caregiver"), False, False),
        (("family", "caregiver"), ("mother", "caregiver"), False, True),
        (("aide", "aide"), ("nurse", "nurse"), False, False),
    ],
)
def test_two_roles_may_be_one_person(one: tuple[str, str], other: tuple[str, str], both: bool, same: bool) -> None:
    assert is_same(Party(0, 1, *one), Party(5, 6, *other), both) is same
