"""Notes from a database, through SQLAlchemy: the rows of one query, a thousand at a time.

The transaction is never committed, and read-only where the database can be told so. Messages hold neither the password
nor a value of a row.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, Connection, CursorResult, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from rewriter.bulk.columns import Columns
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError

_BATCH = 1_000
_SECONDS_TO_COUNT = 5
# Classes of SQLSTATE that tell of the statement and its names, never of what a row holds.
_ABOUT_STATEMENT = ("08", "28", "3D", "42", "57")


@dataclass(frozen=True, slots=True)
class Database:
    """The rows of a `query` to the database at `url`."""

    url: str = field(repr=False)
    query: str = field(repr=False)
    columns: Columns

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes; the query runs at once.

        Raises SettingsError for a URL that cannot be used and as `Columns.bind`, InputError where the database does
        not answer the query, at once or in the middle of its rows.
        """
        rows = self._read()
        next(rows)
        return rows  # type: ignore[return-value]  # the first, None, is taken

    def count(self) -> int | None:
        """Return how many rows the query gives; None where the database does not tell in a few seconds."""
        try:
            with self._connect() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text(f"SET LOCAL statement_timeout = '{_SECONDS_TO_COUNT}s'"))
                elif connection.dialect.name != "sqlite":
                    return None
                counted = f"SELECT count(*) FROM ({self._statement}\n) AS notes"
                return int(_as_written(connection).exec_driver_sql(counted).scalar_one())
        except (SQLAlchemyError, InputError):
            return None

    def explain(self) -> str:
        """Return how the query's rows are read. Raises as `rows`."""
        with self._connect() as connection, self._run(connection) as result:
            return f"{connection.dialect.name}; {self.columns.bind(list(result.keys()))}"

    @property
    def _statement(self) -> str:
        return self.query.strip().rstrip(";")

    def _read(self) -> Iterator[Row | Reject | None]:
        with self._connect() as connection, self._run(connection) as result:
            names = list(result.keys())
            bound = self.columns.bind(names)
            yield None
            number = 0
            try:
                for number, values in enumerate(result, 1):
                    yield bound.take(f"row {number}", dict(zip(names, values, strict=True)))
            except SQLAlchemyError as error:
                raise InputError(f"the database ended after row {number}: {_say(error)}") from None

    @contextmanager
    def _connect(self) -> Iterator[Connection]:
        url = _parse(self.url)
        try:
            engine = _make_engine(url)
            connection = engine.connect()
        except ImportError:
            raise SettingsError(f"the driver for {url.drivername} is not installed") from None
        except SQLAlchemyError as error:
            raise InputError(f"the database cannot be reached: {_say(error, url)}") from None
        with closing(connection):
            yield connection

    @contextmanager
    def _run(self, connection: Connection) -> Iterator[CursorResult[tuple[object, ...]]]:
        """Run the query with a cursor on the server, so that rows come as they are read."""
        reading = connection.execution_options(stream_results=True, yield_per=_BATCH, postgresql_readonly=True)
        try:
            result = _as_written(reading).exec_driver_sql(self._statement)
        except SQLAlchemyError as error:
            raise InputError(f"the database refused the query: {_say(error)}") from None
        if not result.returns_rows:
            raise SettingsError("the query returns no rows: it must be a SELECT")
        with closing(result):
            yield result


def _as_written(connection: Connection) -> Connection:
    """Run statements without parameters, so that a per cent sign means to them what it means to the database."""
    return connection.execution_options(no_parameters=True)


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError:
        raise SettingsError("this is not a database URL, such as postgresql+psycopg://user@host/name") from None


def _make_engine(url: URL) -> Engine:
    """Return an engine that opens one connection. Raises ImportError where the database's driver is not installed."""
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")  # the driver that the extra `bulk` installs
    arguments = {}
    if url.get_backend_name() == "sqlite":
        if url.database and not url.query and not Path(url.database).is_file():
            raise InputError("the database cannot be reached: there is no such file")  # SQLite would make one
        arguments["check_same_thread"] = False  # rows are read in another thread than the one that begins
    try:
        engine = create_engine(url, poolclass=NullPool, connect_args=arguments, hide_parameters=True)
    except NoSuchModuleError:
        raise SettingsError(f"no driver is known for {url.drivername}") from None
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _make_read_only)
    return engine


def _make_read_only(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA query_only = ON")


def _say(error: SQLAlchemyError, url: URL | None = None) -> str:
    """Return what the database said, where it cannot quote a row; a `url` says that there is no row yet."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if cause is None:
        return type(error).__name__
    state = getattr(cause, "sqlstate", None) or ""
    if url is None and not state.startswith(_ABOUT_STATEMENT) and not isinstance(cause, sqlite3.OperationalError):
        return f"{type(cause).__name__} {state}".strip()
    said = " ".join(str(cause).split())
    password = url.password if url else None
    return said.replace(str(password), "***") if password else said
