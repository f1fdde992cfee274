"""The audit keeps what it was told before anything goes on, or says that it cannot."""

import asyncio
import errno
import json
import os
from pathlib import Path
from typing import NoReturn

import pytest

from rewriter.button.audit import IMPROVE, OPENED, Trail, plain
from rewriter.button.chain import RECOVERED, verify
from rewriter.errors import JournalError
from tests.button import records

KEY = b"k"


def open_trail(folder: Path) -> Trail:
    trail = Trail(folder / "audit", KEY)
    trail.open()
    return trail


def fill(folder: Path, count: int = 3) -> None:
    async def go() -> None:
        trail = open_trail(folder)
        await asyncio.gather(*(trail.add(IMPROVE, client=f"c{number}") for number in range(count)))
        await trail.aclose()

    asyncio.run(go())


def holds(folder: Path) -> bool:
    with (folder / "audit").open("rb") as lines:
        return not verify(lines, KEY).fault


def test_records_are_kept_in_order_over_several_openings(tmp_path: Path) -> None:
    fill(tmp_path)
    fill(tmp_path)
    kept = records(tmp_path)
    assert [one["event"] for one in kept] == [OPENED, *[IMPROVE] * 3] * 2
    assert [one["n"] for one in kept] == list(range(1, 9))
    assert holds(tmp_path)


def test_a_record_is_on_the_disk_when_it_is_said_to_be(tmp_path: Path) -> None:
    async def go() -> None:
        trail = open_trail(tmp_path)
        await trail.add(IMPROVE, client="c")
        assert records(tmp_path)[-1]["client"] == "c"
        await trail.aclose()

    asyncio.run(go())


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    fill(tmp_path)
    assert (tmp_path / "audit").stat().st_mode & 0o777 == 0o600


def test_records_that_come_together_are_written_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    syncs = []
    real = os.fsync

    def sync(file: int) -> None:
        syncs.append(file)
        real(file)

    monkeypatch.setattr(os, "fsync", sync)
    fill(tmp_path, 200)
    assert len(records(tmp_path)) == 201
    assert len(syncs) < 20
    assert holds(tmp_path)


@pytest.mark.parametrize("value", ["Testa Patiente", "two\nlines", "x" * 201, "caf\u00e9"])
def test_what_may_be_text_is_refused(tmp_path: Path, value: str) -> None:
    async def go() -> None:
        trail = open_trail(tmp_path)
        with pytest.raises(ValueError, match="ids, hashes and counts only"):
            await trail.add(IMPROVE, user=value)
        await trail.add(IMPROVE, user=plain(value))
        await trail.aclose()

    asyncio.run(go())
    assert value not in (tmp_path / "audit").read_text()


def test_a_second_service_may_not_hold_the_file(tmp_path: Path) -> None:
    trail = open_trail(tmp_path)
    with pytest.raises(JournalError, match="another service"):
        open_trail(tmp_path)
    asyncio.run(trail.aclose())
    asyncio.run(open_trail(tmp_path).aclose())


def test_a_line_that_a_crash_broke_off_is_named_and_the_chain_goes_on(tmp_path: Path) -> None:
    fill(tmp_path)
    path = tmp_path / "audit"
    path.write_bytes(path.read_bytes()[:-30])
    assert not holds(tmp_path)
    fill(tmp_path)
    assert holds(tmp_path)
    assert RECOVERED in path.read_text()


def test_a_file_of_another_key_is_not_gone_on_with(tmp_path: Path) -> None:
    fill(tmp_path)
    before = (tmp_path / "audit").read_bytes()
    with pytest.raises(JournalError, match="another key"):
        Trail(tmp_path / "audit", b"other").open()
    assert (tmp_path / "audit").read_bytes() == before


def test_an_audit_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be written"):
        Trail(tmp_path / "nowhere" / "audit").open()


def test_a_full_disk_stops_records_until_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async def go() -> None:
        trail = open_trail(tmp_path)
        with monkeypatch.context() as patch:
            real = os.write
            patch.setattr(os, "write", lambda file, data: real(file, data[:20]) if len(data) > 60 else fail())
            patch.setattr(os, "fsync", fail)
            with pytest.raises(JournalError, match="No space left"):
                await trail.add(IMPROVE, client="lost")
            assert not trail.is_well
        await trail.add(IMPROVE, client="kept")
        await trail.aclose()

    asyncio.run(go())
    assert holds(tmp_path)
    last = (tmp_path / "audit").read_bytes().splitlines()[-1]
    assert json.loads(last)["client"] == "kept"


def test_a_closed_audit_takes_nothing(tmp_path: Path) -> None:
    async def go() -> None:
        trail = open_trail(tmp_path)
        await trail.aclose()
        with pytest.raises(JournalError, match="closed"):
            await trail.add(IMPROVE)

    asyncio.run(go())


def test_whoever_no_longer_waits_does_not_hold_up_the_others(tmp_path: Path) -> None:
    async def go() -> None:
        trail = open_trail(tmp_path)
        first = asyncio.create_task(trail.add(IMPROVE, client="first"))
        await asyncio.sleep(0)
        first.cancel()
        await trail.add(IMPROVE, client="second")
        await trail.aclose()

    asyncio.run(go())
    assert [one.get("client") for one in records(tmp_path)] == [None, "first", "second"]
