"""Help behind a colon at the end of a list stays with all that the list names."""

import pytest

from tests.noted import surfaces


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Bed mob, transfers, gait: min A. STS x5", "bed mobility, transfers, gait required minimal assistance"),
        (
            "Obstacle course w/ cones, hurdles, foam: CGA, 2 trips. STS x5",
            "obstacle course with cones, hurdles, foam required contact guard assistance",
        ),
        ("Tandem walk, foam march, head turns all SBA.", "tandem walk, foam march, head turns all"),
        ("rolling, scooting: SBA", "rolling, scooting required standby assistance"),
        ("Gait w RW, SPC: SBA", "required standby assistance"),
    ],
)
def test_help_is_told_of_the_whole_list(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    "note",
    [
        "Step taps x10, toe raises x10, SLS: CGA",  # each has figures of its own
        "gait CGA, stairs: min A",
        "no falls, gait: SBA",
    ],
)
def test_what_has_something_of_its_own_is_told_apart(note: str) -> None:
    assert len(surfaces(note)) > 1
