import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.bulk.pace import Pace
from rewriter.bulk.slots import Slots
from rewriter.bulk.tokens import estimate
from rewriter.errors import SettingsError
from rewriter.loop import OK, Ask
from rewriter.model import TOO_MANY, Told
from rewriter.prompt import Message
from tests.virtual_time import now, run


def ask(characters: int = 300, room: int = 100) -> Ask:
    return Ask("draft", (Message("user", "x" * characters),), room)


async def enter_all(pace: Pace, asks: list[Ask]) -> list[tuple[float, int]]:
    """Return the second and the tokens of each try, in the order in which they were let pass."""
    passed: list[tuple[float, int]] = []

    async def enter(one: Ask) -> None:
        assert await pace.enter(one)
        passed.append((now(), estimate(one) + one.most_tokens))

    await asyncio.gather(*(enter(one) for one in asks))
    return passed


def most_in_a_minute(passed: list[tuple[float, int]]) -> tuple[int, int]:
    """Return the most tries and the most tokens in any 60 seconds."""
    windows = [[tokens for second, tokens in passed if start <= second < start + 60 - 1e-6] for start, _ in passed]
    return max(map(len, windows)), max(map(sum, windows))


@settings(max_examples=60, deadline=None)
@given(
    requests=st.one_of(st.none(), st.integers(1, 100)),
    tokens=st.one_of(st.none(), st.integers(8_000, 60_000)),
    sizes=st.lists(st.integers(0, 6_000), min_size=1, max_size=120),
)
def test_no_minute_has_more_than_the_limits(requests: int | None, tokens: int | None, sizes: list[int]) -> None:
    pace = Pace(Slots(1000), requests_per_minute=requests, tokens_per_minute=tokens, largest=2_400)
    passed = run(enter_all(pace, [ask(size) for size in sizes]))
    most_requests, most_tokens = most_in_a_minute(passed)
    assert requests is None or most_requests <= requests
    assert tokens is None or most_tokens <= tokens


@pytest.mark.parametrize("limit", [1, 3, 60, 500])
def test_the_limit_is_used(limit: int) -> None:
    passed = run(enter_all(Pace(Slots(1), requests_per_minute=limit), [ask()] * (3 * limit)))
    assert passed[-1][0] <= 3 * 60 / 0.97


def test_no_limit_means_no_waiting() -> None:
    assert run(enter_all(Pace(Slots(1)), [ask()] * 1000))[-1][0] < 0.001


def test_a_limit_of_tokens_too_small_for_a_request_is_an_error() -> None:
    with pytest.raises(SettingsError, match="at least 20,000"):
        Pace(Slots(1), tokens_per_minute=19_999, largest=10_000)


@pytest.mark.parametrize(("asked", "seconds"), [(7.0, 7.0), (None, 15.0), (0.0, 0.0)])
def test_one_that_is_told_to_wait_makes_all_wait(asked: float | None, seconds: float) -> None:
    async def go() -> list[float]:
        pace = Pace(Slots(20))
        told = await pace.enter(ask())
        assert told
        told(TOO_MANY, asked)
        return [second for second, _ in await enter_all(pace, [ask()] * 5)]

    assert run(go()) == pytest.approx([seconds] * 5, abs=0.001)


def test_the_longest_wait_that_was_asked_for_holds() -> None:
    async def go() -> float:
        pace = Pace(Slots(20))
        first, second = await pace.enter(ask()), await pace.enter(ask())
        assert first
        assert second
        first(TOO_MANY, 30.0)
        second(TOO_MANY, 2.0)
        await pace.enter(ask())
        return now()

    assert run(go()) == pytest.approx(30)


def test_who_waits_for_the_limit_waits_for_the_cooldown_too() -> None:
    async def go() -> float:
        pace = Pace(Slots(20), requests_per_minute=6)
        told = await pace.enter(ask())
        assert told
        asyncio.get_running_loop().call_later(5, told, TOO_MANY, 40.0)
        await pace.enter(ask())  # its turn would have been at second 10
        return now()

    assert 45 <= run(go()) < 60


def test_limits_hold_after_a_cooldown() -> None:
    async def go() -> list[tuple[float, int]]:
        pace = Pace(Slots(20), requests_per_minute=30)
        told = await pace.enter(ask())
        assert told
        asyncio.get_running_loop().call_later(31, told, TOO_MANY, 45.0)
        return await enter_all(pace, [ask()] * 100)

    assert most_in_a_minute(run(go()))[0] <= 30


def test_a_burst_of_refusals_shrinks_once_and_the_next_one_again() -> None:
    async def go() -> list[int]:
        slots, seen = Slots(20), []
        pace = Pace(slots)
        for _ in range(2):
            tries = [told for _ in range(20) if (told := await pace.enter(ask()))]
            assert len(tries) == 20
            for told in tries:
                told(TOO_MANY, 0.0)
            seen.append(slots.places)
        return seen

    assert run(go()) == [16, 12]


def test_a_server_in_trouble_only_pauses_growth() -> None:
    async def go() -> tuple[list[int], float]:
        slots, seen = Slots(30), []
        pace = Pace(slots)
        async with asyncio.TaskGroup() as tasks:
            leave = asyncio.Event()
            for _ in range(30):
                tasks.create_task(_stay(slots, leave))
            await asyncio.sleep(0)
            for outcomes in ([OK] * 19 + ["503"], [OK] * 19 + ["timeout"], [OK] * 20):
                for outcome in outcomes:
                    told: Told | None = await pace.enter(ask())
                    assert told
                    told(outcome, 60.0 if outcome == "503" else None)
                seen.append(slots.places)
            leave.set()
        return seen, now()

    places, second = run(go())
    assert places == [20, 20, 21]
    assert second < 0.001


async def _stay(slots: Slots, leave: asyncio.Event) -> None:
    async with slots.place():
        await leave.wait()


def test_shutting_lets_nobody_pass_and_nobody_wait() -> None:
    async def go() -> tuple[list[object], float]:
        pace = Pace(Slots(20))
        told = await pace.enter(ask())
        assert told
        told(TOO_MANY, 100.0)
        waiting = asyncio.gather(*(pace.enter(ask()) for _ in range(5)))
        await asyncio.sleep(3)
        pace.shut()
        return list(await waiting), now()

    passed, second = run(go())
    assert passed == [None] * 5
    assert second == pytest.approx(3)
