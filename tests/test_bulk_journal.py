import sqlite3
import stat
from datetime import datetime
from pathlib import Path

import pytest

from rewriter.bulk.journal import SEEN_TWICE, Job, Journal, hold
from rewriter.bulk.outcome import Outcome, pack_result, unpack_result
from rewriter.bulk.row import Reject, Row
from rewriter.errors import JournalError
from rewriter.loop import OK, UNREACHABLE, Reply, Try, Usage

NOW = datetime(2026, 11, 22, 9, 0)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "bulk.journal", create=True)


def begin(journal: Journal, digest: bytes = b"terms") -> Job:
    return journal.begin_run(digest, "notes.jsonl", {"cpt": "97112"}, NOW)


def row(name: str, **kept: str) -> Row:
    return Row(f"row {name}", name, {"text": "Gait."}, "c1", "2026-11-20", kept)


def test_a_journal_is_its_owners_alone(journal: Journal) -> None:
    begin(journal)
    for path in journal.path.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_the_same_terms_and_source_are_one_job(journal: Journal) -> None:
    first, again, other = begin(journal), begin(journal), begin(journal, b"new prompt")
    assert (first.id, first.run, again.id, again.run, other.run) == (1, 1, 1, 2, 1)
    assert journal.job().id == other.id
    assert journal.job(1).config == {"cpt": "97112"}
    with pytest.raises(JournalError, match="no such job"):
        journal.job(9)


def test_the_first_result_of_a_note_stands(journal: Journal) -> None:
    job = begin(journal)
    journal.add_items(job, [(row("a"), b"1"), (row("b"), b"1"), (row("c"), b"2")])
    journal.add_outcome(b"1", Outcome("accepted", data=pack_result({"rewrite": "x"})))
    journal.add_outcome(b"1", Outcome("failed", "exhausted"))
    assert journal.find_done([b"1", b"2"]) == {b"1"}
    assert journal.count(job) == {("accepted", ""): 2, ("", ""): 1}
    noted = list(journal.notes(job))
    assert [(one.id, one.outcome and one.outcome.status) for one in noted] == [
        ("a", "accepted"),
        ("b", "accepted"),
        ("c", None),
    ]
    assert noted[0].outcome is not None
    assert unpack_result(noted[0].outcome.data) == {"rewrite": "x"}


def test_an_id_that_stands_before_two_notes_is_rejected_once(journal: Journal) -> None:
    job = begin(journal)
    assert journal.add_items(job, [(row("a"), b"1"), (row("a"), b"1"), (row("a"), b"2")]) == [True, True, False]
    assert list(journal.rejects(job)) == [Reject("row a", "a", SEEN_TWICE)]
    later = begin(journal)
    assert journal.add_items(later, [(row("a"), b"2")]) == [True]
    assert [one.id for one in journal.notes(later)] == ["a"]


def test_replies_are_kept_until_the_result_is(journal: Journal) -> None:
    job = begin(journal)
    reply = Reply(OK, "text", Usage(10, 5, 2), "id", "m", 0.5, (Try("429", 0.1),))
    journal.add_reply(job, b"1", 0, reply, 0.25)
    journal.add_reply(job, b"1", 0, reply, 0.25)
    journal.add_reply(job, b"1", 1, Reply(UNREACHABLE), 0)
    assert journal.find_replies(b"1") == [reply]
    assert journal.find_begun() == {b"1"}
    spent = journal.job()
    assert (spent.calls, spent.usage, spent.cost) == (3, Usage(20, 10, 4), 0.5)
    journal.add_outcome(b"1", Outcome("accepted", asks=1))
    assert journal.find_replies(b"1") == []


def test_what_failed_for_passing_reasons_is_tried_again(journal: Journal) -> None:
    job = begin(journal)
    journal.add_items(job, [(row("a"), b"1"), (row("b"), b"2"), (row("c"), b"3")])
    journal.add_reply(job, b"1", 0, Reply(OK, "text"), 0)
    journal.add_outcome(b"1", Outcome("failed", "unreachable", asks=2))
    journal.add_outcome(b"2", Outcome("failed", "exhausted", asks=4))
    journal.add_outcome(b"3", Outcome("accepted", asks=1))
    job = begin(journal)
    assert journal.find_done([b"1", b"2", b"3"]) == {b"2", b"3"}
    assert len(journal.find_replies(b"1")) == 1
    assert journal.retry(job, ["exhausted", "refused"]) == 1
    assert journal.find_done([b"1", b"2", b"3"]) == {b"3"}


def test_a_transaction_that_fails_leaves_nothing(journal: Journal) -> None:
    job = begin(journal)

    def write() -> None:
        with journal.transaction():
            journal.add_reject(job, Reject("row 1", "", "no text"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert journal.count_rejects(job) == 0


def test_rejects_are_told_with_those_that_turned_out_to_be_no_notes(journal: Journal) -> None:
    job = begin(journal)
    journal.add_reject(job, Reject("row 7", "", "the row lacks 'id'"))
    journal.add_items(job, [(row("a"), b"1")])
    journal.add_outcome(b"1", Outcome("rejected", "the note is empty"))
    assert [reject.reason for reject in journal.rejects(job)] == ["the row lacks 'id'", "the note is empty"]
    begin(journal)
    assert [reject.reason for reject in journal.rejects(job)] == ["the note is empty"]


def test_what_a_reader_keeps_comes_out_again(journal: Journal) -> None:
    job = begin(journal)
    journal.add_items(job, [(row("a", subject="Patient/1"), b"1")])
    noted = next(journal.notes(job))
    assert (noted.kept, noted.clinician, noted.date) == ({"subject": "Patient/1"}, "c1", "2026-11-20")


@pytest.mark.parametrize("content", [b"not a journal at all, but long enough to be looked at" * 20, b""])
def test_another_file_is_no_journal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(JournalError):
        Journal(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_no_journal(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE t (x)")
    database.close()
    for create in (False, True):
        with pytest.raises(JournalError, match="not a journal"):
            Journal(path, create=create)
    with pytest.raises(JournalError, match="no journal"):
        Journal(tmp_path / "absent")


def test_one_run_at_a_time_holds_a_journal(journal: Journal) -> None:
    with hold(journal.path), pytest.raises(JournalError, match="another run"), hold(journal.path):
        pass
    with hold(journal.path):
        pass


def test_notes_with_questions_come_by_clinician_and_date(journal: Journal) -> None:
    job = begin(journal)
    rows = [("a", "c2", "2026-11-01"), ("b", "c1", "2026-11-02"), ("c", "c1", "2026-11-01"), ("d", "c0", "2026-11-01")]
    for name, clinician, day in rows:
        journal.add_items(job, [(Row(f"row {name}", name, {}, clinician, day), name.encode())])
        questions = () if name == "d" else ("DOC130",)
        journal.add_outcome(name.encode(), Outcome("needs_input", questions=questions, data=pack_result({"id": name})))
    asked = list(journal.asked(job))
    assert [note.id for note in asked] == ["c", "b", "a"]
    assert [unpack_result(note.outcome.data) for note in asked if note.outcome] == [{"id": name} for name in "cba"]


def test_a_result_is_found_by_its_fingerprint(journal: Journal) -> None:
    job = begin(journal)
    journal.add_items(job, [(row("a"), b"1")])
    (noted,) = journal.notes(job)
    assert (noted.fp, journal.find_data(noted.fp)) == (b"1", b"")
    journal.add_outcome(b"1", Outcome("accepted", data=b"kept"))
    assert journal.find_data(noted.fp) == b"kept"
