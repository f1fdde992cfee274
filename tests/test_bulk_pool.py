import asyncio
from collections.abc import Awaitable, Callable

import pytest

from rewriter.bulk.pool import Pool
from rewriter.processes import Lost
from tests.bulk import ASKING, GOOD, note, written
from tests.fatal import die


def drive(work: Callable[[Pool], Awaitable[None]], processes: int = 1) -> None:
    async def go() -> None:
        with Pool(ASKING, processes) as pool:
            await work(pool)

    asyncio.run(go())


def test_a_note_stays_at_the_process_that_began_it() -> None:
    async def work(pool: Pool) -> None:
        cases = await asyncio.gather(*(pool.begin({"text": note(n)}) for n in range(6)))
        assert all(case.ask for case in cases)
        done = await asyncio.gather(*(pool.go_on(case, written(GOOD)) for case in cases))
        assert [case.outcome and case.outcome.status for case in done] == ["accepted"] * 6

    drive(work, processes=2)


def test_the_process_with_the_least_to_do_takes_a_note() -> None:
    async def work(pool: Pool) -> None:
        cases = await asyncio.gather(*(pool.begin({"text": note(n)}) for n in range(8)))
        assert [sum(case.seat.worker is one.seat.worker for case in cases) for one in cases[:2]] == [4, 4]

    drive(work, processes=2)


def test_a_dropped_note_is_forgotten() -> None:
    async def work(pool: Pool) -> None:
        case = await pool.begin({"text": note(1)})
        await pool.drop(case)
        with pytest.raises(KeyError):
            await pool.go_on(case, written(GOOD))

    drive(work)


def test_a_process_that_dies_is_replaced_and_its_notes_are_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(pool: Pool) -> None:
        case = await pool.begin({"text": note(1)})
        with monkeypatch.context() as patch:
            patch.setattr("rewriter.bulk.pool._write", die)
            with pytest.raises(Lost):
                await pool.write([{"text": note(2)}])
        with pytest.raises(Lost):
            await pool.go_on(case, written(GOOD))
        assert (await pool.begin({"text": note(1)})).ask == case.ask

    drive(work)
