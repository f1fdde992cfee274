from pathlib import Path

from rewriter.bulk.exports import export
from tests.exported import ACCEPTED, ENTRY, REFUSED, SIGNED, fill, note, read_lines


def test_a_signed_note_has_a_late_entry_that_ends_with_the_original(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("unsigned"), note("a", **SIGNED)])
    assert export(journal, job, tmp_path / "out.jsonl", "addenda") == 1
    (line,) = read_lines(tmp_path / "out.jsonl")
    assert line["text"].startswith("LATE ENTRY for date of service 2026-11-01")
    assert line["text"].endswith(f"Original entry, unchanged:\n{ACCEPTED}")
    known = {"id": "a", "place": "row a", "clinician": "c1", "date": "2026-11-01", "kind": "late_entry", **ENTRY}
    assert {name: line[name] for name in known} == known
    journal.close()


def test_what_is_not_known_of_an_entry_is_null_and_a_gap(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", ACCEPTED, signed=True)])
    export(journal, job, tmp_path / "out.jsonl", "addenda")
    (line,) = read_lines(tmp_path / "out.jsonl")
    assert (line["author"], line["status"]) == (None, "needs_input")
    assert "[author with credentials not given]" in line["text"]
    journal.close()


def test_a_signed_note_to_which_nothing_is_added_has_no_line(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", REFUSED, signed=ENTRY)])
    assert export(journal, job, tmp_path / "out.jsonl", "addenda") == 0
    journal.close()
