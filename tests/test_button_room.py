"""So many are in work, so many may wait, and the others are told to come again."""

import asyncio
import time

import pytest

from rewriter.button.problems import Problem
from rewriter.button.room import Room


def make(at_once: int = 1, waiting: int = 1, seconds: float = 600) -> Room:
    return Room(at_once, waiting, seconds, time.monotonic)


def test_a_request_waits_for_a_place() -> None:
    async def go() -> None:
        room = make()
        order = []

        async def work(name: str) -> None:
            async with room.place():
                order.append(name)
                await asyncio.sleep(0)

        await asyncio.gather(work("a"), work("b"))
        assert order == ["a", "b"]
        assert (room.in_work, room.waiting) == (0, 0)

    asyncio.run(go())


def test_where_too_many_wait_the_next_is_told_when_to_come_again() -> None:
    async def go() -> None:
        room = make()
        async with room.place():
            second = asyncio.create_task(_hold(room))
            await asyncio.sleep(0)
            assert (room.in_work, room.waiting) == (1, 1)
            with pytest.raises(Problem) as caught:
                await _hold(room)
            assert caught.value.status_code == 503
            assert int(dict(caught.value.headers or {})["Retry-After"]) >= 1
        await second
        await _hold(room)

    asyncio.run(go())


def test_a_wait_has_an_end() -> None:
    async def go() -> None:
        room = make(seconds=0.01)
        async with room.place():
            with pytest.raises(Problem):
                await _hold(room)
        assert (room.in_work, room.waiting) == (0, 0)

    asyncio.run(go())


def test_whoever_gives_up_waiting_leaves_no_hole() -> None:
    async def go() -> None:
        room = make()
        async with room.place():
            waiting = asyncio.create_task(_hold(room))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        assert (room.in_work, room.waiting) == (0, 0)
        await _hold(room)

    asyncio.run(go())


async def _hold(room: Room) -> None:
    async with room.place():
        pass
