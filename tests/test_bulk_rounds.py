import os
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from rewriter.bulk.budget import Budget, Spent
from rewriter.bulk.journal import find_chunks
from rewriter.bulk.prices import Rates
from rewriter.bulk.rounds import BatchRunner, open_batch_calls
from rewriter.bulk.row import Reject
from rewriter.bulk.server import Bounds
from rewriter.bulk.tally import BUDGET, FINISHED, INTERRUPTED
from rewriter.errors import SettingsError
from rewriter.loop import Usage
from rewriter.model import open_engine
from rewriter.settings import Settings, load_settings
from tests.batch_run import AIDE, ROWS, go, last_job, left_open, mended, well
from tests.batch_server import BatchServer, Json, Line, draft
from tests.bulk import GOOD, note, results, row

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _as_openai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Settings, "is_openai", True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bulk.journal"


def test_notes_are_asked_in_one_batch_and_nothing_is_left_with_the_server(path: Path) -> None:
    with BatchServer(well, looks=3) as server:
        runner, how = go(path, server, [*ROWS, row(50, AIDE), Reject("row 9", "", "no"), row(51, "")])
        assert how == FINISHED
        assert len(server.batches) == 1
        assert server.files == {}
    assert Counter(results(path).values()) == {"accepted": 12, "refused": 1, "rejected": 1}
    tally = runner.tally
    assert (tally.done, tally.calls, tally.rejected, tally.read) == (13, 12, 2, 15)
    assert tally.usage == last_job(path).usage == Usage(1200, 240)
    assert not find_chunks(path)
    assert left_open(path) == 0


def test_what_is_sent_is_what_the_batch_api_takes(path: Path) -> None:
    seen: list[Json] = []

    def script(line: Json) -> Line:
        seen.append(line)
        return well(line)

    with BatchServer(script) as server:
        go(path, server, ROWS[:1], tier="flex")
        assert server.uploads == [
            {"purpose": "batch", "expires_after[anchor]": "created_at", "expires_after[seconds]": "604800"}
        ]
        made = server.requests[0]
    assert made["output_expires_after"] == {"anchor": "created_at", "seconds": 604800}
    assert (made["endpoint"], made["completion_window"]) == ("/v1/chat/completions", "24h")
    assert set(made["metadata"]) == {"job", "chunk", "sha"}
    body = seen[0]["body"]
    assert (seen[0]["method"], seen[0]["url"]) == ("POST", "/v1/chat/completions")
    assert (body["model"], body["store"], body["max_completion_tokens"]) == ("m", False, 1200)
    assert "service_tier" not in body


def test_repairs_are_further_batches(path: Path) -> None:
    with BatchServer(mended) as server:
        runner, how = go(path, server, ROWS)
        assert how == FINISHED
        assert len(server.batches) == 2
        assert max(server.answered.values()) == 1
        repaired = sum(name.endswith("-1") for name in server.answered)
    assert 0 < repaired < 12
    assert runner.tally.calls == 12 + repaired
    assert (runner.tally.read, runner.tally.done) == (12, 12)
    assert set(results(path).values()) == {"accepted"}


def test_a_budget_is_used_up_in_rounds_and_then_it_ends(path: Path) -> None:
    # The most that one may take is about a quarter of it; each takes a sixteenth.
    budget = Budget(Rates(1, 1).price, 0.02)
    with BatchServer(lambda _: draft(GOOD, (1_050, 200))) as server:
        runner, how = go(path, server, [row(number) for number in range(30)], budget=budget)
        assert how == BUDGET
        assert len(server.batches) > 2
    assert 0.01 < runner.tally.cost <= 0.02
    assert budget._held == Spent()
    assert last_job(path).cost == pytest.approx(runner.tally.cost)
    assert Counter(results(path).values())["accepted"] == runner.tally.calls
    assert not find_chunks(path)


def test_a_stop_leaves_the_batch_with_the_server_and_the_next_run_takes_it(path: Path) -> None:
    looked = 0
    runners: list[BatchRunner] = []

    def watch(method: str, where: str) -> None:
        nonlocal looked
        looked += method == "GET" and where.startswith("/batches/")
        if looked == 2:
            runners[0].stop(INTERRUPTED)

    with BatchServer(well, looks=5, fault=watch) as server:
        _, how = go(path, server, ROWS, begin=runners.append)
        assert how == INTERRUPTED
        assert set(results(path).values()) == {""}
        assert left_open(path) == 1
        runner, how = go(path, server, ROWS)
        assert how == FINISHED
        assert len(server.batches) == 1
        assert server.files == {}
    assert (runner.tally.calls, runner.tally.done) == (12, 12)


def test_a_stop_while_notes_are_read_sends_nothing(path: Path) -> None:
    with BatchServer(well) as server:
        _, how = go(path, server, ROWS, begin=lambda runner: runner.stop(INTERRUPTED))
        assert how == INTERRUPTED
        assert not server.batches
    assert not find_chunks(path)


def test_a_stop_does_not_wait_for_a_server_in_trouble(path: Path) -> None:
    asked = 0
    runners: list[BatchRunner] = []

    def fail(method: str, where: str) -> tuple[int, bool] | None:
        nonlocal asked
        if method == "GET" and where.startswith("/batches/"):
            asked += 1
            if asked == 10:
                runners[0].stop(INTERRUPTED)
            return 503, False
        return None

    with BatchServer(well, fault=fail) as server:
        _, how = go(path, server, ROWS, begin=runners.append)
    assert how == INTERRUPTED
    assert asked < 15


def test_a_note_whose_process_dies_twice_is_a_fault(path: Path) -> None:
    with BatchServer(well) as server:
        runner, how = go(path, server, ROWS[:3], dies_at=note(1))
    assert how == FINISHED
    assert runner.tally.statuses == {"accepted": 2, "fault": 1}


def test_files_of_requests_are_for_their_owner_alone(path: Path) -> None:
    modes: list[int] = []

    def look(method: str, where: str) -> None:
        if (method, where) == ("POST", "/files"):
            modes.extend(os.stat(file).st_mode & 0o777 for file in find_chunks(path))

    with BatchServer(well, fault=look) as server:
        go(path, server, ROWS)
    assert modes == [0o600]


def test_what_asks_by_batches_is_opened_from_plain_limits() -> None:
    settings = load_settings(base_url="https://api.openai.com/v1", api_key="k")
    engine = open_engine("gpt-6-luna", settings=settings)
    calls = open_batch_calls(engine, settings, Bounds(money=1.0), used=Usage(10, 5), cost=0.25)
    assert calls.budget.spent == Spent(Decimal("0.25"), 15)
    assert calls.budget.price
    assert calls.budget.price(Usage(1_000)) == Decimal("0.00005")  # half of the published price


def test_only_openai_is_sent_batches_and_an_unknown_price_caps_no_money(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(base_url="https://api.openai.com/v1")
    with pytest.raises(SettingsError, match="no price is known"):
        open_batch_calls(open_engine("mine", settings=settings), settings, Bounds(money=1.0))
    monkeypatch.setattr(Settings, "is_openai", False)
    with pytest.raises(SettingsError, match="Batch API is OpenAI's"):
        open_batch_calls(open_engine("m", settings=settings), settings, Bounds())
