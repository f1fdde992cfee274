"""The journal: what is done, so that nothing is lost or done twice, whenever the process is killed.

One SQLite file. Results are kept under the fingerprint of their note, so equal notes have one, and a rerun does only
what is missing. A model's replies are kept until the note's result is, so that a killed process repeats at most the
calls that were in flight. Results and replies hold note text: the files are for their owner alone (0600).
"""

import fcntl
import glob
import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rewriter.bulk.outcome import PASSING, Outcome
from rewriter.bulk.row import Reject, Row
from rewriter.errors import JournalError
from rewriter.loop import Reply, Try, Usage

_APPLICATION, _SCHEMA_VERSION = 0x6E726A31, 1
# Rows of a kilobyte and more: not WITHOUT ROWID, which takes three times the room.
_SCHEMA = """
CREATE TABLE job (
    id INTEGER PRIMARY KEY, digest BLOB NOT NULL, source TEXT NOT NULL, config TEXT NOT NULL, started TEXT NOT NULL,
    run INTEGER NOT NULL DEFAULT 0, ended TEXT NOT NULL DEFAULT '', calls INTEGER NOT NULL DEFAULT 0,
    input INTEGER NOT NULL DEFAULT 0, cached INTEGER NOT NULL DEFAULT 0, output INTEGER NOT NULL DEFAULT 0,
    cost REAL NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0, UNIQUE (digest, source));
CREATE TABLE item (
    id INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES job, run INTEGER NOT NULL, note_id TEXT NOT NULL,
    place TEXT NOT NULL, fp BLOB NOT NULL, clinician TEXT NOT NULL, date TEXT NOT NULL, kept TEXT NOT NULL,
    UNIQUE (job, note_id));
CREATE TABLE result (
    id INTEGER PRIMARY KEY, fp BLOB NOT NULL UNIQUE, status TEXT NOT NULL, cause TEXT NOT NULL, findings TEXT NOT NULL,
    questions TEXT NOT NULL, asks INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE reply (
    id INTEGER PRIMARY KEY, fp BLOB NOT NULL, number INTEGER NOT NULL, reply TEXT NOT NULL, UNIQUE (fp, number));
CREATE TABLE reject (
    id INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES job, place TEXT NOT NULL, note_id TEXT NOT NULL,
    reason TEXT NOT NULL, UNIQUE (job, place, note_id, reason));
CREATE TABLE chunk (
    id INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES job, name TEXT NOT NULL UNIQUE, sha TEXT NOT NULL,
    keys BLOB NOT NULL, input INTEGER NOT NULL, state TEXT NOT NULL, file_id TEXT NOT NULL, batch_id TEXT NOT NULL);
CREATE TABLE export (path TEXT PRIMARY KEY);
"""
_NOTHING = "x''"  # no bytes, in SQL
SEEN_TWICE = "its id stands before another note"


@dataclass(frozen=True, slots=True)
class Job:
    """One job of a journal: its number, the command that began it, when, how often it was run and what was spent.

    `digest` is that of its terms, `started` a date and time, `ended` how its last run did ("" while it runs, or was
    killed), `cost` dollars.
    """

    id: int
    digest: bytes
    config: Mapping[str, Any]
    started: datetime
    run: int
    ended: str
    calls: int
    usage: Usage
    cost: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Noted:
    """A note of a job with what became of it; `fp` is its fingerprint, `outcome` None where it is not done."""

    id: str
    fp: bytes
    place: str
    clinician: str
    date: str
    kept: Mapping[str, Any]
    outcome: Outcome | None


class Journal:
    """An open journal. Its methods are one transaction each, or part of the one that `transaction` opens."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a journal; with `create`, make one where there is none. Raises JournalError."""
        self.path = path
        if not create and not path.is_file():
            raise JournalError("there is no journal at this path")
        try:
            if create:
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
            self._prepare(create)
        except sqlite3.DatabaseError:
            raise JournalError("this file is not a journal") from None
        except OSError as error:
            raise JournalError(f"the journal cannot be opened: {error.strerror}") from None

    def _prepare(self, create: bool) -> None:
        if create and not self._one("SELECT count(*) FROM sqlite_master"):
            self._db.executescript(
                f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_SCHEMA_VERSION};"
                f"PRAGMA journal_mode = WAL; BEGIN; {_SCHEMA} COMMIT;"
            )
        if self._one("PRAGMA application_id") != _APPLICATION:
            raise JournalError("this file is not a journal")
        if self._one("PRAGMA user_version") != _SCHEMA_VERSION:
            raise JournalError("this journal was made by another version")
        self._db.execute("PRAGMA synchronous = FULL")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make what is done inside one transaction."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def execute(self, query: str, *values: object) -> sqlite3.Cursor:
        """Run a statement on a table that another module keeps here."""
        return self._db.execute(query, values)

    # --- writing -----------------------------------------------------------------------------------------------------

    def begin_run(self, digest: bytes, source: str, config: Mapping[str, Any], now: datetime) -> Job:
        """Return the job of these terms and this source, made if need be, with one more run begun.

        What failed for reasons that pass is forgotten, so that this run tries again.
        """
        with self.transaction():
            self._db.execute(
                "INSERT INTO job (digest, source, config, started) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET config = excluded.config",
                (digest, source, json.dumps(config), now.isoformat(timespec="seconds")),
            )
            key = (digest, source)
            self._db.execute("UPDATE job SET run = run + 1, ended = '' WHERE digest = ? AND source = ?", key)
            number = int(self._one("SELECT id FROM job WHERE digest = ? AND source = ?", *key))
            self._db.execute("DELETE FROM reject WHERE job = ?", (number,))
            self._db.execute(
                f"DELETE FROM result WHERE cause IN ({_marks(PASSING)}) AND fp IN (SELECT fp FROM item WHERE job = ?)",
                (*PASSING, number),
            )
        return self.job(number)

    def end_run(self, job: Job, how: str, seconds: float) -> None:
        """Note how a run ended and how long it took."""
        self._db.execute("UPDATE job SET ended = ?, seconds = seconds + ? WHERE id = ?", (how, seconds, job.id))

    def add_items(self, job: Job, rows: Sequence[tuple[Row, bytes]]) -> list[bool]:
        """Note rows with their fingerprints; return for each whether it may be done.

        A row may not where its id stood before another note in the same run: then it is a reject.
        """
        allowed = []
        for row, fp in rows:
            kept = json.dumps(dict(row.kept)) if row.kept else ""
            held = self._db.execute(
                "SELECT run, fp FROM item WHERE job = ? AND note_id = ?", (job.id, row.id)
            ).fetchone()
            allowed.append(held is None or held[0] < job.run or held[1] == fp)
            if not allowed[-1]:
                self.add_reject(job, Reject(row.place, row.id, SEEN_TWICE))
                continue
            self._db.execute(
                "INSERT INTO item (job, run, note_id, place, fp, clinician, date, kept) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET run = excluded.run, place = excluded.place, fp = excluded.fp,"
                " clinician = excluded.clinician, date = excluded.date, kept = excluded.kept",
                (job.id, job.run, row.id, row.place, fp, row.clinician, row.date, kept),
            )
        return allowed

    def add_reject(self, job: Job, reject: Reject) -> None:
        """Note a row that cannot be a note; a run that goes over its rows again notes it once."""
        self._db.execute(
            "INSERT OR IGNORE INTO reject (job, place, note_id, reason) VALUES (?, ?, ?, ?)",
            (job.id, reject.place, reject.id, reject.reason),
        )

    def add_reply(self, job: Job, fp: bytes, number: int, reply: Reply, cost: float) -> None:
        """Keep a model's reply for a note, and what it cost. A reply that did not come is only counted."""
        if reply.outcome not in PASSING:
            self._db.execute(
                "INSERT OR IGNORE INTO reply (fp, number, reply) VALUES (?, ?, ?)",
                (fp, number, json.dumps(asdict(reply), ensure_ascii=False)),
            )
        used = reply.usage
        self._db.execute(
            "UPDATE job SET calls = calls + 1, input = input + ?, cached = cached + ?, output = output + ?,"
            " cost = cost + ? WHERE id = ?",
            (used.input, used.cached, used.output, cost, job.id),
        )

    def add_outcome(self, fp: bytes, outcome: Outcome) -> None:
        """Keep what became of a note; the first one stands. The replies that led to it are dropped."""
        self._db.execute(
            "INSERT OR IGNORE INTO result (fp, status, cause, findings, questions, asks, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                fp,
                outcome.status,
                outcome.cause,
                " ".join(outcome.findings),
                " ".join(outcome.questions),
                outcome.asks,
                outcome.data,
            ),
        )
        if outcome.cause not in PASSING and outcome.asks:
            self._db.execute("DELETE FROM reply WHERE fp = ?", (fp,))

    def add_export(self, path: Path) -> None:
        """Note a file that holds text of results, or a folder made for such, so that `purge` finds it."""
        self._db.execute("INSERT OR IGNORE INTO export (path) VALUES (?)", (str(path.resolve()),))

    def retry(self, job: Job, causes: Collection[str]) -> int:
        """Forget the results of a job that failed for one of these causes; return how many notes that are."""
        with self.transaction():
            fps = "(SELECT fp FROM item WHERE job = ?)"
            chosen = f"cause IN ({_marks(causes)}) AND status IN ('failed', 'fault') AND fp IN {fps}"
            self._db.execute(f"DELETE FROM reply WHERE fp IN (SELECT fp FROM result WHERE {chosen})", (*causes, job.id))
            return self._db.execute(f"DELETE FROM result WHERE {chosen}", (*causes, job.id)).rowcount

    # --- reading -----------------------------------------------------------------------------------------------------

    def find_done(self, fps: Sequence[bytes]) -> set[bytes]:
        """Return those of the fingerprints that have a result."""
        rows = self._db.execute(f"SELECT fp FROM result WHERE fp IN ({_marks(fps)})", tuple(fps))
        return {row[0] for row in rows}

    def find_replies(self, fp: bytes) -> list[Reply]:
        """Return the replies kept for a note, in order."""
        rows = self._db.execute("SELECT reply FROM reply WHERE fp = ? ORDER BY number", (fp,))
        return [_reply_from(json.loads(row[0])) for row in rows]

    def find_begun(self) -> set[bytes]:
        """Return the fingerprints for which replies are kept."""
        return {row[0] for row in self._db.execute("SELECT DISTINCT fp FROM reply")}

    def jobs(self) -> list[Job]:
        """Return the jobs, the one that was run last at the end."""
        columns = "id, digest, config, started, run, ended, calls, input, output, cached, cost, seconds"
        return [_job_from(row) for row in self._db.execute(f"SELECT {columns} FROM job ORDER BY id")]

    def job(self, number: int | None = None) -> Job:
        """Return a job by its number, or the last one. Raises JournalError where there is none."""
        for job in reversed(self.jobs()):
            if number is None or number == job.id:
                return job
        raise JournalError("the journal has no such job")

    def count(self, job: Job) -> dict[tuple[str, str], int]:
        """Return how many notes of a job have each status and cause; `("", "")` are not done."""
        rows = self._db.execute(
            "SELECT coalesce(status, ''), coalesce(cause, ''), count(*) FROM item LEFT JOIN result USING (fp)"
            " WHERE job = ? GROUP BY 1, 2",
            (job.id,),
        )
        return {(row[0], row[1]): row[2] for row in rows}

    def count_rejects(self, job: Job) -> int:
        """Return how many rows of a job could not be notes."""
        return int(self._one("SELECT count(*) FROM reject WHERE job = ?", job.id))

    def notes(self, job: Job, *, data: bool = True) -> Iterator[Noted]:
        """Yield the notes of a job in the order of their first run; without `data`, results are left out."""
        # The plus keeps SQLite off the index by job: it would sort the results, with note text, in temporary files.
        return map(_noted_from, self._db.execute(f"{_noted(data)} WHERE +job = ? ORDER BY item.id", (job.id,)))

    def asked(self, job: Job) -> Iterator[Noted]:
        """Yield the notes of a job that have questions, by clinician and date."""
        # Only the keys are sorted, for the same reason.
        keys = self._db.execute(
            "SELECT item.id FROM item JOIN result USING (fp) WHERE job = ? AND questions != ''"
            " ORDER BY clinician, date, item.id",
            (job.id,),
        )
        yield from (_noted_from(self._db.execute(f"{_noted()} WHERE item.id = ?", key).fetchone()) for key in keys)

    def find_data(self, fp: bytes) -> bytes:
        """Return the result kept under a fingerprint; empty where there is none."""
        return self._one("SELECT data FROM result WHERE fp = ?", fp) or b""

    def rejects(self, job: Job) -> Iterator[Reject]:
        """Yield the rows of a job that could not be notes: first those not read, then those not accepted as notes."""
        for row in self._db.execute(
            "SELECT place, note_id, reason FROM (SELECT 0 AS part, id, place, note_id, reason FROM reject WHERE job = ?"
            " UNION ALL SELECT 1, item.id, place, note_id, cause FROM item JOIN result USING (fp)"
            " WHERE job = ? AND status = 'rejected') ORDER BY part, id",
            (job.id, job.id),
        ):
            yield Reject(*row)

    def exports(self) -> list[Path]:
        """Return the files that hold text of results, and the folders made for them."""
        return [Path(row[0]) for row in self._db.execute("SELECT path FROM export ORDER BY path")]

    def _one(self, query: str, *values: object) -> Any:
        row = self._db.execute(query, values).fetchone()
        return row[0] if row else None


def chunk_path(path: Path, name: str) -> Path:
    """Return where requests for the Batch API are written before they are sent, beside a journal."""
    return path.with_name(f"{path.name}.batch-{name}.jsonl")


def find_chunks(path: Path) -> list[Path]:
    """Return the files of requests beside a journal."""
    return sorted(path.parent.glob(f"{glob.escape(path.name)}.batch-*.jsonl"))


@contextmanager
def hold(path: Path) -> Iterator[Path]:
    """Keep other runs off a journal; yield the lock's file. Raises JournalError where another run holds it.

    A lock of its own: SQLite would lose its locks on the journal when this one is let go.
    """
    lock = path.with_name(path.name + ".lock")
    try:
        handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise JournalError(f"the journal cannot be opened: {error.strerror}") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield lock
    except BlockingIOError:
        raise JournalError("another run holds this journal") from None
    finally:
        os.close(handle)


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _job_from(row: Sequence[Any]) -> Job:
    number, digest, config, started, run, ended, calls, *used, cost, seconds = row
    begun = datetime.fromisoformat(started)
    return Job(number, digest, json.loads(config), begun, run, ended, calls, Usage(*used), cost, seconds)


def _noted(data: bool = True) -> str:
    columns = "note_id, fp, place, clinician, date, kept, status, cause, findings, questions, asks"
    return f"SELECT {columns}, {'data' if data else _NOTHING} FROM item LEFT JOIN result USING (fp)"


def _noted_from(row: Sequence[Any]) -> Noted:
    note_id, fp, place, clinician, day, kept, status, cause, findings, questions, asks, blob = row
    done = None if status is None else Outcome(status, cause, findings.split(), questions.split(), asks, blob)
    return Noted(note_id, fp, place, clinician, day, json.loads(kept) if kept else {}, done)


def _reply_from(data: dict[str, Any]) -> Reply:
    usage, tries = Usage(**data.pop("usage")), tuple(Try(**one) for one in data.pop("tries"))
    return Reply(**data, usage=usage, tries=tries)
