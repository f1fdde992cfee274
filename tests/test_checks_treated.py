"""Things, deeds of daily life, postures and services: worked on, or only named."""

import pytest

from rewriter.checks.treated import (
    AIDED,
    CUE,
    DOSE,
    GIVER,
    LEVEL,
    MINUTES,
    TYPED,
    frames,
    has_care,
    has_posture,
    has_service,
    has_thing,
    is_others,
)
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()
GIVEN = PACK.rules["DOC101"].parameters


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cues given.", {CUE}),
        ("Verbal cues x 3.", {CUE, TYPED, DOSE}),
        ("Minimal assistance for 6 minutes.", {LEVEL, MINUTES}),
        ("Modified independent.", set()),
        ("Sock aid.", {AIDED}),
        ("No verbal cues.", set()),
        ("PT present.", {GIVER}),
        ("Told the therapist.", set()),
    ],
)
def test_what_shows_treatment_is_asserted_and_is_no_hearing(text: str, shown: set[str]) -> None:
    assert frames(read(text, PACK), 0) == shown


def test_a_cue_is_not_shown_by_the_verb_that_it_is() -> None:
    reading = read("Tapping to right triceps.", PACK)
    assert CUE in frames(reading, 0)
    assert CUE not in frames(reading, 0, apart=0)


def test_somebody_else_is_named_and_no_therapist() -> None:
    assert is_others(read("Wife held the cup.", PACK), 0)
    assert not is_others(read("PT and wife held the cup.", PACK), 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The arm was guided hand over hand to the cup.", True),
        ("Pulleys were used for three minutes.", True),
        ("A cup stood there.", False),
        ("Verbal cues so that he can carry a cup.", False),
        ("Goal: cup to mouth x 10.", False),
        ("His wife passed the cup ten times.", False),
        ("Electrode placed for 10 minutes.", False),
    ],
)
def test_a_thing_with_its_amount_or_a_typed_cue_is_a_task(text: str, expected: bool) -> None:
    assert has_thing(read(text, PACK), GIVEN["no_tasks"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toilet transfer with minimal assistance.", True),
        ("Upper body dressing, hand over hand.", True),
        ("Taught a one-handed technique for donning a shirt.", True),
        ("Patient requires minimal assistance for dressing.", False),
        ("He is minimal assistance in dressing.", False),
        ("Verbal cues for poor balance in dressing.", False),
        ("Goal: dressing with minimal assistance.", False),
        ("Lives alone, does grooming and cooking.", False),
        ("Wife gave minimal assistance in dressing.", False),
        ("Self care with verbal cues.", False),
    ],
)
def test_a_deed_of_daily_life_is_worked_on_or_only_named(text: str, expected: bool) -> None:
    assert has_care(read(text, PACK), GIVEN["unspecific"], GIVEN["practice"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EOB sit 5 min mod A.", True),
        ("Static sit, tactile cues at the trunk.", True),
        ("Standing is painful.", False),
        ("Sitting for more than 20 minutes hurts.", False),
        ("Standing balance deficit, minimal assistance.", False),
        ("No sitting 5 min with min A.", False),
    ],
)
def test_a_posture_is_worked_on_with_help_and_a_time_or_kind(text: str, expected: bool) -> None:
    assert has_posture(read(text, PACK), GIVEN["postures"], GIVEN["held"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soft tissue mobilization to the upper trapezius.", True),
        ("Manual therapy to include soft tissue mobilization.", False),
        ("Therapeutic exercise 20 minutes.", False),
    ],
)
def test_a_service_that_says_what_it_is_has_a_place_or_time(text: str, expected: bool) -> None:
    assert has_service(read(text, PACK), GIVEN["services"]) is expected
