"""What holds of processes whoever uses them: what sits at one stays there, and the loss of one is told and mended."""

import asyncio
import os
from collections.abc import Awaitable, Callable

import pytest

from rewriter.processes import Lost, Processes

pytestmark = pytest.mark.slow

_begun: list[str] = []


@pytest.fixture(autouse=True, params=["spawn", "forkserver"])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As users' processes start, and as those of other tests do."""
    monkeypatch.setattr("rewriter.processes._METHOD", request.param)


def begin(*said: str) -> None:
    _begun.extend(said)


def tell() -> tuple[int, list[str]]:
    return os.getpid(), _begun


def die() -> None:
    os._exit(9)


def drive(work: Callable[[Processes], Awaitable[None]], count: int = 1) -> None:
    async def go() -> None:
        processes = Processes(count, begin, "a", "b")
        try:
            await work(processes)
        finally:
            processes.close(wait=True)

    asyncio.run(go())


def test_each_begins_once_as_it_is_told_and_keeps_its_seats() -> None:
    async def work(processes: Processes) -> None:
        await processes.warm()
        seat = processes.take_seat()
        found = [await processes.run(seat, tell) for _ in range(3)]
        assert found == [found[0]] * 3
        assert found[0][1] == ["a", "b"]
        assert found[0][0] != os.getpid()

    drive(work)


def test_the_least_busy_one_takes_what_comes() -> None:
    async def work(processes: Processes) -> None:
        assert len(processes) == 2

        async def one() -> int:
            return (await processes.run(processes.take_seat(), tell))[0]

        assert len(set(await asyncio.gather(*(one() for _ in range(4))))) == 2

    drive(work, 2)


def test_one_that_dies_is_replaced_and_its_seats_are_lost() -> None:
    async def work(processes: Processes) -> None:
        held, other = processes.take_seat(), processes.take_seat()
        first = await processes.run(held, tell)
        with pytest.raises(Lost):
            await processes.run(other, die)
        with pytest.raises(Lost):
            await processes.run(held, tell)
        processes.tell(held, die)  # nobody is there to hear it
        assert await processes.run(processes.take_seat(), tell) != first

    drive(work)


def test_after_the_end_nothing_is_told() -> None:
    async def work(processes: Processes) -> None:
        seat = processes.take_seat()
        processes.close(wait=True)
        processes.tell(seat, die)

    drive(work)
