"""`rewriter improve --signed`: the command line of addenda and late entries."""

import json
from pathlib import Path
from typing import Any

import pytest

from rewriter.cli import main
from tests.console import run_json

TEXT = "wt shift w/ TC @ pelvis, impaired balance, gait at home.\r\n7/10 steady, min A. 24 min\r\n"
ENTRY = (
    "--signed", "--author", "A. Zefgq, PT", "--reason", "omitted", "--basis", "memory", "--entered", "2026-11-20T14:05",
)  # fmt: skip


@pytest.fixture
def note(tmp_path: Path) -> list[str]:
    (tmp_path / "n.txt").write_bytes(TEXT.encode())
    (tmp_path / "v.json").write_text('{"date": "2026-11-18"}')
    return ["improve", str(tmp_path / "n.txt"), "--visit", str(tmp_path / "v.json")]


def run_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str], *items: Any, more: tuple[str, ...] = ()) -> list[Any]:
    path = tmp_path / "b.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": TEXT, **item}) + "\n" for n, item in enumerate(items)))
    main(["improve", "--batch", str(path), *more])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_whole_entry_is_accepted_and_ends_with_the_original(
    note: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, data = run_json(capsys, *note, *ENTRY)
    assert (code, data["status"], data["rewrite"], data["segments"]) == (0, "accepted", None, [])
    record = data["record"]
    assert record["text"].endswith("Original entry, unchanged:\n" + TEXT)
    assert (record["kind"], record["service_date"], record["entered"]) == (
        "late_entry", "2026-11-18", "2026-11-20T14:05",
    )  # fmt: skip


def test_the_text_output_ends_with_the_original_byte_for_byte(
    note: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([*note, *ENTRY]) == 0
    printed = capfdbinary.readouterr().out
    assert printed.endswith(b"Original entry, unchanged:\n" + TEXT.encode() + b"\n")
    assert b"Draft for review" not in printed
    assert printed.count(b"Clarified wording") == 1


def test_gaps_are_asked_for_and_exit_1(note: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*note, "--signed", "--entered", "2026-11-20T14:05"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("Needs input: 3 answers needed")
    assert 'Give it with: --author "..."' in printed
    assert "Reason: [reason for this entry not given]" in printed
    code, data = run_json(capsys, *note, "--signed")
    assert (code, data["status"]) == (1, "needs_input")
    assert [item["code"] for item in data["questions"]][-3:] == ["REC403"] * 3


def test_an_entry_is_dated_now_where_nothing_else_is_said(note: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    _, data = run_json(capsys, *note[:2], "--signed")
    assert data["record"]["entered"][:2] == "20"
    assert data["record"]["service_date"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        ["--signed", "--entered", "2026-11-17T10:00"],
        ["--signed", "--entered", "2026-11-20"],
        ["--author", "A. Zefgq"],
        ["--entered", "2026-11-20T14:05"],
        ["--answered-on", "soon", "--answer", "DOC130=walking"],
        ["--answered-on", "2026-11-17", "--answer", "DOC130=walking"],
    ],
)
def test_a_wrong_entry_is_refused(note: list[str], wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*note, *wrong]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert "Zefgq" not in printed.err


def test_a_visit_that_is_signed_needs_no_flag(
    note: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "v.json").write_text('{"date": "2026-11-18", "signed_on": "2026-11-18"}')
    _, data = run_json(capsys, *note)
    assert data["rewrite"] is None
    assert data["record"]["kind"] == "late_entry"


def test_an_unsigned_note_gives_a_draft_for_review(note: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    more = ["--answer", "DOC130=walking to the bathroom", "--answered-on", "2026-11-20"]
    assert main([*note, *more]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert printed.startswith("Accepted. Draft for review by the treating clinician: no part of the record until")
    assert "Information added on 2026-11-20, not in the original entry:" in printed
    assert printed.count("Therapist provided") == 1
    _, data = run_json(capsys, *note)
    assert data["record"]["kind"] == "draft"
    assert data["record"]["text"].endswith(data["rewrite"])


def test_lines_of_a_batch_say_for_themselves_whether_they_are_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit = {"date": "2026-11-18"}
    whole = {"author": "A. Zefgq, PT", "reason": "omitted", "basis": "log", "entered": "2026-11-18T18:00"}
    rows = run_batch(
        tmp_path, capsys, {"visit": visit}, {"visit": visit, "signed": whole}, {"visit": visit, "signed": True},
        {"visit": visit, "signed": {"entered": "2026-11-01T10:00"}}, {"signed": "yes"},
    )  # fmt: skip
    assert [row.get("record", {}).get("kind") for row in rows] == ["draft", "addendum", "late_entry", None, None]
    assert [row.get("status") for row in rows[:3]] == ["accepted", "accepted", "needs_input"]
    assert all("error" in row for row in rows[3:])


def test_the_options_hold_for_all_lines_that_say_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines: tuple[dict[str, Any], ...] = ({}, {"signed": {"author": "Q. Werbt, OTR"}}, {"signed": False})
    rows = run_batch(tmp_path, capsys, *({"visit": {"date": "2026-11-18"}, **line} for line in lines), more=ENTRY)
    assert [row["record"]["author"] for row in rows] == ["A. Zefgq, PT", "Q. Werbt, OTR", None]
    assert [row["rewrite"] is None for row in rows] == [True, True, False]


def test_answers_of_a_line_may_be_dated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    visit = {"date": "2026-11-18"}
    answers = {"DOC130": {"text": "walking", "date": "2026-11-19"}, "DOC140": "steadier"}
    rows = run_batch(
        tmp_path, capsys, {"visit": visit, "answers": answers, "answered_on": "2026-11-20"},
        {"visit": visit, "answers": {"DOC130": {"text": 1}}}, {"visit": visit, "answers": {"DOC130": {"date": "x"}}},
        {"answers": ["x"]}, {"answers": {"DOC130": "walking"}, "answered_on": "x"},
    )  # fmt: skip
    assert "Information added on 2026-11-19" in rows[0]["record"]["text"]
    assert "Information added on 2026-11-20" in rows[0]["record"]["text"]
    assert all("error" in row for row in rows[1:])


def test_the_day_of_answers_of_a_batch_stands_in_its_lines(tmp_path: Path) -> None:
    assert main(["improve", "--batch", str(tmp_path / "b.jsonl"), "--answered-on", "2026-11-20"]) == 2
