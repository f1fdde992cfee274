"""How a thing was done, told between it and its dose."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("UE weight bearing, elbow blocked, x5 min", "upper extremity weight bearing, elbow blocked, for 5 minutes"),
        ("tall kneel, trunk supported, 3x30s", "tall kneel, trunk supported, 30 seconds, 3 times"),
        ("step taps, R foot lead, 2x10", "step taps, right foot lead, 2 sets of 10 repetitions"),
        (
            "VORx1 horiz, stand on foam 3x45s",
            "vestibulo-ocular reflex x1 horizontal, stand on foam for 45 seconds, 3 times",
        ),
        ("marching, in // bars 2x10", "marching, in parallel bars for 2 sets of 10 repetitions"),
        (
            "ankle strat drills in corner, eyes closed 20s x3",
            "ankle strategy drills in the corner, eyes closed for 20 seconds, 3 times",
        ),
        ("bridges, feet on ball 2x10", "bridges, feet on a ball for 2 sets of 10 repetitions"),
    ],
)
def test_the_dose_stays_with_the_thing(text: str, fact: str) -> None:
    assert told(text) == [fact]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("marching, STS x10", 2),
        ("seated, plain background, 30 s x4 with 1 min rests", 3),
        ("squats 2x10, R foot lead, lunges x8", 3),
    ],
)
def test_what_has_a_dose_or_none_to_take_stands_by_itself(text: str, count: int) -> None:
    assert len(told(text)) == count
