import asyncio
import pickle

import pytest

from rewriter import underway
from rewriter.bulk.desk import Desk
from rewriter.bulk.share import Share
from rewriter.bulk.slots import Slots
from rewriter.errors import SettingsError
from rewriter.loop import Ask, Limits, Reply
from rewriter.prompt import Message
from rewriter.settings import load_settings
from tests.bulk import ASKING, GOOD, begin_once, note, written
from tests.fault_server import FaultServer, draft, error
from tests.virtual_time import now, run

LIMITS = Limits(tokens=2_000)


@pytest.fixture(autouse=True)
def _begin_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(underway, "begin", begin_once)


def share(server: FaultServer, at_once: int = 8) -> Share:
    return Share(load_settings(base_url=server.url, tries=1), 60_000, at_once=at_once)


def write(given: Share, numbers: range) -> list[tuple[str, str, int]]:
    """Return the status, the cause and the requests of notes, in their order."""
    assert ASKING.writer
    with given.open(ASKING.writer) as asker:
        done = asker.write(Desk(ASKING), [{"text": note(number)} for number in numbers])
    return [(outcome.status, outcome.cause, outcome.asks) for outcome in done]


def seconds_of_tries(given: Share, tries: int) -> list[float]:
    """Return the second at which a task lets each of its tries pass."""

    async def go() -> list[float]:
        pace = given.pace(Slots(100), LIMITS)
        passed = []

        async def enter() -> None:
            assert await pace.enter(Ask("draft", (Message("user", "wt shift R"),), 1_500))
            passed.append(now())

        await asyncio.gather(*(enter() for _ in range(tries)))
        return passed

    return run(go())


@pytest.mark.parametrize(("requests", "tokens", "each"), [(240, None, 60), (12, None, 3), (10_000, 80_000, 11)])
def test_all_tasks_together_keep_the_limits_of_any_minute(requests: int, tokens: int | None, each: int) -> None:
    given = Share(load_settings(), requests, tokens, tasks=4)
    passed = seconds_of_tries(given, 4 * each)
    most = max(sum(start <= second < start + 60 - 1e-6 for second in passed) for start in passed)
    assert each * 0.9 <= most <= each


def test_notes_come_back_in_their_order_with_what_the_model_said() -> None:
    with FaultServer(lambda number, _: draft(GOOD) if number else error(400)) as server:
        done = write(share(server, at_once=1), range(5))
    assert done == [("failed", "unreachable", 1)] + [("accepted", "", 1)] * 4


def test_a_task_has_no_more_requests_in_flight_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    busy, most = 0, 0

    async def reply(*_: object) -> Reply:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0)
        busy -= 1
        return written(GOOD)

    monkeypatch.setattr("rewriter.bulk.share.Server.reply", reply)
    given = Share(load_settings(), 60_000, at_once=3)
    assert write(given, range(12)) == [("accepted", "", 1)] * 12
    assert most == 3


def test_a_server_without_money_is_asked_no_more_and_no_note_is_lost() -> None:
    with FaultServer(lambda *_: error(429, "insufficient_quota")) as server:
        done = write(share(server, at_once=2), range(30))
        assert len(server.requests) <= 2
    assert {(status, cause) for status, cause, _ in done} == {("failed", "unreachable")}
    assert len(done) == 30


def test_a_server_that_serves_nothing_is_left_alone() -> None:
    with FaultServer(lambda *_: error(500)) as server:
        done = write(share(server, at_once=1), range(60))
        assert len(server.requests) == 20
    assert {(status, cause) for status, cause, _ in done} == {("failed", "unreachable")}


def test_an_asker_serves_one_batch_after_another() -> None:
    assert ASKING.writer
    with FaultServer(lambda *_: draft(GOOD)) as server, share(server).open(ASKING.writer) as asker:
        for _ in range(2):
            assert [one.status for one in asker.write(Desk(ASKING), [{"text": note(1)}])] == ["accepted"]


@pytest.mark.parametrize("more", [{"tasks": 0}, {"at_once": 0}, {"tasks": 61}, {"requests_per_minute": float("nan")}])
def test_a_share_that_lets_nothing_pass_is_an_error(more: dict[str, float]) -> None:
    with pytest.raises(SettingsError, match="must be"):
        Share(load_settings(), **({"requests_per_minute": 60} | more))  # type: ignore[arg-type]


def test_a_part_of_the_tokens_that_is_too_small_for_a_note_is_an_error_that_says_what_would_do() -> None:
    with pytest.raises(SettingsError, match="at least 17,608 for 4 tasks"):
        Share(load_settings(), 60, 17_607, tasks=4).check(LIMITS)
    Share(load_settings(), 60, 17_608, tasks=4).check(LIMITS)


def test_a_key_goes_along_to_other_machines_but_is_never_shown() -> None:
    given = Share(load_settings(api_key="secret"), 60)
    assert pickle.loads(pickle.dumps(given)).settings.api_key.get_secret_value() == "secret"
    assert "secret" not in repr(given)
