import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from rewriter.bulk.budget import Spent
from rewriter.bulk.calls import Stopped
from rewriter.bulk.prices import Rates
from rewriter.bulk.server import Bounds, ServerCalls, open_calls
from rewriter.bulk.tally import BUDGET, FAILING, INTERRUPTED, QUOTA
from rewriter.bulk.tokens import estimate, find_most
from rewriter.errors import SettingsError
from rewriter.loop import OK, UNREACHABLE, Ask, Reply, Try, Usage
from rewriter.model import TIMED_OUT, Server, open_engine
from rewriter.prompt import Message, Prompt
from rewriter.settings import load_settings
from tests import virtual_time
from tests.bulk import GOOD, no_time
from tests.fault_server import HANG, Answer, FaultServer, draft, error

ASK = Ask("draft", (Message("system", "Write."), Message("user", "wt shift R")), 100)
RATES = Rates(1, 2)
Ended = Reply | str


def opened(
    url: str, bounds: Bounds | None = None, *, used: Usage = Usage(), cost: float = 0.0, **flags: Any
) -> ServerCalls:
    settings = load_settings(base_url=url, **{"tries": 3, **flags})
    return open_calls(open_engine("m", settings=settings), settings, bounds or Bounds(), used=used, cost=cost)


class Kept:
    """What was kept of replies, in order, and how many were in flight at the most."""

    def __init__(self) -> None:
        self.replies: list[tuple[Reply, float]] = []
        self.in_keeping = self.most = 0

    async def __call__(self, reply: Reply, cost: float) -> None:
        self.in_keeping += 1
        self.most = max(self.most, self.in_keeping)
        await asyncio.sleep(0)
        self.replies.append((reply, cost))
        self.in_keeping -= 1


async def ask_all(calls: ServerCalls, count: int, kept: Kept, ask: Ask = ASK) -> list[Ended]:
    """Return the reply to each request, or why it was not made."""

    async def one() -> Ended:
        try:
            return await calls.reply(ask, kept)
        except Stopped as stopped:
            return stopped.reason

    try:
        return list(await asyncio.gather(*(one() for _ in range(count))))
    finally:
        await calls.aclose()


def ask_server(
    script: Callable[[int], Answer], count: int = 1, bounds: Bounds | None = None, **flags: Any
) -> tuple[list[Ended], Kept, int]:
    """Return how requests to a server ended, what was kept, and how many tries the server saw."""
    kept = Kept()
    with FaultServer(lambda number, _: script(number)) as server:
        calls = opened(server.url, bounds, **flags)
        if isinstance(calls.transport, Server):
            calls.transport.sleep = no_time
        ended = asyncio.run(ask_all(calls, count, kept))
        return ended, kept, len(server.requests)


def outcomes(ended: Sequence[Ended]) -> list[str]:
    return [one if isinstance(one, str) else one.outcome for one in ended]


class Scripted:
    """A transport that takes a second for each request, and counts those in flight."""

    def __init__(self, script: Callable[[int], Reply]) -> None:
        self._script = script
        self.asked = self.in_flight = self.most = 0

    async def reply(self, ask: Ask, prompt: Prompt) -> Reply:
        self.asked += 1
        said = self._script(self.asked)
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        try:
            await asyncio.sleep(1)
        finally:
            self.in_flight -= 1
        return said

    async def aclose(self) -> None:
        pass


def scripted(script: Callable[[int], Reply], bounds: Bounds) -> tuple[ServerCalls, Scripted]:
    transport = Scripted(script)
    return replace(opened("http://127.0.0.1:1/v1", bounds), transport=transport), transport


def test_a_reply_is_kept_with_its_cost_before_it_is_returned() -> None:
    ended, kept, _ = ask_server(lambda _: draft(GOOD), bounds=Bounds(rates=RATES))
    assert outcomes(ended) == [OK]
    ((reply, cost),) = kept.replies
    assert [reply] == ended
    assert reply.usage == Usage(100, 20)
    assert cost == pytest.approx(0.00014)


def test_no_price_is_no_cost() -> None:
    _, kept, _ = ask_server(lambda _: draft(GOOD))
    assert kept.replies[0][1] == 0


def test_no_more_are_in_flight_than_allowed() -> None:
    calls, transport = scripted(lambda _: Reply(OK, "{}"), Bounds(at_once=3))
    assert calls.width == 3
    kept = Kept()
    ended = virtual_time.run(ask_all(calls, 10, kept))
    assert outcomes(ended) == [OK] * 10
    assert transport.most == 3


def test_one_that_has_too_many_makes_all_wait_and_all_come_through() -> None:
    ended, kept, tries = ask_server(
        lambda number: error(429, headers={"Retry-After": "0"}) if number in (2, 3) else draft(GOOD), 10
    )
    assert outcomes(ended) == [OK] * 10
    assert tries == 12
    assert sum(len(reply.tries) for reply, _ in kept.replies) == 2


def test_no_money_stops_at_once() -> None:
    ended, kept, tries = ask_server(lambda _: error(429, "insufficient_quota"), 50, Bounds(at_once=4))
    assert outcomes(ended) == [QUOTA] * 50
    assert tries <= 4  # those in flight, and none of them again
    assert all(reply.outcome == UNREACHABLE for reply, _ in kept.replies)


def test_what_came_before_the_money_ended_is_kept() -> None:
    ended, kept, _ = ask_server(
        lambda number: error(429, "insufficient_quota") if number >= 5 else draft(GOOD), 20, Bounds(at_once=1)
    )
    assert outcomes(ended) == [OK] * 5 + [QUOTA] * 15
    assert [reply.outcome for reply, _ in kept.replies] == [OK] * 5 + [UNREACHABLE]


def test_a_server_that_fails_for_all_ends_the_run() -> None:
    ended, _, tries = ask_server(lambda _: error(500), 100, Bounds(at_once=1), tries=1)
    assert outcomes(ended) == [UNREACHABLE] * 19 + [FAILING] * 81
    assert tries == 20


def test_the_budget_stops_before_it_is_passed() -> None:
    most = find_most(ASK, 3)
    cap = float(RATES.price(most)) + 5 * 0.00014
    ended, _, tries = ask_server(lambda _: draft(GOOD), 50, Bounds(money=cap, rates=RATES))
    assert outcomes(ended).count(OK) == tries == 6
    assert outcomes(ended).count(BUDGET) == 44


def test_tokens_are_a_budget_too_and_earlier_runs_count() -> None:
    most = find_most(ASK, 3)
    bounds = Bounds(tokens=most.input + most.output + 1_000)
    kept = Kept()
    with FaultServer(lambda *_: draft(GOOD)) as server:
        calls = opened(server.url, bounds, used=Usage(900, 50), cost=0.5)
        assert calls.budget.spent == Spent(Decimal("0.5"), 950)
        ended = asyncio.run(ask_all(calls, 5, kept))
    assert sorted(outcomes(ended)) == [BUDGET] * 4 + [OK]


def test_what_timed_out_is_counted_as_read() -> None:
    ended, kept, _ = ask_server(
        lambda number: draft(GOOD) if number else HANG, bounds=Bounds(rates=RATES), call_timeout=0.3
    )
    reply, cost = kept.replies[0]
    assert reply.tries[0].outcome == TIMED_OUT
    assert reply.usage == Usage(100 + estimate(ASK), 20)
    assert cost == pytest.approx(0.00014 + estimate(ASK) * 1e-6)
    assert ended == [reply]


def test_a_stop_sends_nothing_more_and_keeps_what_was_sent() -> None:
    calls, transport = scripted(lambda _: Reply(OK, "{}", Usage(10, 5)), Bounds(at_once=4))
    kept = Kept()

    async def go() -> list[Ended]:
        asyncio.get_running_loop().call_later(1.5, calls.stop, INTERRUPTED)
        return await ask_all(calls, 20, kept)

    ended = virtual_time.run(go())
    assert outcomes(ended) == [OK] * 8 + [INTERRUPTED] * 12
    assert transport.asked == len(kept.replies) == 8


def test_who_waits_for_a_retry_is_stopped_too() -> None:
    with FaultServer(lambda *_: error(429, headers={"Retry-After": "60"})) as server:
        calls = opened(server.url, Bounds(at_once=1))
        if isinstance(calls.transport, Server):
            calls.transport.sleep = no_time
        kept = Kept()

        async def go() -> list[Ended]:
            asyncio.get_running_loop().call_later(0.3, calls.stop, INTERRUPTED)
            return await ask_all(calls, 3, kept)

        ended = asyncio.run(go())
        assert len(server.requests) == 1
    assert outcomes(ended) == [INTERRUPTED] * 3
    assert [reply.tries[0].outcome for reply, _ in kept.replies] == ["429"]


def test_the_first_reason_of_a_stop_stands() -> None:
    calls, _ = scripted(lambda _: Reply(UNREACHABLE, tries=(Try("insufficient_quota", 1),)), Bounds())
    calls.stop(INTERRUPTED)
    assert outcomes(virtual_time.run(ask_all(calls, 2, Kept()))) == [INTERRUPTED] * 2


@pytest.mark.parametrize(
    "bounds",
    [{"at_once": 0}, {"requests_per_minute": 0}, {"tokens_per_minute": -1}, {"money": float("nan")}, {"tokens": 0}],
)
def test_limits_are_above_zero(bounds: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match=next(iter(bounds))):
        Bounds(**bounds)


def test_money_of_a_model_without_a_price_and_too_few_tokens_a_minute_are_errors() -> None:
    with pytest.raises(SettingsError, match="no price is known"):
        opened("http://127.0.0.1:1/v1", Bounds(money=5.0))
    with pytest.raises(SettingsError, match="tokens a minute"):
        opened("http://127.0.0.1:1/v1", Bounds(tokens_per_minute=1_000))


def test_a_published_price_is_known_and_flex_is_half() -> None:
    costs = []
    for tier in ("default", "flex"):
        settings = load_settings(base_url="https://api.openai.com/v1", tier=tier)
        calls = open_calls(open_engine("gpt-6-luna", settings=settings), settings, Bounds(money=1.0))
        costs.append(calls.budget.spend(Usage(1_000, 100)))
    assert costs == [pytest.approx(0.00015), pytest.approx(0.000075)]
