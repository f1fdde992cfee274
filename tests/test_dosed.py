"""Doses beside what begins a piece."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces.dosed import (
    doses_alone,
    ends_figure,
    is_dosed,
    is_repeated,
    kinds_dosed,
    returns_to_dose,
    returns_to_value,
    shares_dose,
    times_device,
)

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


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("5 x 1 min", True),
        ("1 min x 5", True),
        ("2 min x 3 sets", True),
        ("15 min x 1", False),
        ("15 min", False),
        ("15 min x 2 units", False),
    ],
)
def test_a_time_spent_more_than_once_is_known(text: str, repeated: bool) -> None:
    reading = read(text, PACK)
    assert is_repeated(reading, reading.having("duration")[0]) is repeated


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("weight shifts, 10 x 2, mirror", True),
        ("sitting balance, 5 min", True),
        ("weight shifts, 25 min", False),  # the session's, as likely
        ("weight shifts, tactile cues at hips, 10 x 2", False),
        ("squats 2x8, 5 min", False),
        ("weight shifts, 2 falls", False),
    ],
)
def test_a_dose_behind_a_comma_is_that_of_what_was_done(text: str, alone: bool) -> None:
    reading = read(text, PACK)
    comma = len(reading.words.low) - 1 - reading.words.low[::-1].index(",")
    if text.endswith("mirror"):
        comma = reading.words.low.index(",")
    assert doses_alone(reading, comma, len(reading.words.low)) is alone


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("bridges, clamshells 2x10 each", True),
        ("bridges, clamshells 10 each side", False),
        ("bridges, clamshells 2x10", False),
        ("bridges 2x10, clamshells 2x15 each", False),
        ("tactile cues, clamshells 2x15 each", False),
    ],
)
def test_a_dose_of_each_is_that_of_the_whole_list(text: str, shared: bool) -> None:
    reading = read(text, PACK)
    comma = reading.words.low.index(",")
    assert shares_dose(reading, 0, comma, len(reading.words.low), range(len(reading.mentions))) is shared


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("FES to R wrist, 35 Hz, 15 min, paired w/ blocks", True),
        ("Mirror tx L hand, 15 min - wrist ext x20", True),
        ("NMR R UE, 25 min - wt shift x10", False),
        ("gait training, foam, 25 min", False),
    ],
)
def test_the_time_of_a_current_or_a_mirror_is_no_session(text: str, timed: bool) -> None:
    reading = read(text, PACK)
    low = reading.words.low
    commas = [at for at, word in enumerate(low) if word == ","]
    assert times_device(reading, commas[-1 if "paired" not in text else -2], len(low)) is timed


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("propels 120 ft, SBA, was 60", True),
        ("stood 4 min at sink, CGA, was only 2", True),
        ("amb 50 ft, min A, was mod A", False),
        ("amb 50 ft, min A x1, was 2", False),
        ("rolling L, SBA, was 2", False),
        ("amb 50 ft, SBA, was 2 steps", False),
    ],
)
def test_a_former_figure_behind_the_help_is_that_of_the_dose(text: str, kept: bool) -> None:
    reading = read(text, PACK)
    last = len(reading.words.low)
    assert returns_to_dose(reading, 0, reading.words.low.index(","), last) == (last if kept else 0)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("seated LAQ, marches, APs 2x10", 1),
        ("rows, lat pulls, bicep curls 3x10", 1),
        ("active hook + straight fist 2x10", 1),
        ("weight shift + reach fwd x10", 1),
        ("squats x8, x6, x4", 1),
        ("shower transfer 3 tries: CGA, SBA, SBA", 1),
        ("carry 20# 50 ft R, L, both", 1),
        ("amb RW 45 ft, 60 ft, 30 ft", 1),
        ("bridges x10, squats x8", 2),
        ("tired, came late, SLR 3x10", 3),
        ("gait SPC 120 ft x2 SBA, was RW 60 ft Mon", 3),
        ("STS x5 CGA, was min A", 2),
    ],
)
def test_a_row_or_a_list_stays_with_its_dose(text: str, count: int) -> None:
    assert len(find_facts(read(text, PACK), PACK)) == count
