from pathlib import Path

from rewriter.bulk.exports.done import ALWAYS, COLUMNS, DATA, columns, done_notes, flatten
from rewriter.bulk.outcome import FAULT, Outcome
from rewriter.bulk.row import Row
from tests.exported import ACCEPTED, ORIGIN, SIGNED, fill, note


def test_only_notes_that_are_done_come_in_the_order_of_the_source(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("b"), note("a"), note("no", ACCEPTED, cpt="00000")])
    journal.add_items(job, [(note("open", "x"), b"open")])
    assert [done.note.id for done in done_notes(journal, job)] == ["b", "a"]
    journal.close()


def test_the_columns_say_what_became_of_a_note(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [Row("row 2", "a", {"text": ACCEPTED}, "c1", "2026-11-01", ORIGIN)])
    (done,) = done_notes(journal, job)
    row = columns(done)
    assert tuple(row) == COLUMNS
    known = {name: row[name] for name in ("id", "place", "clinician", "date", "status", "cause", "engine", "pack")}
    assert known == {
        "id": "a",
        "place": "row 2",
        "clinician": "c1",
        "date": "2026-11-01",
        "status": "accepted",
        "cause": "",
        "engine": "compose",
        "pack": "97112@1",
    }
    assert row["rewrite"].startswith("Therapist provided")
    assert row["record_kind"] == "draft"
    assert row["record_text"].endswith(row["rewrite"])
    assert (row["questions"], row["questions_count"], row["asks"], row["origin"]) == ([], 0, 0, ORIGIN)
    journal.close()


def test_a_signed_note_has_an_addition_and_no_rewrite_in_its_place(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", **SIGNED)])
    (done,) = done_notes(journal, job)
    row = columns(done)
    assert (row["rewrite"], row["record_kind"]) == (None, "late_entry")
    assert row["record_text"].endswith(ACCEPTED)
    journal.close()


def test_a_fault_leaves_a_row_too(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [])
    journal.add_items(job, [(note("a"), b"1")])
    journal.add_outcome(b"1", Outcome(FAULT, "internal fault: ValueError"))
    (done,) = done_notes(journal, job)
    row = columns(done)
    assert (row["status"], row["cause"], row["rewrite"]) == (FAULT, "internal fault: ValueError", None)
    assert all(row[name] is not None for name in ALWAYS)
    journal.close()


def test_data_becomes_text_where_a_table_has_no_such_type(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [Row("row 2", "a", {"text": ACCEPTED}, kept={"encounter": "Ü1"})])
    (done,) = done_notes(journal, job)
    row = flatten(columns(done))
    assert row["origin"] == '{"encounter":"Ü1"}'
    assert all(isinstance(row[name], str) for name in DATA)
    journal.close()
