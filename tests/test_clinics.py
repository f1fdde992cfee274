"""A service with what it treats at the head of a note, and the therapist's own hand."""

import pytest

from tests.spelled import shown


@pytest.mark.parametrize(
    "text", ["OT hand, glides 10x", "OT hand", "PT hand wk 4", "OT hand outpt, 4wk", "OT hand 3wk s/p"]
)
def test_a_service_that_names_what_it_treats_is_no_hand(text: str) -> None:
    assert "therapist" not in shown(text)


@pytest.mark.parametrize("text", ["OT hand on scapula", "reach x10 w/ OT hand at elbow", "PT hands on pelvis"])
def test_the_hand_that_lay_somewhere_is_the_therapists(text: str) -> None:
    assert "therapist" in shown(text)
