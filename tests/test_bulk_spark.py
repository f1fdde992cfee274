"""Spark for real, on two threads of this machine. Its Python workers are processes of their own."""

import json
import os
import shutil
import signal
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install -e '.[spark]'")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java 17, and there is no Java here", allow_module_level=True)

from pyspark.sql import DataFrame, SparkSession

from rewriter import Note, Visit, improve
from rewriter.bulk.columns import Columns
from rewriter.bulk.examples import spark_job
from rewriter.bulk.frames import make_mapper
from rewriter.bulk.share import Share
from rewriter.bulk.spark import SCHEMA, pending, read_results, rewrite, take_notes, write_new
from rewriter.bulk.terms import Terms, fingerprint
from rewriter.errors import SettingsError
from rewriter.settings import load_settings
from tests.bulk import ASKING, GOOD, TERMS, note
from tests.fault_server import FaultServer, draft

# A task may fail twice: `local[2]` alone allows none to fail.
MASTER = "local[2, 3]"
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.hadoop.fs.permissions.umask-mode": "077",
}
NOTES = "note_id string, text string, minutes int"


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable  # else the workers run whatever `python3` is
    builder = SparkSession.builder.master(MASTER)
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "results")


def table(spark: SparkSession, numbers: range) -> DataFrame:
    return spark.createDataFrame([(f"n{number}", note(number), minutes(number)) for number in numbers], NOTES)


def minutes(number: int) -> int:
    """Return the minutes that the note of this number says too."""
    return 15 + number % 40


def run(notes: DataFrame, path: str, terms: Terms = TERMS, **more: Any) -> int:
    """Do what is missing; return how many notes that was."""
    todo = pending(take_notes(notes, terms), read_results(notes.sparkSession, path)).cache()
    missing = int(todo.count())  # before the write: it changes what is missing, and Spark then counts anew
    write_new(rewrite(todo, terms, partitions=2, **more), path, run="1")
    todo.unpersist()
    return missing


def results(spark: SparkSession, path: str) -> dict[str, Any]:
    rows = read_results(spark, path).collect()
    assert len({row.note_id for row in rows}) == len(rows)
    return {row.note_id: row for row in rows}


def test_every_note_gets_the_result_that_it_would_get_alone(spark: SparkSession, path: str) -> None:
    run(table(spark, range(30)), path)
    done = results(spark, path)
    assert len(done) == 30
    for number in range(30):
        alone = improve(Note(note(number), visit=Visit(minutes=minutes(number))))
        row = done[f"n{number}"]
        assert (row.status, row.rewrite, row.asks) == (alone.status, alone.rewrite, 0)
        assert row.findings == [item.code for item in alone.verdict.findings]
        assert row.fp == fingerprint(TERMS.digest(), {"text": note(number), "minutes": minutes(number)}).hex()


def test_a_rerun_does_only_what_is_missing_or_was_edited(spark: SparkSession, path: str) -> None:
    assert run(table(spark, range(10)), path) == 10
    assert run(table(spark, range(10)), path) == 0
    edited = spark.createDataFrame([("n0", note(99), 15)], NOTES)
    assert run(table(spark, range(12)).union(edited), path) == 3
    assert read_results(spark, path).count() == 13


def test_a_result_that_is_not_final_is_tried_again_and_gives_way(spark: SparkSession, path: str) -> None:
    def results_of(status: str, cause: str) -> DataFrame:
        return spark.createDataFrame([("n0", "f", status, cause, None, None, [], "[]", 1, None)], SCHEMA)

    notes = spark.createDataFrame([("n0", "f")], "note_id string, fp string")
    write_new(results_of("failed", "unreachable"), path, run="1")
    assert pending(notes, read_results(spark, path)).count() == 1
    write_new(results_of("accepted", ""), path, run="2")
    write_new(results_of("failed", "late"), path, run="3")
    assert pending(notes, read_results(spark, path)).count() == 0
    assert [row.status for row in read_results(spark, path).collect()] == ["accepted"]


def fail_once(marker: Path, work: Callable[..., Any], frames: Iterator[Any]) -> Iterator[Any]:
    """Yield what `work` does; the first process that has yielded something is killed."""
    for done in work(frames):
        yield done
        try:
            marker.touch(exist_ok=False)
        except FileExistsError:
            continue
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_task_that_is_killed_is_run_again_and_each_note_has_one_result(
    spark: SparkSession, path: str, tmp_path: Path
) -> None:
    marker = tmp_path / "failed"
    notes = take_notes(table(spark, range(500)), TERMS).repartition(4)
    write_new(notes.mapInPandas(partial(fail_once, marker, make_mapper(TERMS)), SCHEMA), path, run="1")
    assert marker.exists()
    kept = spark.read.parquet(path)
    assert kept.count() == kept.select("note_id").distinct().count() == 500


def test_rows_that_cannot_be_notes_are_rejected_once_and_none_is_lost(spark: SparkSession, path: str) -> None:
    rows = [("a", note(1), 15), (None, note(2), 15), (None, note(3), None), ("c", None, None), ("d", "", 15)]
    notes = spark.createDataFrame(rows, NOTES)
    assert run(notes, path) == len(rows)
    assert run(notes, path) == 0
    kept = read_results(spark, path).collect()
    assert Counter(row.status for row in kept) == {"accepted": 1, "rejected": 4}
    assert all(row.cause for row in kept if row.status == "rejected")


def test_columns_of_every_type_are_read(spark: SparkSession, path: str) -> None:
    rows = [(7, note(1), 97112, Decimal("15.00"), {"units": 1}, date(2026, 11, 20), True)]
    kinds = "key long, body string, cpt int, minutes decimal(5, 2), visit struct<units:int,payer:string>"
    notes = spark.createDataFrame(rows, f"{kinds}, dos date, signed boolean")
    columns = Columns({"id": "key", "text": "body"})
    done = rewrite(take_notes(notes, TERMS, columns), TERMS, columns, partitions=1).collect()[0]
    line = {"text": note(1), "cpt": "97112", "minutes": 15, "signed": True}
    line["visit"] = {"units": 1, "date": "2026-11-20"}
    assert (done.note_id, done.fp) == ("7", fingerprint(TERMS.digest(), line).hex())
    assert json.loads(done.record)["service_date"] == "2026-11-20"
    with pytest.raises(SettingsError, match="which column is the id"):
        take_notes(notes, TERMS)


def test_a_column_whose_name_spark_would_take_apart_is_an_error_that_names_it(spark: SparkSession) -> None:
    notes = spark.createDataFrame([("n0", note(0), "2026-11-20")], "note_id string, text string, `visit.date` string")
    with pytest.raises(SettingsError, match=r"the column 'visit\.date': rename it"):
        take_notes(notes, TERMS)


def test_a_model_is_asked_by_each_task_within_its_share(spark: SparkSession, path: str) -> None:
    with FaultServer(lambda *_: draft(GOOD)) as server:
        share = Share(load_settings(base_url=server.url), 60_000, tasks=2)
        assert run(table(spark, range(20)), path, ASKING, share=share) == 20
        assert len(server.requests) == 20
        assert run(table(spark, range(20)), path, ASKING, share=share) == 0
        assert len(server.requests) == 20
    assert {(row.status, row.asks) for row in results(spark, path).values()} == {("accepted", 1)}


def test_results_are_for_their_owner_alone(spark: SparkSession, path: str) -> None:
    run(table(spark, range(2)), path)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in Path(path).rglob("*") if file.is_file()}
    assert modes == {0o600}


def test_slow_tasks_may_not_be_run_twice(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = take_notes(table(spark, range(1)), TERMS)
    monkeypatch.setattr(type(spark.conf), "get", lambda *_: "true")
    with pytest.raises(SettingsError, match="speculation"):
        rewrite(notes, TERMS, partitions=1)


def test_the_example_runs_and_its_rerun_does_nothing(
    spark: SparkSession, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = str(tmp_path / "notes")
    table(spark, range(8)).withColumnRenamed("text", "body").write.parquet(notes)
    for _ in range(2):
        spark_job.main([notes, path, "--column", "text=body", "--parts", "2"])
        assert capsys.readouterr().out == "accepted: 8\n"
    assert spark.read.parquet(path).count() == 8


def test_the_example_asks_a_model_where_one_is_named(
    spark: SparkSession, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = str(tmp_path / "notes")
    table(spark, range(4)).write.parquet(notes)
    with FaultServer(lambda *_: draft(GOOD)) as server:
        monkeypatch.setenv("REWRITER_BASE_URL", server.url)
        spark_job.main([notes, path, "--model", "m", "--requests-per-minute", "60000"])
    assert {(row.status, row.asks) for row in results(spark, path).values()} == {("accepted", 1)}


def test_the_statement_for_delta_is_one_that_spark_reads(spark: SparkSession) -> None:
    # Delta itself is no package of pip's: what is shown is that the statement parses.
    parser = spark._jsparkSession.sessionState().sqlParser()
    plan = parser.parsePlan(spark_job.MERGE.format(table="clinic.results").format(new="new_results"))
    assert plan.nodeName() == "MergeIntoTable"
