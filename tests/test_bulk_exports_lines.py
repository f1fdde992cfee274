from pathlib import Path

from rewriter import Note, improve
from rewriter.bulk.exports import export
from rewriter.bulk.outcome import FAULT, Outcome
from rewriter.bulk.row import Row
from tests.exported import ACCEPTED, HOSTILE, ORIGIN, fill, note, read_lines


def test_a_line_is_the_whole_result_and_whence_it_came(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [Row("row 2", HOSTILE, {"text": ACCEPTED}, "c1", "2026-11-01", ORIGIN)])
    path = tmp_path / "out.jsonl"
    assert export(journal, job, path) == 1
    (line,) = read_lines(path)
    whence = {name: line.pop(name) for name in ("id", "place", "clinician", "date", "origin", "cause", "record")}
    assert whence.pop("record")["kind"] == "draft"
    assert whence == {
        "id": HOSTILE,
        "place": "row 2",
        "clinician": "c1",
        "date": "2026-11-01",
        "origin": ORIGIN,
        "cause": "",
    }
    assert line == improve(Note(ACCEPTED)).to_dict()
    journal.close()


def test_a_fault_is_a_line_without_a_result(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [])
    journal.add_items(job, [(note("a"), b"1")])
    journal.add_outcome(b"1", Outcome(FAULT, "internal fault: ValueError"))
    export(journal, job, tmp_path / "out.jsonl")
    (line,) = read_lines(tmp_path / "out.jsonl")
    assert (line["status"], line["cause"], "rewrite" in line) == (FAULT, "internal fault: ValueError", False)
    journal.close()
