"""`rewriter check --previous`, and "previous" in the lines of a batch."""

import json
from pathlib import Path

import pytest

from rewriter.cli import main

NOTE = "Quadruped rocking w/ approximation through both shoulders, TC at sacrum for a level pelvis. 25 min"


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, "utf-8")
    return str(path)


def run(tmp_path: Path, note: str, lines: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    path = tmp_path / "earlier.jsonl"
    path.write_text(lines, "utf-8")
    code = main(["check", note, "--previous", str(path), "--format", "json"])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_cloned_note_is_found(tmp_path: Path, note: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = json.dumps({"id": 1, "text": NOTE, "date": "2026-11-03"})
    code, out, _ = run(tmp_path, note, line + "\n\n", capsys)
    assert code == 1
    assert "REC420" in {item["code"] for item in json.loads(out)["findings"]}


def test_an_empty_file_is_fine(tmp_path: Path, note: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(tmp_path, note, "", capsys)
    assert (code, err) == (1, "")
    assert not [item for item in json.loads(out)["findings"] if item["code"].startswith("REC42")]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('{"id": 1, "text": "x"}\n{oops', "line 2 of the earlier notes is not valid JSON"),
        ('{"id": 1, "text": "x"}\n\n{"id": 2, "text": 5}', "line 3 of the earlier notes: 'text' must be text"),
        ("7", "line 1 of the earlier notes is not a JSON object"),
    ],
)
def test_a_broken_line_is_named(
    tmp_path: Path, note: str, capsys: pytest.CaptureFixture[str], lines: str, says: str
) -> None:
    code, out, err = run(tmp_path, note, lines, capsys)
    assert (code, out) == (2, "")
    assert says in err


def test_batch_lines_carry_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "batch.jsonl"
    lines = [
        {"id": 1, "rewrite": NOTE, "previous": [{"id": 1, "text": NOTE}]},
        {"id": 2, "rewrite": NOTE},
        {"id": 3, "rewrite": NOTE, "previous": [{"id": 1, "text": "x"}, {"id": 2}]},
        {"id": 4, "rewrite": NOTE, "previous": "x"},
    ]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert main(["check", "--batch", str(path)]) == 2
    one, two, three, four = map(json.loads, capsys.readouterr().out.splitlines())
    assert "REC420" in {item["code"] for item in one["findings"]}
    assert "REC420" not in {item["code"] for item in two["findings"]}
    assert three["error"] == "earlier note 2: 'text' must be text"
    assert "must be a list" in four["error"]


def test_a_file_of_earlier_notes_does_not_go_with_a_batch(tmp_path: Path, note: str) -> None:
    assert main(["check", "--batch", note, "--previous", note]) == 2
