from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from rewriter.bulk.journal import find_chunks
from rewriter.bulk.tally import FAILING, FINISHED
from rewriter.improve import Begun, begin
from rewriter.note import Note
from rewriter.settings import Settings
from tests.batch_run import ROWS, Killed, Point, go, last_job, left_open, mended, well
from tests.batch_server import BatchServer
from tests.bulk import results

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _as_openai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Settings, "is_openai", True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bulk.journal"


@pytest.mark.parametrize(("method", "where"), [("POST", "/files"), ("POST", "/batches")])
def test_a_creation_whose_answer_was_lost_is_not_made_twice(path: Path, method: str, where: str) -> None:
    lost = [(500, True)]

    def fail(verb: str, place: str) -> tuple[int, bool] | None:
        return lost.pop() if lost and (verb, place) == (method, where) else None

    with BatchServer(well, fault=fail) as server:
        _, how = go(path, server, ROWS)
        assert how == FINISHED
        assert (len(server.uploads), len(server.requests)) == (1, 1)
        assert server.files == {}


@pytest.mark.parametrize("place", ["/files", "/batches"])
def test_a_server_that_takes_nothing_ends_the_run_and_the_next_one_goes_on(path: Path, place: str) -> None:
    broken = True

    def fail(method: str, where: str) -> tuple[int, bool] | None:
        return (503, False) if broken and (method, where) == ("POST", place) else None

    with BatchServer(well, fault=fail) as server:
        _, how = go(path, server, ROWS)
        assert how == FAILING
        assert server.files == {}
        assert set(results(path).values()) == {""}
        broken = False
        _, how = go(path, server, ROWS)
        assert how == FINISHED
    assert set(results(path).values()) == {"accepted"}


def test_a_file_that_cannot_be_deleted_costs_no_result(path: Path) -> None:
    broken = True
    with BatchServer(well, fault=lambda method, _: (403, False) if broken and method == "DELETE" else None) as server:
        _, how = go(path, server, ROWS)
        assert how == FINISHED
        assert left_open(path) == 1
        assert server.files
        broken = False
        go(path, server, ROWS)  # has nothing to ask, but deletes them
        assert server.files == {}
    assert left_open(path) == 0


def kill_and_go_on(path: Path, kill_at: int) -> tuple[bool, BatchServer]:
    """Kill a run at a point, then do another one; return whether the point was reached, and the server after it."""
    point = Point(kill_at)
    with BatchServer(mended) as server:
        with suppress(Killed):
            go(path, server, ROWS[:2], point=point)
        _, how = go(path, server, ROWS[:2])
        assert how == FINISHED
    return point.passed >= kill_at, server


def test_killed_at_any_moment_no_note_is_lost_and_no_answer_is_paid_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The same two notes all the time: they are read once.
    known: dict[str, Begun] = {}

    def begin_once(note: Note, *rest: Any, **rules: Any) -> Begun:
        if note.text not in known:
            known[note.text] = begin(note, *rest, **rules)
        return known[note.text]

    monkeypatch.setattr("rewriter.underway.begin", begin_once)
    kill_at, killed = -2, True
    while killed:
        kill_at += 3  # every third point: all of them take a minute
        path = tmp_path / f"{kill_at}.journal"
        killed, server = kill_and_go_on(path, kill_at)
        assert set(results(path).values()) == {"accepted"}, kill_at
        assert max(server.answered.values()) == 1, kill_at
        assert server.files == {}, kill_at
        assert last_job(path).calls == server.answered.total(), kill_at
        assert left_open(path) == 0, kill_at
        assert not find_chunks(path), kill_at
    assert kill_at > 40
