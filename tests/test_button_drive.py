"""A note's way with a model: what is recorded before it happens, and what ends with whoever waits."""

import asyncio
import errno
import os
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from typing import NoReturn

import pytest

from rewriter.button.audit import Trail
from rewriter.button.drive import Drive, Who
from rewriter.button.metrics import Metrics
from rewriter.button.pool import Pool
from rewriter.button.turn import Done, Order, Told
from rewriter.engine import Writer
from rewriter.errors import JournalError
from rewriter.intake import Options
from rewriter.loop import REFUSED, Reply
from rewriter.visit import Visit
from tests.button import FULL, Scripted, engine_for, records, written

WHO = Who("request", "clinic", "person")
ORDER = Order({"text": FULL}, "narrative", "code_points", True)


def run(folder: Path, transport: Scripted, work: Callable[[Drive], Awaitable[None]], timeout: float = 600) -> None:
    async def go() -> None:
        engine = engine_for(transport, timeout)
        pool = Pool(Options("97112", Visit(), (), "narrative", None), Writer.of(engine), 600, 1)
        trail = Trail(folder / "audit")
        trail.open()
        try:
            await work(Drive(pool, trail, Metrics(), engine))
        finally:
            pool.close()
            await trail.aclose()

    asyncio.run(go())


async def collect(drive: Drive) -> list[Told | Done]:
    return [event async for event in drive.improve(ORDER, "0" * 64, WHO)]


def test_a_call_is_recorded_before_it_is_made_and_a_result_before_it_is_given(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def look() -> None:
        seen.append([one["event"] for one in records(tmp_path)])

    transport = Scripted([written()], before=look)

    async def work(drive: Drive) -> None:
        async for event in drive.improve(ORDER, "0" * 64, WHO):
            if isinstance(event, Done):
                look()
                assert event.status == "accepted"

    run(tmp_path, transport, work)
    assert seen == [["opened", "model_call"], ["opened", "model_call", "improve"]]
    call, result = records(tmp_path)[1:]
    assert (call["client"], call["user"], call["model"], call["kind"]) == ("clinic", "person", "scripted", "draft")
    assert call["note_sha256"] == result["note_sha256"] == "0" * 64
    assert result["prompt_sha256"] == call["prompt_sha256"]


def test_progress_tells_each_step(tmp_path: Path) -> None:
    faulty = {"s1": "Patient presented with {impairment1} and dizziness."}
    transport = Scripted([written(faulty), Reply(REFUSED)])

    async def work(drive: Drive) -> None:
        told = await collect(drive)
        names = [event.event if isinstance(event, Told) else "done" for event in told]
        assert names == ["reading", "questions", "draft", "checked", "draft", "checked", "checked", "done"]
        end = told[-1]
        assert isinstance(end, Done)
        assert end.status == "failed"

    run(tmp_path, transport, work)


def test_what_takes_too_long_ends_with_the_composers_draft(tmp_path: Path) -> None:
    transport = Scripted()

    async def work(drive: Drive) -> None:
        end = (await collect(drive))[-1]
        assert isinstance(end, Done)
        assert end.status == "failed"
        assert b'"outcome":"late"' in end.json

    run(tmp_path, transport, work, timeout=0.05)
    assert transport.is_cancelled


def test_who_goes_away_ends_the_call_and_frees_the_note(tmp_path: Path) -> None:
    transport = Scripted()

    async def work(drive: Drive) -> None:
        async def go() -> None:
            async with aclosing(drive.improve(ORDER, "0" * 64, WHO)) as way:
                async for _ in way:
                    pass

        task = asyncio.create_task(go())
        while not transport.asked:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert transport.is_cancelled

    run(tmp_path, transport, work)
    assert [one["event"] for one in records(tmp_path)] == ["opened", "model_call"]


def test_without_its_record_no_call_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    transport = Scripted([written()])

    async def work(drive: Drive) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fail)
            with pytest.raises(JournalError):
                await collect(drive)

    run(tmp_path, transport, work)
    assert not transport.asked
