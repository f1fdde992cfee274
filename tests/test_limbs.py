"""A side by itself is that of the limb its deed is done with, and of no other."""

import pytest

from tests.worded import errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "TTWB L, FWW 35 ft",
            "On toe-touch weight bearing through the left leg, the patient walked 35 feet with a front-wheeled walker.",
        ),
        (
            "NWB R, knee scooter 100 ft",
            "The patient is non-weight-bearing on the right leg and used a knee scooter for 100 feet.",
        ),
        (
            "Half kneel L up 10 s, R up 3 s",
            "Half kneeling was held 10 seconds with the left leg up and 3 with the right leg up.",
        ),
        (
            "PWC drive indoors 200 ft joystick R",
            "Using a right-hand joystick, the patient drove the power wheelchair 200 feet indoors.",
        ),
        (
            "step ups 6in lead R, RPE 13",
            "The patient performed 6-inch step-ups leading with the right leg at an RPE of 13.",
        ),
        ("picked up 14 beans w/ R pinch", "14 beans were picked up with a right-hand pinch."),
        ("lunges x8 L, x6 R", "Lunges were done eight times with the left leg and six with the right."),
        ("putty R 5 min", "Putty was worked for 5 minutes with the right hand."),
        ("kicks ball w/ R x4", "The child kicked a ball with the right foot four times."),
        ("self-feed w/ spoon L, spills x2", "The patient self-fed with a spoon in the left hand and spilled twice."),
    ],
)
def test_the_limb_of_a_deed_goes_without_saying(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "TTWB L, FWW 35 ft",
            "On toe-touch weight bearing through the left arm, the patient walked 35 feet with a front-wheeled walker.",
        ),
        ("PROM R, ice after", "Passive range of motion was done on the right leg, with ice after."),
        ("tone R up today, lunges x8", "Tone in the right arm is up today, and eight lunges were done."),
    ],
)
def test_another_limb_is_an_error(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)
