"""Neighbours of one subject in one sentence, and what stands behind a semicolon."""

import pytest

from tests.noted import composed


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Tired, refused stairs.", "Patient was tired and refused stairs."),
        (
            'S: "better", fatigue 4/10, no falls.',
            'Patient report: "better"; fatigue was 4/10; there were no falls.',
        ),
        ("Impulsive, stood w/o brakes x2.", "Patient was impulsive and stood without brakes 2 times."),
        (
            "L CVA 5 wks, R hemiparesis.",
            "Patient presented with left cerebrovascular accident, 5 weeks, and right hemiparesis.",
        ),
        ("R TKA, wk 5.", "Patient presented with right total knee arthroplasty, week 5."),
        ("L hemiparesis, L neglect.", "Patient presented with left hemiparesis and left neglect."),
        ("Dizzy 4/10, back to 2 in 90 s.", "Patient was dizzy 4/10; back to 2 in 90 seconds."),
        ("Fwd LOB x2, self-recovered.", "Patient demonstrated forward loss of balance 2 times; self-recovered."),
        ("Pain 5/10, ice 10 min.", "Pain was 5/10; ice 10 minutes."),
        ("STS x8, adherent distal third.", "Treatment included sit to stand for 8 repetitions; adherent distal third."),
        ("Marching x20, last 4 sloppy.", "Treatment included marching for 20 repetitions; last 4 sloppy."),
        (
            "Tandem walk 20 ft x4 SBA, arms crossed, 2 stepoffs.",
            "Patient performed tandem walk for 20 feet, 4 times, with standby assistance; arms crossed; 2 stepoffs.",
        ),
    ],
)
def test_neighbours_share_a_sentence(note: str, said: str) -> None:
    assert composed(note) == said


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Denies pain, tired.", "Patient denies pain."),  # a denial would reach over
        ("L hemiparesis, poor balance.", "Patient presented with left hemiparesis."),  # so would the side
        ("Tired. Refused stairs.", "Patient was tired."),
        ("VC hip ext, grabbed rail.", "Therapist used verbal cues for hip extension."),  # the therapist would have
        ("R foot drop, treadmill in harness 10%.", "right foot drop. Noted: treadmill"),
        ("Marching x20, last 4 sloppy, STS x8.", "sloppy. Treatment included sit to stand for 8 repetitions."),
        ("Low back pain. Wk 5.", "Patient presented with low back pain."),
    ],
)
def test_what_would_be_read_of_both_stays_apart(note: str, kept: str) -> None:
    assert kept in composed(note)
