"""How far a goal is by now stays with the goal."""

import pytest

from tests.noted import pieces


@pytest.mark.parametrize(
    "text",
    [
        "Goal turn 360 <8 steps, today 11 was 14",
        "goal stand 2 min at sink, today 90 sec",
        "goal amb 150 ft SBA, now 90 ft CGA",
        "goal 10 STS 30 s, 7 today",
        "LTG 5xSTS <15 s, currently 19 s",
    ],
)
def test_a_figure_of_today_is_of_the_goal(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    "text",
    ["stood 90 sec, now 2 min rest", "goal stairs, wife here today", "goal 150 ft, gait 60 ft CGA"],
)
def test_what_tells_of_no_goal_or_holds_no_figure_is_a_piece_of_its_own(text: str) -> None:
    assert len(pieces(text)) > 1
