"""Walk tests and walkers with wheels by a figure and letters; weeks and weight stay what they are."""

import pytest

from tests.spelled import shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("6 min WT 320 m", "6 Minute Walk Test 320"),
        ("2 min WT: 90 m", "2 Minute Walk Test"),
        ("6 min WT done w/ 2 rests", "6 Minute Walk Test done"),
        ("gait 4W 30m SBA", "gait four wheeled walker"),
        ("fx 4W NWB. gait 4W 20m", "gait four wheeled walker"),
        ("brakes on 4W before sit", "brakes on four wheeled walker"),
        ("next 40m 4W", "four wheeled walker"),
        ("STS to 4W x5", "to four wheeled walker"),
        ("2W 50 ft CGA", "two wheeled walker"),
    ],
)
def test_what_one_walks_with_or_is_tested_by_is_named(text: str, said: str) -> None:
    assert said in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "stand 6 min WT shift L",
        "fx 4W NWB",
        "TKA 4W, gait 50 ft",
        "PT 2x/wk x 4W",
        "4W s/p THA walking",
        "recheck in 4W",
        "sit 6 min WT bearing R",
    ],
)
def test_weeks_and_weight_are_neither(text: str) -> None:
    assert "walker" not in shown(text)
    assert "Walk Test" not in shown(text)


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("amb // 6 m x4", 1),
        ("heel walk // x4", 1),
        ("walk in // x4", 1),
        ("gait // 10 ft", 1),
        ("hip ABD // 10", 0),
    ],
)
def test_two_strokes_behind_walking_are_the_parallel_bars(text: str, bars: int) -> None:
    assert shown(text).count("in parallel bars") == bars
