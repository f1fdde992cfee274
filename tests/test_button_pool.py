"""Processes that are lost are replaced, and what they held is told."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import pytest

from rewriter.button.pool import Pool
from rewriter.button.problems import Problem
from rewriter.button.turn import Order
from rewriter.engine import Writer
from rewriter.intake import Options
from rewriter.visit import Visit
from tests.button import FULL, GOOD, Scripted, engine_for, written
from tests.fatal import die

NOW = datetime(2026, 11, 22, 9, 0)
OPTIONS = Options("97112", Visit(), (), "narrative", None)


def run(work: Callable[[Pool], Awaitable[None]], processes: int = 1) -> None:
    async def go() -> None:
        pool = Pool(OPTIONS, Writer.of(engine_for(Scripted())), 600, processes)
        try:
            await pool.warm()
            await work(pool)
        finally:
            pool.close()

    asyncio.run(go())


def order(text: str = FULL) -> Order:
    return Order({"text": text}, "narrative", "code_points", True)


def test_notes_are_spread_and_each_stays_at_its_process() -> None:
    async def work(pool: Pool) -> None:
        async def one() -> object:
            case = pool.open_case()
            turn = await pool.begin(case, order(), NOW)
            assert turn.ask is not None
            end = (await pool.go_on(case, written(GOOD))).done
            assert end is not None
            assert end.status == "accepted"
            return case.worker

        workers = await asyncio.gather(*(one() for _ in range(6)))
        assert len({id(worker) for worker in workers}) == 2
        assert b"DOC130" in await pool.list_rules("DOC130")

    run(work, processes=2)


def test_a_dropped_note_is_forgotten() -> None:
    async def work(pool: Pool) -> None:
        case = pool.open_case()
        await pool.begin(case, order(), NOW)
        pool.drop(case)
        with pytest.raises(KeyError):
            await pool.go_on(case, written(GOOD))

    run(work)


def test_what_cannot_be_used_is_a_problem() -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(Problem) as caught:
            await pool.begin(pool.open_case(), order(" "), NOW)
        assert caught.value.status_code == 422
        with pytest.raises(Problem):
            await pool.list_rules("DOC999")

    run(work)


def test_a_process_that_dies_is_replaced_and_its_notes_are_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(pool: Pool) -> None:
        held = pool.open_case()
        await pool.begin(held, order(), NOW)
        with monkeypatch.context() as patch:
            patch.setattr("rewriter.button.pool._check", die)
            with pytest.raises(Problem) as caught:
                await pool.check(order())
        assert caught.value.status_code == 503
        with pytest.raises(Problem):
            await pool.go_on(held, written(GOOD))
        pool.drop(held)
        assert (await pool.begin(pool.open_case(), order(), NOW)).ask is not None

    run(work)
