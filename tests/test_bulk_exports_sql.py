"""Results in a database: SQLite, and a real PostgreSQL server where one is installed."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from rewriter.bulk.exports.sql import export_sql
from rewriter.bulk.purge import purge
from rewriter.bulk.row import Row
from rewriter.errors import SettingsError
from tests.exported import ACCEPTED, HOSTILE, NO_GOAL, ORIGIN, SIGNED, fill, note

ROWS = [Row("row 2", HOSTILE, {"text": ACCEPTED}, "c1", "2026-11-01", {**ORIGIN, "kept": "Ü"}), note("b", **SIGNED)]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/out.sqlite"
        return
    address: str = request.getfixturevalue("postgres")
    yield address
    ask(address, "DROP TABLE IF EXISTS results", "DROP SCHEMA IF EXISTS notes CASCADE")


def ask(url: str, *statements: str) -> list[dict[str, Any]]:
    """Run statements, and return the rows of the last one."""
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for statement in statements:
            result = connection.exec_driver_sql(statement)
        rows = [dict(row) for row in result.mappings()] if result.returns_rows else []
    engine.dispose()
    return rows


def test_a_note_is_a_row_and_data_is_json(tmp_path: Path, url: str) -> None:
    journal, job = fill(tmp_path / "j", ROWS)
    assert export_sql(journal, job, url, "results") == 2
    first, second = ask(url, "SELECT id, status, rewrite, record_kind, asks FROM results ORDER BY place")
    assert (first["id"], first["status"], first["asks"]) == (HOSTILE, "accepted", 0)
    assert (second["rewrite"], second["record_kind"]) == (None, "late_entry")
    (origin,) = ask(url, "SELECT origin->>'kept' AS kept FROM results WHERE origin->>'kept' IS NOT NULL")
    assert origin == {"kept": "Ü"}
    journal.close()


def test_filling_a_table_again_puts_new_rows_in_the_place_of_old_ones(tmp_path: Path, url: str) -> None:
    journal, job = fill(tmp_path / "j", [note("a", NO_GOAL), note("b")])
    assert export_sql(journal, job, url, "results") == export_sql(journal, job, url, "results") == 2
    journal.close()
    journal, job = fill(tmp_path / "j2", [note("a"), note("c")])
    export_sql(journal, job, url, "results")
    rows = ask(url, "SELECT id, status FROM results ORDER BY id")
    assert [(row["id"], row["status"]) for row in rows] == [("a", "accepted"), ("b", "accepted"), ("c", "accepted")]
    journal.close()


def test_either_all_rows_are_written_or_none(tmp_path: Path, url: str) -> None:
    journal, job = fill(tmp_path / "j", [note("a"), note("b")])
    export_sql(journal, job, url, "results")
    ask(url, "DELETE FROM results")
    ask(url, "CREATE UNIQUE INDEX one_only ON results (engine)")
    with pytest.raises(SettingsError, match="did not take the results") as told:
        export_sql(journal, job, url, "results")
    assert "Therapist" not in str(told.value)
    assert ask(url, "SELECT count(*) AS rows FROM results") == [{"rows": 0}]
    journal.close()


def test_a_table_of_something_else_is_left_alone(tmp_path: Path, url: str) -> None:
    ask(url, "CREATE TABLE results (id TEXT PRIMARY KEY, body TEXT)", "INSERT INTO results VALUES ('a', 'note')")
    journal, job = fill(tmp_path / "j", [note("a")])
    with pytest.raises(SettingsError, match="is not one of results"):
        export_sql(journal, job, url, "results")
    assert ask(url, "SELECT * FROM results") == [{"id": "a", "body": "note"}]
    journal.close()


def test_a_table_may_stand_in_a_schema(tmp_path: Path, postgres: str) -> None:
    ask(postgres, "DROP SCHEMA IF EXISTS notes CASCADE", "CREATE SCHEMA notes")
    journal, job = fill(tmp_path / "j", [note("a")])
    assert export_sql(journal, job, postgres, "notes.results") == 1
    assert ask(postgres, "SELECT id FROM notes.results") == [{"id": "a"}]
    journal.close()


def test_a_server_that_does_not_answer_is_told_without_its_address(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [])
    with pytest.raises(SettingsError, match="did not take the results") as told:
        export_sql(journal, job, f"postgresql://user:secret@/none?host={tmp_path}", "results")
    assert "secret" not in str(told.value)
    journal.close()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("results.sqlite", "must be an address"),
        ("nosuch://x", "can be written to sqlite and postgresql only"),
        ("mysql://x/y", "can be written to sqlite and postgresql only"),
        ("postgresql+nosuch://x/y", "must be an address"),
        ("sqlite:////nowhere/at/all.sqlite", "did not take the results"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused(tmp_path: Path, url: str, message: str) -> None:
    journal, job = fill(tmp_path / "j", [])
    with pytest.raises(SettingsError, match=message):
        export_sql(journal, job, url, "results")
    journal.close()


def test_the_journal_is_never_written_into(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [])
    with pytest.raises(SettingsError, match="into the journal"):
        export_sql(journal, job, f"sqlite:///{tmp_path}/j", "results")
    journal.close()


def test_a_new_sqlite_file_is_its_owners_alone_and_purged_and_an_older_one_stays(tmp_path: Path) -> None:
    older = tmp_path / "older.sqlite"
    ask(f"sqlite:///{older}", "CREATE TABLE other (id TEXT)")
    journal, job = fill(tmp_path / "j", [note("a")])
    for name in ("new", "older"):
        export_sql(journal, job, f"sqlite:///{tmp_path}/{name}.sqlite", "results")
    assert stat.S_IMODE((tmp_path / "new.sqlite").stat().st_mode) == 0o600
    journal.close()
    purge(tmp_path / "j")
    assert list(tmp_path.iterdir()) == [older]
