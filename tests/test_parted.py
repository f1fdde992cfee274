"""Parts of the body and motions listed behind what was done to them."""

import pytest

from tests.noted import kinds
from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        (
            "stretch hams, quads, gastroc 3x30 s",
            "stretch hamstrings, quadriceps, gastrocnemius for 30 seconds, 3 times",
        ),
        ("AROM wrist, elbow 2x10", "active range of motion of the wrist, elbow for 2 sets of 10 repetitions"),
        ("MMT hip, knee 4/5", "manual muscle test hip, knee 4/5"),
        ("STM UT, levator, SCM 8 min", "soft tissue mobilization upper trapezius, levator, sternocleidomastoid"),
        ("edema hand, wrist", "edema of the hand, wrist"),
        ("numb thumb, IF, light touch 3/5", "numb thumb, index finger"),
    ],
)
def test_a_list_of_parts_stays_one_piece(text: str, surface: str) -> None:
    assert any(one.startswith(surface) for one in told(text))


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("SLR R knee, ankle pumps x20", "ankle pumps for 20 repetitions"),
        ("pain knee 3/10, hip abd 2x10", "hip abduction for 2 sets of 10 repetitions"),
        ("TC to glut, hip hikes 2x10", "hip hikes for 2 sets of 10 repetitions"),
    ],
)
def test_an_exercise_is_no_part(text: str, surface: str) -> None:
    assert any(one.startswith(surface) for one in told(text))


@pytest.mark.parametrize(
    "text", ["HEP now putty + nerve glides", "HEP cont, plus calf stretch 3x30s", "HEP VOR + gaze"]
)
def test_what_is_joined_to_a_programme_is_of_it(text: str) -> None:
    assert "activity" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "HEP given + gait 50 ft CGA",
        "HEP reviewed & STS x10 min A",
        "HEP bridges, clams, gait 50 ft CGA",
        "HEP now putty + nerve glides, STS min A",
    ],
)
def test_what_was_done_with_help_is_no_part_of_the_programme(text: str) -> None:
    assert kinds(text)[-2:] == ["activity", "assist"]
