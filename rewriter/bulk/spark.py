"""Notes rewritten where they live: tables of Spark, on a cluster of whatever kind.

    notes = take_notes(spark.table("notes"), terms)
    todo = pending(notes, read_results(spark, path))
    write_new(rewrite(todo, terms, partitions=64), path, run="2026-11-22")

A result's key is the note's id and its fingerprint, so a rerun does what is missing, and an edited note anew. Spark
runs a killed task again: a model's calls may repeat, results do not. What a model said is lost where the job fails, so
a long run is better made as several, a part of the notes each (`examples/spark_job.py`).
"""

from typing import TYPE_CHECKING

from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, MapType, StringType, StructField, StructType

from rewriter.bulk.columns import Columns
from rewriter.bulk.frames import FP, NOTE_ID, is_key, make_mapper, make_stamper
from rewriter.bulk.outcome import PASSING
from rewriter.bulk.terms import Terms
from rewriter.errors import SettingsError

if TYPE_CHECKING:
    from rewriter.bulk.share import Share

# What `frames.COLUMNS` are in Spark.
SCHEMA = (
    "note_id string, fp string, status string, cause string, rewrite string, record string, findings array<string>,"
    " questions string, asks int, result string"
)
_KEPT = f"{SCHEMA}, run string"
_FINAL = f"cause NOT IN ({', '.join(repr(cause) for cause in sorted(PASSING))})"
# Of the results of one note, one that is final before one that is not, then the first.
_PLACE = f"row_number() OVER (PARTITION BY note_id, fp ORDER BY {_FINAL} DESC, run) AS place"
# `mapInPandas` looks its columns up by name, and there these mean a part of one.
_TAKEN_APART = frozenset(".`")


def take_notes(table: DataFrame, terms: Terms, columns: Columns = Columns()) -> DataFrame:
    """Return the columns of a table that notes are made from, with the key of each note: "note_id" and "fp".

    Raises SettingsError where a column is missing, or has a name that Spark takes apart.
    """
    bound = columns.bind(table.columns)
    for name in bound.used:
        if _TAKEN_APART & set(name):
            raise SettingsError(f"Spark cannot hand on the column {name!r}: rename it, without a dot or a backtick")
    notes = table.select(*(_as_said(table, name) for name in bound.used))
    keys = [StructField(name, StringType()) for name in (NOTE_ID, FP)]
    stamped = StructType([*(field for field in notes.schema.fields if not is_key(field.name)), *keys])
    return notes.mapInPandas(make_stamper(terms, columns), stamped)


def pending(notes: DataFrame, done: DataFrame) -> DataFrame:
    """Return the notes of `take_notes` that have no result in `done`; what failed for reasons that pass has none.

    Rows that are equal in all that counts come once.
    """
    final = done.where(_FINAL).select(NOTE_ID, FP)
    return notes.dropDuplicates([NOTE_ID, FP]).join(final, [NOTE_ID, FP], "left_anti")


def rewrite(
    notes: DataFrame,
    terms: Terms,
    columns: Columns = Columns(),
    *,
    partitions: int,
    share: "Share | None" = None,
) -> DataFrame:
    """Return a result for each note, as SCHEMA says. Nothing is done until it is written, and anew each time it is.

    A killed task repeats its partition: several for each slot keep that small. Raises SettingsError where Spark is set
    to run slow tasks twice.
    """
    if str(notes.sparkSession.conf.get("spark.speculation", "false")).lower() == "true":
        raise SettingsError("spark.speculation must be off: it would send a model's requests twice")
    # A number of them is asked for: else Spark joins what is small, and one core does it all.
    return notes.repartition(partitions).mapInPandas(make_mapper(terms, columns, share), SCHEMA)


def write_new(results: DataFrame, path: str, run: str) -> None:
    """Append results to a folder of Parquet, under `run=...`.

    A job that fails leaves either nothing that is read, or results that are as good as those of any run.
    """
    results.withColumn("run", F.lit(run)).write.mode("append").partitionBy("run").parquet(path)


def read_results(spark: SparkSession, path: str) -> DataFrame:
    """Return the results of a folder, one for each note and fingerprint; none where the folder is not there yet."""
    try:
        kept = spark.read.schema(_KEPT).parquet(path)
    except AnalysisException as error:
        if error.getCondition() != "PATH_NOT_FOUND":
            raise
        return spark.createDataFrame([], _KEPT)
    return kept.selectExpr("*", _PLACE).where("place = 1").drop("place")


def _as_said(table: DataFrame, name: str) -> Column:
    """Return a column as pandas can hand it on: objects and lists as their JSON."""
    nested = isinstance(table.schema[name].dataType, StructType | MapType | ArrayType)
    return (F.to_json(table[name]) if nested else table[name]).alias(name)
