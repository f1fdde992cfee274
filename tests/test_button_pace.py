"""Each client has its own pace, and may use its burst at once."""

import pytest

from rewriter.button import pace
from rewriter.button.pace import Pace
from rewriter.button.problems import Problem
from rewriter.button.settings import Limits

LIMITS = Limits(per_minute=60, burst=2, at_once=1)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def is_refused(pace: Pace, client: str = "a") -> str | None:
    """Return what a request is told to wait, None where it is taken."""
    try:
        pace.take(client, LIMITS)
    except Problem as problem:
        return f"{problem.status_code}: {dict(problem.headers or {})['Retry-After']}"
    return None


def test_a_client_may_ask_as_often_as_its_limits_say() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert [is_refused(pace) for _ in range(3)] == [None, None, "429: 1"]
    clock.now = 1.0
    assert [is_refused(pace) for _ in range(2)] == [None, "429: 1"]
    clock.now = 1000.0
    assert [is_refused(pace) for _ in range(3)] == [None, None, "429: 1"]


def test_one_client_does_not_take_from_another() -> None:
    pace = Pace(Clock())
    assert [is_refused(pace, "a") for _ in range(3)][-1]
    assert is_refused(pace, "b") is None


def test_a_client_may_not_have_more_in_work_than_its_share() -> None:
    pace = Pace(Clock())
    with pace.work("a", LIMITS):
        with pytest.raises(Problem) as caught, pace.work("a", LIMITS):
            pass
        assert caught.value.status_code == 429
        with pace.work("b", LIMITS):
            pass
    with pace.work("a", LIMITS):
        pass


def test_clients_without_number_take_no_room_without_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_MOST_CLIENTS", 3)
    paces = Pace(Clock())
    with paces.work("0", LIMITS):
        for number in range(10):
            paces.take(f"{number}", LIMITS)
        assert len(paces._meters) == 3
        with pytest.raises(Problem), paces.work("0", LIMITS):
            pass


def test_where_all_are_in_work_one_more_is_still_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_MOST_CLIENTS", 1)
    paces = Pace(Clock())
    with paces.work("a", LIMITS), paces.work("b", LIMITS), pytest.raises(Problem), paces.work("a", LIMITS):
        pass
