"""Verbs of a list, told as deeds: who did it, in which form, and what is none."""

import pytest

from rewriter.checks.deeds import (
    MADE,
    OTHER,
    PASSIVE,
    PAST,
    PATIENT,
    THERAPIST,
    UNSAID,
    agent_of,
    find_deeds,
    verb_forms,
)
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()
VERBS = ("reach", "buckle", "throw threw thrown", "carry", "hold held", "roll", "write wrote written", "shift")


def deeds(text: str) -> list[tuple[str, str, str]]:
    reading = read(text, PACK)
    return [(reading.words.low[deed.word], deed.agent, deed.form) for deed in find_deeds(reading, VERBS)]


def test_irregular_forms_replace_the_regular_past_only() -> None:
    forms = verb_forms(("throw threw thrown", "transfer transferred transferring", "put putting"))
    assert "throwed" not in forms
    assert forms["threw"] == forms["thrown"] == forms["transferred"] == {"past"}
    assert forms["throwing"] == forms["transferring"] == forms["putting"] == {"ing"}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Patient reached outside the base.", ("reached", PATIENT, PAST)),
        ("Reached outside the base.", ("reached", UNSAID, PAST)),
        ("Had him buckle a belt.", ("buckle", PATIENT, MADE)),
        ("Asked her to reach for cones.", ("reach", PATIENT, MADE)),
        ("Bottles were carried across the room.", ("carried", UNSAID, PASSIVE)),
        ("The elbow was held by the therapist.", ("held", THERAPIST, PASSIVE)),
        ("OT held the elbow.", ("held", THERAPIST, PAST)),
        ("His daughter held the elbow.", ("held", OTHER, PAST)),
        ("OT student held the elbow.", ("held", OTHER, PAST)),
    ],
)
def test_a_deed_has_its_agent_and_form(text: str, deed: tuple[str, str, str]) -> None:
    assert deeds(text) == [deed]


@pytest.mark.parametrize(
    "text",
    [
        "Unable to reach overhead.",
        "Patient has difficulty, cannot carry groceries.",
        "Did not reach overhead.",
        "Will reach for cones next session.",
        "Patient reports she carried groceries.",
        "A written report will follow.",  # an adjective
        "Walked with rolling walker.",  # part of a name
        "Hand-held assistance.",
        "Patient has carried groceries since the stroke.",
        "His wife had him buckle a belt.",
        "Pain with reaching.",
    ],
)
def test_what_was_not_done_in_the_session_is_no_deed(text: str) -> None:
    assert deeds(text) == []


def test_what_a_film_or_test_shows_nobody_of_the_session_does() -> None:
    reading = read("I reviewed the film, which showed narrowing.", PACK)
    assert agent_of(reading, reading.words.low.index("showed")) == OTHER
