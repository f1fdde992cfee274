"""`rewriter bulk`: a job from its source to its exports, and what a person is told."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rewriter.bulk.journal import Journal
from rewriter.cli import main
from tests.bulk import GOOD, note
from tests.fault_server import FaultServer, draft, error

pytestmark = pytest.mark.slow

COUNT = 12
THIN = "NMR, tol well"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(lambda number, request: draft(GOOD, usage=(5_000, 500))) as server:
        yield server


def put(folder: Path, *lines: object, name: str = "notes.jsonl") -> str:
    path = folder / name
    path.write_text("".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines))
    return str(path)


def notes(count: int = COUNT) -> list[dict[str, Any]]:
    return [{"id": f"n{number}", "text": note(number), "clinician": f"c{number % 3}"} for number in range(count)]


def bulk(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, Any]:
    code = main(["bulk", *argv, "--format", "json"])
    captured = capsys.readouterr()
    return code, json.loads(captured.out) if captured.out else captured.err


def test_a_job_does_every_note_and_lists_what_was_no_note(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = put(folder, *notes(), {"id": "thin", "text": THIN}, {"id": "empty"}, "{no json\n")
    code, told = bulk(capsys, "run", source, "--processes", "1")
    assert (code, told["done"], told["rejected"], told["not_done"]) == (1, COUNT + 1, 2, 0)
    assert (told["accepted"], told["ended"]) == (COUNT, "finished")
    code, told = bulk(capsys, "export", "rejects.jsonl", "--kind", "rejects")
    assert (code, told["written"]) == (0, 2)


def test_a_second_run_does_only_what_is_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = put(folder, *notes())
    bulk(capsys, "run", source, "--processes", "1")
    put(folder, *notes(COUNT + 1))
    main(["bulk", "run", source, "--processes", "1"])
    last = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (last["done"], last["had_result"]) == (1, COUNT)


def test_a_dry_run_tells_what_would_be_done_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], server: FaultServer
) -> None:
    source = put(folder, *notes(), {"id": "thin", "text": THIN})
    model = ("--engine", "m", "--base-url", server.url)
    code, told = bulk(capsys, "run", source, "--dry-run", *model, "--price", "1,2")
    assert (code, told["to_do"], told["need_model"], told["need_no_model"]) == (0, COUNT + 1, COUNT, 1)
    assert 0 < told["cost"][0] < told["cost"][1]
    assert not server.requests
    assert not list(folder.glob("bulk.journal*"))


def test_a_budget_ends_the_run_with_its_own_code_and_a_larger_one_goes_on(
    folder: Path, capsys: pytest.CaptureFixture[str], server: FaultServer
) -> None:
    source = put(folder, *notes())
    code, told = bulk(
        capsys, "run", source, "--engine", "m", "--base-url", server.url, "--processes", "1", "--concurrency", "1",
        "--budget-tokens", "60000",
    )  # fmt: skip
    assert (code, told["ended"]) == (3, "budget")
    assert 0 < told["done"] < COUNT
    asked = len(server.requests)
    code, told = bulk(capsys, "resume", "--budget-tokens", "10000000")
    assert (code, told["done"], told["runs"]) == (0, COUNT, 2)
    assert len(server.requests) == COUNT > asked


def test_no_money_at_the_server_ends_the_run_with_its_own_code(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with FaultServer(lambda number, request: error(429, "insufficient_quota")) as server:
        source = put(folder, *notes())
        code, told = bulk(capsys, "run", source, "--engine", "m", "--base-url", server.url, "--processes", "1")
    assert (code, told["ended"], told["done"]) == (4, "quota", 0)


def test_retry_does_what_failed_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = [draft({"s1": "Therapist used {cue9}."})] * 4
    with FaultServer(lambda number, request: bad.pop() if bad else draft(GOOD)) as server:
        source = put(folder, *notes(1))
        code, told = bulk(capsys, "run", source, "--engine", "m", "--base-url", server.url, "--processes", "1")
        if code == 0:
            pytest.fail("the first run was to fail")
        assert told["failed"] == 1
        code, told = bulk(capsys, "retry")
    assert (code, told["failed"], told["accepted"]) == (0, 0, 1)


def test_answers_of_a_worklist_do_their_notes_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = put(folder, {"id": "a", "text": "Wt shift R x8 for poor propriocep R LE, TC @ R hip. 15 min"}, *notes(2))
    _, told = bulk(capsys, "run", source, "--processes", "1")
    assert told["needs_input"] == 1
    bulk(capsys, "export", "worklist.jsonl", "--kind", "worklist")
    rows = [json.loads(line) for line in (folder / "worklist.jsonl").read_text().splitlines()]
    filled = [{**row, "answer": "walking to the bathroom", "answered_on": "2026-11-20"} for row in rows]
    answers = put(folder, *filled, name="filled.jsonl")
    code, told = bulk(capsys, "run", source, "--processes", "1", "--answers", answers)
    assert (code, told["needs_input"], told["accepted"]) == (0, 0, 3)


def test_status_and_purge_tell_and_remove_everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = put(folder, *notes(2))
    bulk(capsys, "run", source, "--processes", "1")
    bulk(capsys, "export", "drafts.jsonl")
    code, told = bulk(capsys, "status")
    assert (code, [job["accepted"] for job in told]) == (0, [2])
    assert main(["bulk", "status"]) == 0
    assert "accepted    2" in capsys.readouterr().out
    _, told = bulk(capsys, "purge")
    assert str(folder / "drafts.jsonl") in told["would_remove"]
    bulk(capsys, "purge", "--yes")
    assert [path.name for path in folder.iterdir()] == ["notes.jsonl"]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("run",), "a file, a folder, or a database"),
        (("run", "nowhere.jsonl"), "no such file"),
        (("run", "notes.jsonl", "--concurrency", "0"), "--concurrency must be a whole number above zero"),
        (("run", "notes.jsonl", "--budget", "much"), "--budget must be a number above zero"),
        (("run", "notes.jsonl", "--price", "1"), "a price is dollars"),
        (("run", "notes.jsonl", "--batch-api"), "name one by --engine"),
        (("run", "notes.jsonl", "--journal", "no/such/journal"), "cannot be opened"),
        (("resume",), "no journal at this path"),
        (("status", "--journal", "notes.jsonl"), "not a journal"),
        (("purge", "--journal", "notes.jsonl", "--yes"), "not a journal"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_no_journal(
    argv: tuple[str, ...], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, *notes(1))
    assert main(["bulk", *argv]) == 2
    assert said in capsys.readouterr().err
    assert not list(folder.glob("bulk.journal*"))


def test_a_job_whose_rules_changed_is_not_resumed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = put(folder, *notes(1))
    bulk(capsys, "run", source, "--processes", "1")
    journal = Journal(folder / "bulk.journal")
    journal.execute("UPDATE job SET digest = x'00'")
    journal.close()
    assert main(["bulk", "resume"]) == 2
    assert "begins a new job" in capsys.readouterr().err


def test_ctrl_c_finishes_what_is_in_flight_and_says_how_to_go_on(folder: Path) -> None:
    def reply(number: int, request: Any) -> Any:
        time.sleep(0.05)
        return draft(GOOD)

    source = put(folder, *notes(400))
    with FaultServer(reply) as server:
        command = [sys.executable, "-m", "rewriter", "bulk", "run", source, "--engine", "m", "--base-url", server.url]
        process = subprocess.Popen(
            [*command, "--processes", "1", "--concurrency", "2"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        )
        while not server.requests and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"rewriter bulk resume" in out
    journal = Journal(folder / "bulk.journal")
    job = journal.job()
    counts = journal.count(job)
    journal.close()
    # Nothing that was asked for is lost: each request has its note's result.
    assert counts[("accepted", "")] == len(server.requests) == job.calls
