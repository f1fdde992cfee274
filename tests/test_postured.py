"""A posture and a place that open a sentence tell how the patient was placed."""

import pytest

from tests.noted import sentences_and_deeds as told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sitting EOB, ball toss x10", "patient was sitting at the edge of the bed"),
        ("seated in w/c. LAQ x10", "patient was seated in a wheelchair"),
        ("supine, heel slides x10", "patient was supine"),
        ("prone on wedge, reach x10", "patient was prone on a wedge"),
        ("gait 50 ft. Seated on dynadisc, reach x10", "patient was seated on a dynadisc"),
    ],
)
def test_the_patient_was_so(text: str, said: str) -> None:
    assert said in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "BP 118/70, sitting",
        "dizzy 4/10, supine",
        "vc for posture, sitting EOB",
        "S: sitting at desk, pain worse",
        "seated, 30 s x4",
        "wife present, seated in chair",
        "P: standing at sink",
        "supine SLR 2x10",
    ],
)
def test_beside_other_things_it_stays_as_written(text: str) -> None:
    assert not any(said.startswith("patient was s") for said in told(text))
