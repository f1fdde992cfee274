"""Results as rows of a database's table, one a note: SQLite or PostgreSQL, through SQLAlchemy.

A note that has a row already gets the new one in its place, so the table may be filled again after every run. All rows
are written in one transaction. `purge` removes a SQLite file that was made here; rows of any other database are its
owner's to delete.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from rewriter.bulk.exports.done import ALWAYS, COUNTS, DATA, TEXTS, columns, done_notes
from rewriter.bulk.journal import Job, Journal
from rewriter.errors import SettingsError

# How each database is told to put a row in the place of an older one.
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_AT_ONCE = 500


def export_sql(journal: Journal, job: Job, url: str, table: str) -> int:
    """Write a row for each note to `table` ("name" or "schema.name"), made where there is none; return how many.

    `url` is SQLAlchemy's, such as `sqlite:///results.sqlite` or `postgresql://host/database`. A new SQLite file is for
    its owner alone. Raises SettingsError where the database or the table cannot be used; the message holds neither the
    URL nor a row.
    """
    try:
        engine = _open(journal, url)
    except (ArgumentError, NoSuchModuleError):
        raise SettingsError("the database must be an address such as sqlite:///results.sqlite") from None
    except ModuleNotFoundError as error:
        raise SettingsError(f"this database needs {error.name}, which is not installed") from None
    target = _table(table)
    count = 0
    try:
        with engine.begin() as connection:
            _check(connection, target)
            target.create(connection, checkfirst=True)
            insert = _INSERTS[engine.dialect.name](target)
            put = insert.on_conflict_do_update(
                index_elements=["id"], set_={column.name: insert.excluded[column.name] for column in target.columns}
            )
            for rows in _some(columns(done) for done in done_notes(journal, job)):
                connection.execute(put, rows)
                count += len(rows)
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        raise SettingsError(f"the database did not take the results: {type(cause).__name__}") from None
    finally:
        engine.dispose()
    return count


def _open(journal: Journal, url: str) -> sa.Engine:
    address = sa.make_url(url)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")  # the driver that the extra installs
    if address.get_backend_name() not in _INSERTS:
        raise SettingsError(f"results can be written to {' and '.join(_INSERTS)} only")
    if address.get_backend_name() == "sqlite" and address.database:
        path = Path(address.database).resolve()
        if path == journal.path.resolve():
            raise SettingsError("the export would write into the journal")
        with suppress(OSError):  # it is there, or SQLite says what is wrong with the path
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            journal.add_export(path)
    return sa.create_engine(address, hide_parameters=True)


def _table(name: str) -> sa.Table:
    schema, _, own = name.rpartition(".")
    return sa.Table(
        own,
        sa.MetaData(),
        *(sa.Column(text, sa.Text, primary_key=text == "id", nullable=text not in ALWAYS) for text in TEXTS),
        *(sa.Column(count, sa.Integer, nullable=False) for count in COUNTS),
        *(sa.Column(data, sa.JSON, nullable=False) for data in DATA),
        schema=schema or None,
    )


def _check(connection: sa.Connection, target: sa.Table) -> None:
    """Raise SettingsError where a table of this name was made for something else."""
    inspector = sa.inspect(connection)
    if not inspector.has_table(target.name, target.schema):
        return
    there = {column["name"] for column in inspector.get_columns(target.name, target.schema)}
    key = inspector.get_pk_constraint(target.name, target.schema)["constrained_columns"]
    if key != ["id"] or not there.issuperset(target.columns.keys()):
        raise SettingsError("the table exists and is not one of results: its columns are others")


def _some(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(islice(rows, _AT_ONCE)):
        yield some
