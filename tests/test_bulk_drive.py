"""A run ends with one plain error, whatever breaks under it, and what was done stays done."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewriter.bulk.drive import Drive
from rewriter.bulk.journal import Journal
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.tally import FINISHED, INTERRUPTED, Tally
from rewriter.errors import InputError, JournalError
from tests.bulk import NOW, TERMS, row

COUNT = 210


class Broken(Journal):
    """A journal on a disk that is full."""

    def add_outcome(self, *_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")


def drive(journal: Journal, rows: Iterator[Row | Reject]) -> tuple[Drive, Tally]:
    tally = Tally()
    job = journal.begin_run(TERMS.digest(), "source", {}, NOW)
    return Drive(journal, job, TERMS, lambda: rows, 1, tally, lambda message: None), tally


def test_a_run_does_every_row_and_notes_how_it_ended(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal", create=True)
    one, tally = drive(journal, map(row, range(3)))
    assert one.run() == FINISHED
    assert tally.done == 3
    assert journal.job().ended == FINISHED
    journal.close()


def test_a_source_that_breaks_in_the_middle_is_told_as_such_and_costs_no_result(tmp_path: Path) -> None:
    def rows() -> Iterator[Row | Reject]:
        yield from (row(number, f"Bal ex x{number}.") for number in range(COUNT))
        raise InputError("the database went away")

    journal = Journal(tmp_path / "journal", create=True)
    one, tally = drive(journal, rows())
    with pytest.raises(InputError, match="went away"):
        one.run()
    assert journal.job().ended == INTERRUPTED
    assert sum(number for (status, _), number in journal.count(one.job).items() if status) == tally.done
    journal.close()


def test_a_journal_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    journal = Broken(tmp_path / "journal", create=True)
    one, tally = drive(journal, map(row, range(3)))
    with pytest.raises(JournalError, match="disk is full"):
        one.run()
    assert tally.done == 0
    journal.close()
