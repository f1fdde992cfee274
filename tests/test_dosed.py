"""Doses beside what begins a piece."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.dosed import ends_figure, is_dosed, kinds_dosed, returns_to_value

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "time", "dose"),
    [
        ("kneel 2 min tactile cues", True, True),
        ("kneel x5 tactile cues", False, True),
        ("kneel, tactile cues", False, False),
    ],
)
def test_a_dose_ends_right_before_the_cue(text: str, time: bool, dose: bool) -> None:
    reading = read(text, PACK)
    at = reading.words.low.index("tactile")
    assert (ends_figure(reading, at), bool(kinds_dosed(reading, at))) == (time, dose)


def test_what_is_held_in_sets_is_a_task_of_its_own_with_eyes_closed() -> None:
    reading = read("foam EO 3x30s SBA, EC 3x15s min A, EC 8s CGA", PACK)
    ends = [m.last for m in reading.mentions if m.sense.kind == "duration"]
    assert [kinds_dosed(reading, at) - {"position"} for at in ends] == [{"vision"}, {"vision"}, set()]


def test_a_dose_may_follow() -> None:
    reading = read("squats x10 then lunges", PACK)
    assert is_dosed(reading, 0, reading.between(0, 1))
    assert not is_dosed(read("squats then lunges", PACK), 0, range(1))


@pytest.mark.parametrize(
    ("text", "returns"),
    [
        ("HR 118, seated rest 4 min, 92", True),
        ("SpO2 88 low, PLB -> 93", True),
        ("BP 78/46, reclined, 92/58 after 3 min", True),
        ("HR 80, gait 50 ft", False),
        ("HR 80, 3 sets squats", False),
        ("squats, seated rest 4 min, 92", False),
    ],
)
def test_a_vital_sign_keeps_the_value_it_comes_back_to(text: str, returns: bool) -> None:
    reading = read(text, PACK)
    assert bool(returns_to_value(reading, 0, reading.words.low.index(","), len(reading.words.low))) is returns
