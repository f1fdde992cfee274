"""The first person of the therapist who writes, and everybody else's."""

import pytest

from tests.spelled import shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("half kneel 3 x 30 sec, I had hands on pelvis", ", the therapist had hands on pelvis"),
        ("STS x10, I had my hands on her hips", ", the therapist had hands on her hips"),
        ("5 x 20 sec, I held elbow", ", the therapist held elbow"),
        ("I blocked L knee in stance", "the therapist blocked left knee in stance"),
        ("no cues from me", "no cues from the therapist"),
        ("8 passes, me CGA at belt", ", contact guard assistance at belt"),
    ],
)
def test_the_writer_who_treats_is_the_therapist(text: str, said: str) -> None:
    assert shown(text).endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        '"I held the rail" she said',
        "Pt says I held the rail",
        "Subjective: I held on at church",
        "Mom: I guided him at home",
        "dressing I, held 30 s",
        "gait I held rail",
        "grade I held 3 x 30 s",
        "I held on to the rail",
        "I had a fall",
        "PTA treated, I held elbow",
        "student led, I guarded gait",
        "told me about the fall",
        "wife walked with me",
    ],
)
def test_nobody_else_is(text: str) -> None:
    assert "the therapist" not in shown(text)
