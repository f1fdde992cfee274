"""Runs through Inspect, against a server on loopback that does as its script says."""

import gc
import json
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="the extra `eval` is not installed")

from rewriter.bulk.prices import Rates
from rewriter.bulk.server import Bounds
from rewriter.bulk.tally import BUDGET, FAILING, FINISHED, Tally
from rewriter.errors import SettingsError
from rewriter.evaluate.compare import compare
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.gate import judge_gate
from rewriter.evaluate.order import Order
from rewriter.evaluate.replies import OFFLINE
from rewriter.evaluate.run import Ended, run
from tests.bulk import GOOD
from tests.evaluated_run import COMPOSED, arm, careless, lines, order, worse
from tests.fault_server import Answer, FaultServer, draft, error

# Inspect leaves some of its own streams to be closed by the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Have what Inspect left closed while its warnings are still expected."""
    yield
    gc.collect()


def go(path: Path, wanted: Order, tally: Tally | None = None) -> Ended:
    return run(Folder(path), wanted, tally or Tally())


def good(_: int, request: Mapping[str, Any]) -> Answer:
    return draft(GOOD)


def test_every_sample_is_run_by_every_arm_in_every_epoch(tmp_path: Path) -> None:
    with FaultServer(good) as server:
        ended = go(tmp_path, order([COMPOSED, arm(server.url)], 3, epochs=2))
    assert ended.how == FINISHED
    assert ended.missing == 0
    told = {name: [(one.sample, one.epoch) for one in records] for name, records in ended.records.items()}
    every = [(f"e{number}", epoch) for number in range(3) for epoch in (1, 2)]
    assert told == {"compose": every, "m arrange@1": every}
    assert {one.run.status for one in ended.records["m arrange@1"]} == {"accepted"}
    assert len(server.requests) == 6


def test_records_hold_scores_replies_and_what_the_run_took(tmp_path: Path) -> None:
    with FaultServer(good) as server:
        ended = go(tmp_path, order([arm(server.url)], 1, bounds=Bounds(1, rates=Rates(1.0, 2.0))))
    [record] = ended.records["m arrange@1"]
    assert record.scores["first_draft_taken"] == 1
    assert record.scores["edit_distance"] is not None
    assert json.loads(record.replies[0])["sentences"][0]["id"] == "s1"
    assert record.run.cost == pytest.approx((100 * 1 + 20 * 2) / 1e6)
    assert record.run.versions.prompt == "arrange@1"


def test_what_is_done_is_not_asked_again(tmp_path: Path) -> None:
    with FaultServer(good) as server:
        first = go(tmp_path, order([arm(server.url)], 3))
        again = go(tmp_path, order([arm(server.url)], 3))
        assert len(server.requests) == 3
    assert again.records == first.records


def test_arms_may_be_added_to_a_run(tmp_path: Path) -> None:
    with FaultServer(good) as server:
        go(tmp_path, order([COMPOSED], 2))
        go(tmp_path, order([arm(server.url)], 2))
    assert list(Folder(tmp_path).read()) == ["compose", "m arrange@1"]


def test_another_run_takes_the_replies_that_were_kept(tmp_path: Path) -> None:
    with FaultServer(good) as server:
        one = go(tmp_path / "one", order([arm(server.url)], 3))
        kept = tmp_path / "one" / "replies.journal"
        other = go(tmp_path / "other", order([arm(server.url)], 3, replies=kept, offline=True))
        assert len(server.requests) == 3
    texts = [[record.run.rewrite for record in ended.records["m arrange@1"]] for ended in (one, other)]
    assert texts[0] == texts[1]


def test_epochs_are_asked_each_for_itself(tmp_path: Path) -> None:
    with FaultServer(good) as server:
        go(tmp_path, order([arm(server.url)], 1, epochs=3))
        assert len(server.requests) == 3


def test_offline_what_was_never_asked_is_missing(tmp_path: Path) -> None:
    ended = go(tmp_path, order([COMPOSED, arm("http://127.0.0.1:9/v1")], 2, offline=True))
    assert ended.how == OFFLINE
    assert ended.missing == 2
    assert len(ended.records["compose"]) == 2


def test_no_more_is_spent_than_the_budget_and_a_larger_one_goes_on(tmp_path: Path) -> None:
    rates, cap = Rates(1.0, 1.0), 0.03
    with FaultServer(lambda number, request: draft(GOOD, usage=(1000, 200))) as server:
        arms = [arm(server.url, "m"), arm(server.url, "n")]
        ended = go(tmp_path, order(arms, 20, bounds=Bounds(2, money=cap, rates=rates)))
        assert ended.how == BUDGET
        assert 0 < ended.missing < 40
        assert sum(server.charged) / 1e6 <= cap
        before = len(server.requests)
        ended = go(tmp_path, order(arms, 20, bounds=Bounds(2, money=1, rates=rates)))
        assert ended.missing == 0
        assert len(server.requests) == 40 >= before


def test_money_cannot_be_capped_where_no_price_is_known(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no price is known"):
        go(tmp_path, order([arm("http://127.0.0.1:9/v1")], 1, bounds=Bounds(1, money=1.0)))


def test_a_server_that_fails_leaves_its_samples_for_the_next_run(tmp_path: Path) -> None:
    down = True

    def script(_: int, request: Mapping[str, Any]) -> Answer:
        return error(400) if down else draft(GOOD)

    with FaultServer(script) as server:
        ended = go(tmp_path, order([COMPOSED, arm(server.url)], 3))
        assert ended.missing == 3
        assert ended.how != FINISHED
        down = False
        ended = go(tmp_path, order([COMPOSED, arm(server.url)], 3))
    assert ended.missing == 0
    assert ended.how == FINISHED


def test_a_server_that_keeps_failing_ends_the_run(tmp_path: Path) -> None:
    with FaultServer(lambda number, request: error(400)) as server:
        ended = go(tmp_path, order([arm(server.url)], 60, bounds=Bounds(1)))
        assert ended.how == FAILING
        assert len(server.requests) < 60


def test_a_run_of_other_samples_does_not_go_into_the_same_folder(tmp_path: Path) -> None:
    go(tmp_path, order([COMPOSED], 2))
    with pytest.raises(SettingsError, match="other samples"):
        go(tmp_path, order([COMPOSED], 3))


def test_a_worse_prompt_is_caught_by_the_gate_and_the_same_one_twice_is_not(tmp_path: Path) -> None:
    with FaultServer(careless) as server:
        arms = [arm(server.url), arm(server.url, "again"), arm(server.url, prompt=worse())]
        records = go(tmp_path, order(arms, 40)).records
    base, twin, bad = (records[one.name] for one in arms)
    assert judge_gate(compare(base, twin)).holds
    gate = judge_gate(compare(base, bad))
    assert not gate.holds
    assert {item.margin.score for item in gate.passages if item.verdict == "worse"} >= {"draft_taken"}


def test_killed_at_half_a_rerun_repeats_at_most_what_was_in_flight(tmp_path: Path) -> None:
    count, width = 40, 4
    answered: Counter[str] = Counter()
    half = threading.Event()

    def script(_: int, request: Mapping[str, Any]) -> Answer:
        answered[json.dumps(request["messages"])] += 1
        if answered.total() >= count // 2:
            half.set()
        return draft(GOOD)

    samples = tmp_path / "samples.jsonl"
    samples.write_bytes(lines(count))
    with FaultServer(script) as server:
        command = [
            *(
                sys.executable,
                "-m",
                "rewriter",
                "eval",
                "run",
                "--samples",
                str(samples),
                "--out",
                str(tmp_path / "run"),
            ),
            *("--model", "m", "--base-url", server.url, "--concurrency", str(width)),
        ]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and not half.is_set():
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert answered.total() < count
        done = subprocess.run([*command, "--format", "json"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["missing"] == 0
    assert len(answered) == count
    assert answered.total() <= count + width


def test_nothing_of_a_note_is_left_outside_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    monkeypatch.setenv("HOME", str(home))
    go(tmp_path / "run", order([COMPOSED], 2))
    assert not [file for file in home.rglob("*") if file.is_file() and b"Wt shift" in file.read_bytes()]
