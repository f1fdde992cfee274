import asyncio
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.bulk.budget import Budget, Spent
from rewriter.bulk.calls import Stopped
from rewriter.bulk.prices import Rates
from rewriter.bulk.tally import BUDGET
from rewriter.errors import SettingsError
from rewriter.loop import Usage
from tests.virtual_time import now, run

PRICE = Rates(0.1, 0.5, 0.01).price
MOST = Usage(1_000, 100)  # 150 millionths of a dollar
counts = st.tuples(st.integers(0, 2_000), st.integers(0, 500))


def fits(budget: Budget) -> bool:
    after = budget.spent + budget._held
    return (budget.most_money is None or after.money <= Decimal(str(budget.most_money))) and (
        budget.most_tokens is None or after.tokens <= budget.most_tokens
    )


@settings(max_examples=80, deadline=None)
@given(
    money=st.one_of(st.none(), st.integers(0, 3_000).map(lambda millionths: millionths / 1e6)),
    tokens=st.one_of(st.none(), st.integers(0, 20_000)),
    requests=st.lists(
        # the most it may take, the share of that which it takes, when it begins, how long it is in flight
        st.tuples(counts, st.floats(0, 1), st.integers(0, 20), st.integers(0, 20)),
        max_size=40,
    ),
)
def test_no_order_of_requests_passes_a_cap(
    money: float | None, tokens: int | None, requests: list[tuple[tuple[int, int], float, int, int]]
) -> None:
    budget = Budget(PRICE, money, tokens)
    reasons: set[str] = set()

    async def work(most: tuple[int, int], share: float, begins: int, lasts: int) -> None:
        await asyncio.sleep(begins)
        try:
            async with budget.hold(Usage(*most)):
                assert fits(budget)
                await asyncio.sleep(lasts)
                used = Usage(int(most[0] * share), int(most[1] * share))
                budget.spend(used)
        except Stopped as stopped:
            reasons.add(stopped.reason)

    async def go() -> None:
        await asyncio.gather(*(work(*one) for one in requests))

    run(go())
    assert fits(budget)
    assert budget._held == Spent()
    assert reasons <= {BUDGET}


async def take(budget: Budget, most: Usage = MOST, used: Usage = MOST, seconds: float = 1) -> float:
    async with budget.hold(most):
        await asyncio.sleep(seconds)
        return budget.spend(used)


def test_the_cap_is_used_up_and_then_it_stops() -> None:
    budget = Budget(PRICE, 0.00045)

    async def go() -> list[object]:
        return await asyncio.gather(*(take(budget) for _ in range(5)), return_exceptions=True)

    ended = run(go())
    assert [isinstance(one, Stopped) for one in ended] == [False] * 3 + [True] * 2
    assert budget.spent == Spent(Decimal("0.00045"), 3_300)


def test_what_does_not_fit_waits_for_others_that_take_less_than_is_held_back() -> None:
    budget = Budget(PRICE, 0.0003)

    async def go() -> float:
        await asyncio.gather(*(take(budget, used=Usage(100, 10)) for _ in range(8)))
        return now()

    assert run(go()) > 1
    assert budget.spent.money == Decimal("0.00012")


def test_earlier_runs_count() -> None:
    assert run(take(Budget(PRICE, 0.0003, spent=Spent(Decimal("0.00015")))))
    with pytest.raises(Stopped):
        run(take(Budget(PRICE, 0.0003, spent=Spent(Decimal("0.000151")))))
    with pytest.raises(Stopped):
        run(take(Budget(most_tokens=10_000, spent=Spent(tokens=8_901))))


def test_what_is_spent_is_told_in_dollars() -> None:
    assert run(take(Budget(PRICE), used=Usage(1_000, 100, 400))) == pytest.approx(0.000114)


def test_a_request_that_breaks_gives_back_what_was_held() -> None:
    budget = Budget(PRICE, 0.00015)

    async def go() -> None:
        task = asyncio.create_task(take(budget, seconds=100))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await take(budget)

    run(go())
    assert budget._held == Spent()


def test_no_price_costs_nothing_but_money_cannot_be_capped() -> None:
    assert run(take(Budget())) == 0
    with pytest.raises(SettingsError, match="no price is known"):
        Budget(None, 10.0)
