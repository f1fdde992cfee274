"""The commands that need a model, against a small real server."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from rewriter.cli import main
from tests.fault_server import Answer, FaultServer, completion, draft, error

NOTE = "Wt shift to R, TC @ R hip, poor propriocep R LE. goal: amb to bathroom. 20 min"
GOOD = {
    "s1": "Therapist provided {treatment1} for {time1}.",
    "s2": "Patient presented with {impairment1}.",
    "s3": "Therapist facilitated {activity1} using {cue1}.",
}
MODELS = Answer(body=json.dumps({"object": "list", "data": [{"id": "m1", "object": "model"}]}).encode())


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "note.txt"
    path.write_text(NOTE)
    return str(path)


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[FaultServer]:
    answer = getattr(request, "param", draft(GOOD))
    with FaultServer(lambda number, asked: answer) as opened:
        yield opened


def test_a_model_writes_the_note(note: str, server: FaultServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["improve", note, "--engine", "m1", "--base-url", server.url]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("Accepted.")
    assert printed.err == ""


def test_json_stays_clean_and_the_trace_goes_to_stderr(
    note: str, server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["improve", note, "--engine", "m1", "--base-url", server.url, "--format", "json", "--trace"])
    printed = capsys.readouterr()
    assert json.loads(printed.out)["engine"] == "m1"
    assert printed.err.startswith("trace: 1. draft: ok, 100 + 20 tokens")
    assert "propriocep" not in printed.err


@pytest.mark.parametrize(
    ("server", "said"),
    [
        (error(401), "Failed: the model server gave no answer (401). This is the composer's draft instead."),
        (completion(None, refusal="no"), "Failed: the model refused. This is the composer's draft instead."),
        (completion("no json"), "Failed: the model gave no draft that keeps to the note."),
    ],
    indirect=["server"],
)
def test_a_model_that_fails_leaves_the_composers_draft(
    note: str, server: FaultServer, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["improve", note, "--engine", "m1", "--base-url", server.url]) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert printed.startswith(said)
    assert "weight shift to the right" in printed


def test_a_batch_goes_through_a_model(tmp_path: Path, server: FaultServer, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text("".join(json.dumps({"id": number, "text": NOTE}) + "\n" for number in (1, 2)))
    assert main(["improve", "--batch", str(path), "--engine", "m1", "--base-url", server.url]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], row["engine"]) for row in rows] == [(1, "m1"), (2, "m1")]


def test_the_prompts_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts"]) == 0
    assert "arrange: 1" in capsys.readouterr().out
    assert main(["prompts", "--format", "json"]) == 0
    assert {row["name"] for row in json.loads(capsys.readouterr().out)} == {"arrange", "prose"}


def test_a_prompt_is_shown_compared_and_rendered(note: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "prose@1"]) == 0
    assert "--- repair ---" in capsys.readouterr().out
    assert main(["prompts", "arrange", "--diff", "prose"]) == 0
    assert capsys.readouterr().out.startswith("--- prose@1")
    assert main(["prompts", "arrange", "--note", note]) == 0
    assert "{activity1} = weight shift to the right" in capsys.readouterr().out


def test_an_unknown_prompt_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "nothing"]) == 2
    assert capsys.readouterr().err == "error: there is no such prompt; there are: arrange, prose\n"


def test_the_doctor_says_what_is_well(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted")
    ready = completion('{"sentences": [{"id": "s1", "text": "ready"}]}')

    def script(number: int, request: Mapping[str, Any]) -> Answer:
        return ready if request else MODELS

    with FaultServer(script) as server:
        assert main(["doctor", "--base-url", server.url]) == 0
        assert main(["doctor", "--base-url", server.url, "--format", "json"]) == 0
    printed = capsys.readouterr().out
    assert "ok answers: yes, 1 models" in printed
    assert "planted" not in printed


def test_the_doctor_fails_where_no_server_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--base-url", "http://127.0.0.1:9/v1"]) == 1
    assert "NO answers: no: no connection" in capsys.readouterr().out
