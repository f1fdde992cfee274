"""Roles out of credentials, visits and notes."""

import pytest

from rewriter.billing.treaters import (
    Role,
    aide_told_to_treat,
    find_phrase,
    minutes_by_role,
    roles_in,
    second_therapist_told,
    told_to_treat,
)
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A. B., PTA", ["PT assistant"]),
        ("A. B., PT, DPT", ["PT therapist", "PT therapist"]),
        ("A. B., OTR/L", ["OT therapist"]),
        ("COTA/L", ["OT assistant"]),
        ("C. D., student PT", ["PT student"]),
        ("SPTA", ["PT student"]),
        ("CCC-SLP", ["SLP therapist"]),
        ("rehab tech", ["aide"]),
        ("OT aide", ["aide"]),
        ("A. B.", []),
        ("", []),
    ],
)
def test_credentials_name_roles(text: str, roles: list[str]) -> None:
    assert [str(role) for role in roles_in(text)] == roles


def test_unknown_disciplines_fit_any() -> None:
    assert Role("", "student").is_like(Role("PT", "student"))
    assert not Role("OT", "student").is_like(Role("PT", "student"))
    assert not Role("PT", "assistant").is_like(Role("PT", "student"))


def test_minutes_of_one_role_add_up_and_unread_names_are_left_out() -> None:
    visit = Visit(minutes_by_provider={"PT": 8, "A. B., DPT": 7, "PTA": 0, "somebody": 5})
    assert minutes_by_role(visit) == {Role("PT", "therapist"): 15}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("SPT guided wt shift, PT in room", {"PT student"}),
        ("SPT w/ min A to w/c", set()),
        ("PTA treated pt x 20 min", {"PT assistant"}),
        ("COTA did not treat", set()),
        ("PTA will treat next visit", set()),
        ("student observed", set()),
        ("session led by student PT", {"PT student"}),
        ("escorted by PTA", set()),
        ("tall kneel w/ TC", set()),
    ],
)
def test_who_treated_is_read_from_the_note(text: str, roles: set[str]) -> None:
    assert {str(role) for role in told_to_treat(read(text, PACK))} == roles


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("neuro re-ed performed by the rehab aide", True),
        ("tech had pt do step taps", True),
        ("aide gave VC for posture in reaching", True),
        ("pt worked with tech on wobble board", True),
        ("aide provided w/c follow during gait", False),
        ("aide took pt to gym", False),
        ("tech did not run tandem", False),
        ("aide taught where to stand", False),
        ("CNA shown wobble board set up and did it back", False),
    ],
)
def test_leading_treatment_is_told_from_helping(text: str, leads: bool) -> None:
    assert (aide_told_to_treat(read(text, PACK)) is not None) is leads


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("second therapist assisted at trunk", True),
        ("second therapist will assist next visit", False),
        ("seen by another therapist last week", False),
        ("therapist assisted at trunk", False),
    ],
)
def test_a_second_therapist_who_treated(text: str, told: bool) -> None:
    assert second_therapist_told(read(text, PACK)) is told


@pytest.mark.parametrize(
    ("text", "at"),
    [("tandem, PT in room", 3), ("tandem, PT not in room", None), ("no PT present", None), ("tandem", None)],
)
def test_a_phrase_counts_where_it_is_not_denied(text: str, at: int | None) -> None:
    assert find_phrase(read(text, PACK), ["in room"]) == at


def test_a_phrase_may_itself_be_a_denial() -> None:
    assert find_phrase(read("tandem, therapist not in room", PACK), ["not in room"]) is not None
