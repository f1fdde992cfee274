"""Notes from a database: SQLite, and a real PostgreSQL server."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import psycopg
import pytest

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.database import Database
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError

QUERY = "SELECT id, text, minutes, dos FROM notes ORDER BY id"


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    file = tmp_path / "notes.sqlite"
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE notes (id, text, minutes, dos)")
        database.executemany(
            "INSERT INTO notes VALUES (?, ?, ?, ?)",
            [
                (1, "Wt shift R", 25, "2026-11-20"),
                (2, None, 8, None),
                (3, "Gait 50%", "x", None),
                (4, "Stairs", 10.5, ""),
            ],
        )
    return f"sqlite:///{file}"


@pytest.fixture
def server(postgres: str) -> Iterator[str]:
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE TABLE notes (id bigint, text text, minutes numeric, dos timestamptz, about jsonb)")
        yield postgres
        connection.execute("DROP TABLE notes")


def test_a_query_gives_notes_from_sqlite(sqlite: str) -> None:
    reader = Database(sqlite, QUERY + ";", Columns())
    assert list(reader.rows()) == [
        Row("row 1", "1", {"text": "Wt shift R", "minutes": 25, "visit": {"date": "2026-11-20"}}, "", "2026-11-20"),
        Reject("row 2", "2", "it has no text"),
        Reject("row 3", "3", "'minutes' is not a number"),
        Row("row 4", "4", {"text": "Stairs", "minutes": 10.5}),
    ]
    assert reader.count() == 4
    assert reader.explain() == "sqlite; id = id, text = text, minutes = minutes, visit.date = dos"


def test_a_query_means_what_it_means_to_the_database(sqlite: str) -> None:
    query = "SELECT id, text FROM notes WHERE text LIKE '%50%' OR text = ':name' -- all"
    reader = Database(sqlite, query, Columns())
    assert [row.id for row in reader.rows()] == ["3"]
    assert reader.count() == 1


def test_a_query_cannot_change_a_database(sqlite: str) -> None:
    for query in ("DELETE FROM notes", "INSERT INTO notes (id, text) VALUES (9, 'x') RETURNING id, text"):
        with pytest.raises(InputError, match="refused the query"):
            Database(sqlite, query, Columns()).rows()
    assert Database(sqlite, QUERY, Columns()).count() == 4


@pytest.mark.parametrize(
    ("url", "query", "error", "message"),
    [
        ("", "SELECT 1", SettingsError, "not a database URL"),
        ("nowhere://host/db", "SELECT 1", SettingsError, "no driver is known for nowhere"),
        ("mysql+pymysql://host/db", "SELECT 1", SettingsError, "the driver for mysql.pymysql is not installed"),
        ("sqlite:////nowhere/at/all.sqlite", "SELECT 1", InputError, "no such file"),
        ("postgresql://u:s3cret@127.0.0.1:1/db?connect_timeout=5", "SELECT 1", InputError, "cannot be reached"),
        ("SQLITE", "SELECT * FROM missing", InputError, "refused the query: no such table: missing"),
        ("SQLITE", "PRAGMA cache_size = 5", SettingsError, "returns no rows"),
        ("SQLITE", "SELECT id FROM notes", SettingsError, "which column is the text"),
    ],
)
def test_what_cannot_be_used_is_said_at_once(
    sqlite: str, url: str, query: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message) as caught:
        Database(sqlite if url == "SQLITE" else url, query, Columns()).rows()
    assert "s3cret" not in str(caught.value)


def test_a_query_gives_notes_from_postgresql(server: str) -> None:
    with psycopg.connect(server) as connection:
        put = "INSERT INTO notes VALUES (%s, %s, %s, %s, %s)"
        connection.execute(put, (1, "Flex 90°", 25, "2026-11-20 08:00+00", '{"mrn": "0"}'))
        connection.execute(put, (2, " ", None, None, None))
    query = "SELECT * FROM notes WHERE text LIKE '%' ORDER BY id"
    reader = Database(server, query, Columns({"visit.identifiers": "about"}))
    assert list(reader.rows()) == [
        Row(
            "row 1",
            "1",
            {"text": "Flex 90°", "minutes": 25, "visit": {"date": "2026-11-20", "identifiers": {"mrn": "0"}}},
            "",
            "2026-11-20",
        ),
        Reject("row 2", "2", "it has no text"),
    ]
    assert reader.count() == 2
    assert reader.explain().startswith("postgresql; id = id")


def test_rows_of_postgresql_come_from_a_cursor_on_the_server(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as other:
        other.execute("INSERT INTO notes SELECT n, 'Gait x' || n FROM generate_series(1, 5000) AS n")
        rows = Database(server, QUERY, Columns()).rows()
        assert [row.id for row in islice(rows, 2)] == ["1", "2"]
        found = other.execute("SELECT query, state FROM pg_stat_activity WHERE state LIKE 'idle in%'").fetchall()
        assert [(query.split()[:2], state) for query, state in found] == [(["FETCH", "FORWARD"], "idle in transaction")]
        assert [row.id for row in rows] == [str(number) for number in range(3, 5001)]
        left = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'"
        assert other.execute(left).fetchone() == (0,)


def test_a_server_that_goes_away_ends_the_run_and_says_where(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as other:
        other.execute("INSERT INTO notes SELECT n, 'Gait x' || n FROM generate_series(1, 5000) AS n")
        rows = Database(server, QUERY, Columns()).rows()
        next(rows)
        ended = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE state LIKE 'idle in%'"
        assert other.execute(ended).fetchone() == (True,)
        with pytest.raises(InputError, match=r"the database ended after row \d+: ") as caught:
            list(rows)
    assert "Gait" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT nothing FROM notes", 'column "nothing" does not exist'),
        ("DELETE FROM notes RETURNING id, text", "refused the query"),
        ("WITH gone AS (DELETE FROM notes RETURNING *) SELECT id, text FROM gone", "refused the query"),
    ],
)
def test_a_query_that_postgresql_refuses_changes_nothing(server: str, query: str, message: str) -> None:
    with psycopg.connect(server, autocommit=True) as other:
        other.execute("INSERT INTO notes VALUES (1, 'Gait')")
        with pytest.raises(InputError, match=message):
            Database(server, query, Columns()).rows()
        assert other.execute("SELECT count(*) FROM notes").fetchone() == (1,)


def test_an_error_over_a_row_does_not_quote_it(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as other:
        other.execute("INSERT INTO notes SELECT n, 'Gait x' || n FROM generate_series(1, 3000) AS n")
    query = "SELECT id, text, CASE WHEN id = 2500 THEN text::int END AS minutes FROM notes"
    with pytest.raises(InputError, match=r"ended after row \d+: InvalidTextRepresentation 22P02") as caught:
        list(Database(server, query, Columns()).rows())
    assert "Gait" not in str(caught.value)
