"""A span told so many times is told in one form, whatever the note's order of the figures."""

import pytest

from rewriter.reading.surface.repeated import count_times, is_repeated, join_parts
from tests.noted import surfaces


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("tall kneel 4 x 90 sec", "for 90 seconds, 4 times"),
        ("tandem stance 3x20s CGA", "for 20 seconds, 3 times"),
        ("amb 2 x 75 ft w/ SPC", "for 75 feet, 2 times, with a single point cane"),
        ("amb 3 x 40 ft RW", "for 40 feet, 3 times, with"),
        ("plank 1 x 30 sec", "for 30 seconds, once"),
        ("SLS 30 sec x1 on foam", "30 seconds, once, on foam"),
        ("VOR x1 standing 2 x 60 sec at 100 bpm", "for 60 seconds, 2 times, at 100 bpm"),
        ("wall sit 5 x 15 sec each", "for 15 seconds, 5 times each"),
    ],
)
def test_so_long_so_many_times(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("HEP calf stretch 3 x 30 sec daily", "3 x 30 seconds daily"),
        ("calf stretch nightly 3 x 30 sec", "nightly 3 x 30 seconds"),
        ("bridges 5 x 10 sec holds", "5 x 10-second holds"),
        ("STS no UE 5 x 22 sec", "5 x 22 seconds"),
        ("3 x 45 sec rest breaks", "3 x 45 seconds rest breaks"),
    ],
)
def test_what_the_figures_may_count_otherwise_stays(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(("number", "said"), [("1", "once"), ("2", "2 times"), ("14", "14 times")])
def test_how_often(number: str, said: str) -> None:
    assert count_times(number) == said


def test_a_comma_stands_behind_how_often_a_span_was() -> None:
    assert is_repeated("standing for 1 minute, 3 times")
    assert not is_repeated("dropped the cup 3 times")
    assert join_parts(["standing for 1 minute, 3 times", "required", "", "help"]) == (
        "standing for 1 minute, 3 times, required help"
    )
    assert join_parts(["walked 20 feet, once", ", then sat"]) == "walked 20 feet, once, then sat"


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("took brace off to bathe x1", "once"),
        ("aide returned demo x2", "2 times"),
        ("quadruped hip lifts L x6, R x2", "left 6 times, right 2 times"),
        ("supine cane flex x12", "12"),
        ("step taps 4in alt x10 one hand", "10 times, one hand"),
        ("hit door frame x3 on L", "3 times"),
        ("STS min A x12", "minimal assistance 12 times"),
        ("mom does stretches 4x/day at home", "4 times per day"),
        ("cont 1x/wk", "once per week"),
    ],
)
def test_a_few_times_are_told_as_times(note: str, said: str) -> None:
    told = " | ".join(surfaces(note))
    assert said in told, told
    assert " x" not in told, told


@pytest.mark.parametrize(
    "note",
    [
        "STS mod A x2",
        "standing balance CGA x15",
        "oriented x3",
        "caregiver trained Hoyer x2",
        "s/p CABG x4",
        "VOR x1 seated",
        "hot pack x12 before",
        "cont 2x/wk x4",
        "lifted by CNA x2",
    ],
)
def test_persons_minutes_and_names_stay_as_written(note: str) -> None:
    assert " x" in " | ".join(surfaces(note)), surfaces(note)
