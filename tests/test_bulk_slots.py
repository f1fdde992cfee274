import asyncio

import pytest

from rewriter.bulk.slots import Slots
from tests.virtual_time import now, run


def test_it_begins_with_twenty_places_or_with_the_most_allowed() -> None:
    assert (Slots(100).places, Slots(7).places) == (20, 7)


def test_no_more_are_in_flight_than_there_are_places_and_none_waits_for_ever() -> None:
    slots = Slots(3)
    most = flying = 0

    async def work() -> None:
        nonlocal most, flying
        async with slots.place():
            flying += 1
            most = max(most, flying)
            await asyncio.sleep(1)
            flying -= 1

    async def go() -> float:
        await asyncio.gather(*(work() for _ in range(10)))
        return now()

    assert run(go()) == pytest.approx(4)
    assert most == 3


def test_places_are_given_in_order() -> None:
    slots, order = Slots(1), []

    async def work(number: int) -> None:
        async with slots.place():
            await asyncio.sleep(1)
            order.append(number)

    async def go() -> None:
        await asyncio.gather(*(work(number) for number in range(5)))

    run(go())
    assert order == [0, 1, 2, 3, 4]


def test_one_episode_of_too_many_requests_takes_a_fifth_of_the_places_once() -> None:
    slots = Slots(20)
    began = slots.episode
    for _ in range(20):
        slots.shrink(began)  # all were in flight when the server had too many
    assert slots.places == 16
    slots.shrink(slots.episode)  # this one was not
    assert slots.places == 12


def test_one_place_is_always_left() -> None:
    slots = Slots(20)
    for _ in range(50):
        slots.shrink(slots.episode)
    assert slots.places == 1


async def fill(slots: Slots) -> asyncio.Event:
    """Take all places until the event is set."""
    leave = asyncio.Event()

    async def work() -> None:
        async with slots.place():
            await leave.wait()

    leave.tasks = [asyncio.create_task(work()) for _ in range(slots.most)]  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    return leave


def test_a_clean_round_adds_a_twentieth_up_to_the_most_allowed() -> None:
    async def go() -> list[int]:
        slots = Slots(23)
        leave = await fill(slots)
        seen = []
        for _ in range(6):
            for _ in range(slots.places):
                slots.grow()
            seen.append(slots.places)
            await asyncio.sleep(0)
        leave.set()
        return seen

    assert run(go()) == [21, 22, 23, 23, 23, 23]


def test_a_round_with_a_fault_adds_nothing() -> None:
    async def go() -> int:
        slots = Slots(100)
        leave = await fill(slots)
        for _ in range(10):
            for _ in range(19):
                slots.grow()
            slots.pause()
        leave.set()
        return slots.places

    assert run(go()) == 20


def test_places_that_nobody_needs_do_not_become_more() -> None:
    slots = Slots(100)
    for _ in range(1000):
        slots.grow()
    assert slots.places == 20


def test_new_places_are_given_to_those_who_wait() -> None:
    async def go() -> int:
        slots = Slots(22)
        entered = 0

        async def work() -> None:
            nonlocal entered
            async with slots.place():
                entered += 1
                await asyncio.sleep(1)

        tasks = [asyncio.create_task(work()) for _ in range(22)]
        await asyncio.sleep(0)
        for _ in range(20):
            slots.grow()
        await asyncio.sleep(0)
        seen = entered
        await asyncio.gather(*tasks)
        return seen

    assert run(go()) == 21


def test_who_gives_up_waiting_takes_no_place_along() -> None:
    async def go() -> None:
        slots = Slots(1)
        async with slots.place():
            waiting = [asyncio.create_task(_enter(slots)) for _ in range(3)]
            await asyncio.sleep(0)
            waiting[0].cancel()
        waiting[1].cancel()  # it has just been given the place, and does not know it yet
        await asyncio.gather(*waiting, return_exceptions=True)
        async with asyncio.timeout(1), slots.place():
            pass

    run(go())


async def _enter(slots: Slots) -> None:
    async with slots.place():
        pass
