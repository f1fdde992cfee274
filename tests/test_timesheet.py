"""What a note writes of its time: beside codes, as totals, by the clock."""

import pytest

from rewriter.billing.clock import code_before, find_spans
from rewriter.billing.timesheet import find_lines, find_totals
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()
SERVICES = {"neuromuscular_re_education": "97112", "therapeutic_exercise": "97110", "gait_training": "97116"}


def lines(text: str) -> list[tuple[str, float | None, int | None]]:
    return [(line.code, line.minutes, line.units) for line in find_lines(read(text, PACK), SERVICES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("97112 25, 97530 20", [("97112", 25, None), ("97530", 20, None)]),
        ("97112 x 25 min; 97110 (10 min)", [("97112", 25, None), ("97110", 10, None)]),
        ("97112 x2 (25 min), 97530 2u 30'", [("97112", 25, 2), ("97530", 30, 2)]),
        ("97530: 20 min, 97140 1 unit 15 mins", [("97530", 20, None), ("97140", 15, 1)]),
        ("97112 2, 97530 1", [("97112", None, 2), ("97530", None, 1)]),
        ("97112 25, 97530 5", [("97112", 25, None), ("97530", 5, None)]),
        ("97112 x 25", [("97112", 25, None)]),
        ("97112-59 2u", [("97112", None, 2)]),
        ("97112-59 25 min", [("97112", 25, None)]),
        ("15 min 97112, 10 min 97530", [("97112", 15, None), ("97530", 10, None)]),
        ("2 units 97112, 1 unit of 97530", [("97112", None, 2), ("97530", None, 1)]),
        ("97112 (2 units), 25 min", [("97112", 25, 2)]),
        ("97112 25 min am. 97112 10 min pm", [("97112", None, None)]),
        ("97112 25 min. billed 97112 x2", [("97112", 25, 2)]),
        ("25 min NMR, TE 15 min, gait training 150 ft", [("97112", 25, None), ("97110", 15, None)]),
        ("neuro re-ed (97112): 25 min", [("97112", 25, None)]),
        ("97112-GP-59 2 units 30 min, 97530 GP x1", [("97112", 30, 2), ("97530", None, 1)]),
        ("97112 (GP) 30 min/2 units", [("97112", 30, 2)]),
        ("97112 neuro re-ed 30 min 2 units", [("97112", 30, 2)]),
        ("2 x 97112", [("97112", None, 2)]),
        ("97112 and 97530 x 15 min each", [("97112", 15, None), ("97530", 15, None)]),
        ("97112 was provided for 23 minutes", [("97112", 23, None)]),
        ("97112 x3 visits", [("97112", None, None)]),
        ("neuro re-ed twenty minutes no sorry eighteen", []),
        ("97112 8 stairs", [("97112", None, None)]),
        ("no 97032 billed", []),
        ("tall kneel 25 min", []),
    ],
)  # fmt: skip
def test_minutes_and_units_stand_beside_codes(text: str, expected: list[tuple[str, float | None, int | None]]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("total timed 45", {"timed": 45}),
        ("45 min total", {"plain": 45}),
        ("TTT 45", {"treatment": 45}),
        ("total tx time 50 min", {"treatment": 50}),
        ("timed 38 / total 45", {"timed": 38, "plain": 45}),
        ("38 timed / 45 total", {"timed": 38, "plain": 45}),
        ("TCM 38, TT 45", {"timed": 38, "treatment": 45}),
        ("Timed code minutes 38; total minutes 45", {"timed": 38, "plain": 45}),
        ("total timed 45 min, total treatment time = 60 min", {"timed": 45, "treatment": 60}),
        ("97110 10 total timed 45", {"timed": 45}),
        ("untimed 10 min", {}),
        ("1 hr 15 min session", {"treatment": 75}),
        ("total 1 hr 5 min", {"plain": 65}),
        ("total time was 50 minutes", {"treatment": 50}),
        ("total distance 150 ft. total 12 reps. total score 45", {}),
        ("last visit total timed 45 min", {}),
        ("total of 12 visits", {}),
        ("97112 15 min, 97116 15 min. sat 5 min total", {}),
    ],
)
def test_totals_are_told_apart(text: str, expected: dict[str, float]) -> None:
    assert {kind: total.minutes for kind, total in find_totals(read(text, PACK)).items()} == expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("(1:10-1:28)", [18]),
        ("time in 9:05 am, time out 9:50 am", [45]),
        ("in 12:50 out 1:20", [30]),
        ("0930-1015", [45]),
        ("time in 0900 time out 0930", [30]),
        ("start 1410 stop 1450", [40]),
        ("97112 9:00-9:25, 97530 9:25-9:45", [25, 20]),
        ("RN told 1410. BP 120/70. meds 8:00, seen by the doctor and then the nurse 9:10", []),
    ],
)
def test_two_times_of_the_clock_make_a_span(text: str, minutes: list[int]) -> None:
    assert [span.minutes for span in find_spans(read(text, PACK))] == minutes


def test_a_span_is_that_of_the_code_it_stands_behind() -> None:
    reading = read("session 9:00-10:00. 97112 9:00-9:25, 97530 9:25-9:45", PACK)
    assert [code_before(reading, span) for span in find_spans(reading)] == [None, "97112", "97530"]


def test_a_long_note_is_read_in_linear_time() -> None:
    reading = read("97112 25 min, total timed 45. " * 300, PACK)
    assert len(find_lines(reading, SERVICES)) == 1
    assert find_totals(reading)["timed"].minutes == 45
