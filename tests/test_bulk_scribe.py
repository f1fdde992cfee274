import asyncio
from pathlib import Path

import pytest

from rewriter.bulk.journal import Journal
from rewriter.bulk.outcome import Outcome
from rewriter.bulk.scribe import Scribe


def test_what_is_done_together_is_all_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "bulk.journal"

    async def go() -> None:
        async with Scribe(Journal(path, create=True)) as scribe:
            waiting = [scribe.do(scribe.journal.add_outcome, bytes([n]), Outcome("accepted")) for n in range(200)]
            await asyncio.gather(*waiting)
            assert len(Journal(path).find_done([bytes([n]) for n in range(200)])) == 200

    asyncio.run(go())


def test_what_waits_at_the_end_is_written_before_it_closes(tmp_path: Path) -> None:
    path = tmp_path / "bulk.journal"

    async def go() -> None:
        async with Scribe(Journal(path, create=True)) as scribe:
            for n in range(50):
                scribe.do(scribe.journal.add_outcome, bytes([n]), Outcome("accepted"))

    asyncio.run(go())
    assert len(Journal(path).find_done([bytes([n]) for n in range(50)])) == 50


def test_a_fault_reaches_who_waits_for_it_and_the_next_deed_is_done(tmp_path: Path) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    async def go() -> None:
        async with Scribe(Journal(tmp_path / "bulk.journal", create=True)) as scribe:
            with pytest.raises(ZeroDivisionError):
                await scribe.do(fail)
            assert await scribe.do(scribe.journal.find_done, [b"1"]) == set()

    asyncio.run(go())
