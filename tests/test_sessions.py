"""Minutes, codes and units with nothing beside them are the time of the session; any other time is a dose."""

import pytest

from rewriter.reading.kinds.sessions import is_session_time, says_no_more, tell_session
from rewriter.reading.pieces.forms import SENTENCE
from tests.noted import kinds
from tests.one_piece import named, whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12 min", ("time", "720")),
        ("97112 x 12 min", ("time", "720")),
        ("97112 x 12'", ("time", "97112")),
        ("Total time 38 min", ("time", "2280")),
        ("25 min, 2 units", ("time", "1500")),
        ("PT evaluation 30 min", ("treatment", "evaluation")),
        ("eval 3+", ("finding", "evaluation")),
        ("30 min with OT only", ("time", "1800")),
    ],
)
def test_a_time_alone_is_that_of_the_session(text: str, told: tuple[str, str]) -> None:
    found = whole(text)
    assert named(found, tell_session(found)) == told


@pytest.mark.parametrize(
    "text",
    ["30 s", "12 min foam", "12 min x3", "97112 with foam", "12 min tidying", "units", "3, 4 min, 5 min"],
)
def test_a_time_of_something_is_no_session(text: str) -> None:
    assert tell_session(whole(text)) is None


def test_a_running_sentence_tells_no_session() -> None:
    assert tell_session(whole("12 min", SENTENCE)) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("25 min", True),
        ("1 hr", True),
        ("45 s", False),
        ("gait training, 25 min", True),
        ("bike, 25 min", True),
        ("bike, 3 min", False),
        ("45 min total, 5 min", True),
        ("puzzle 5 errors, 22 min", False),
        ("NMES 35 Hz, 15 min", False),
        ("mirror L hand, 15 min - wrist ext", False),
        ("functional electrical stimulation, 15 min", False),
        ("laps, 10 min, 12 min", False),
        ("rest", True),
    ],
)
def test_a_session_lasts_minutes_that_are_of_nothing_else(text: str, is_one: bool) -> None:
    found = whole(text)
    assert is_session_time(found.reading, found.by_kind.get("duration")) is is_one


@pytest.mark.parametrize(
    ("text", "bare"),
    [("97112: 12 min total", True), ("12 min of therapy", True), ("12 min of chatting", False), ("(12) 97112", True)],
)
def test_a_time_says_no_more_where_each_word_is_of_it(text: str, bare: bool) -> None:
    found = whole(text)
    assert says_no_more(found.reading, found.inside, found.first, found.last) is bare


@pytest.mark.parametrize(
    ("text", "is_session"),
    [
        ("Inf GH glides gr III, 10 min. Wall slides x15.", False),
        ("Wrist pulleys on table, 12 min. Squats x10.", False),
        ("Wall slides x15. Step taps on stool, 25 min.", True),
        ("NMR, 25 min. Wall slides x15.", True),
        ("Bal ex at counter, 25 min. HEP given.", True),
    ],
)
def test_a_time_behind_one_of_several_doings_is_no_session(text: str, is_session: bool) -> None:
    assert ("time" in kinds(text)) is is_session


@pytest.mark.parametrize("text", ["stood 2 min, 30 sec rest, 3 min", "rode 4 min, rest, 5 min"])
def test_a_short_time_behind_another_is_no_session(text: str) -> None:
    assert "time" not in kinds(text)
