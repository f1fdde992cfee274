# Databricks notebook source
"""A job that rewrites the notes of a table, with spark-submit or as a notebook; a rerun does only what is missing.

    pip install 'note-rewriter[spark]'        on each machine: the packs are files, so a zip of the code will not do
    export PYSPARK_PYTHON=...                 the Python that has it, on all of them
    spark-submit --conf spark.hadoop.fs.permissions.umask-mode=077 spark_job.py NOTES.parquet RESULTS
    spark-submit ... spark_job.py NOTES.parquet RESULTS --model gpt-6-luna --requests-per-minute 3000

The table has the columns `note_id` and `text`, and where known `cpt`, `minutes`, `visit`, `signed` and others; names of
your own are said with `--column text=note_body`. A model's key is read here, from OPENAI_API_KEY or a settings file.
On Databricks, install the wheel on the cluster, import this file as a notebook, and change its last cell.
"""

# COMMAND ----------

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime

from pyspark.sql import DataFrame, SparkSession

from rewriter.bulk.columns import Columns, columns_from
from rewriter.bulk.share import Share
from rewriter.bulk.spark import SCHEMA, pending, read_results, rewrite, take_notes, write_new
from rewriter.bulk.terms import Terms
from rewriter.engine import Writer
from rewriter.intake import Options
from rewriter.model import open_engine
from rewriter.settings import load_settings
from rewriter.visit import Visit

# COMMAND ----------

TERMS = Terms(Options("97112", Visit(), (), "narrative", None), entry=None, now=datetime.now())


def ask(model: str, requests_per_minute: float, tasks: int) -> tuple[Terms, Share]:
    """Return the terms of a job whose drafts a model writes, and what each of its tasks may ask."""
    settings = load_settings()
    writer = Writer.of(open_engine(model, settings=settings))
    terms = Terms(TERMS.options, TERMS.entry, TERMS.now, writer, settings.parameters)
    return terms, Share(settings, requests_per_minute, tasks=tasks)


# COMMAND ----------


def run(
    notes: DataFrame,
    path: str,
    terms: Terms = TERMS,
    share: Share | None = None,
    *,
    columns: Columns = Columns(),
    tasks: int,
    parts: int = 1,
) -> None:
    """Give every note of a table its result in a folder of Parquet; `tasks` are what the cluster runs at once.

    Each of `parts` is written when it is done: what a model said for it is not asked again, whatever happens later.
    """
    began = f"{datetime.now():%Y%m%dT%H%M%S}"
    table = take_notes(notes, terms, columns)
    for part in range(parts):
        chosen = table.where(f"pmod(hash(fp), {parts}) = {part}")
        todo = pending(chosen, read_results(notes.sparkSession, path))
        write_new(rewrite(todo, terms, columns, partitions=4 * tasks, share=share), path, run=began)


# COMMAND ----------

# Where others read the results from a Delta table. The source is what `run` wrote, not what `rewrite` returns: a MERGE
# may read its source twice, and would ask the model twice.
MERGE = """
MERGE INTO {table} AS kept USING {{new}} AS new
ON kept.note_id = new.note_id AND kept.fp = new.fp
WHEN MATCHED AND kept.cause IN ('late', 'unreachable') THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *
"""


def merge(spark: SparkSession, path: str, table: str) -> None:
    """Bring the results of a folder into a Delta table, which is made if need be; each is there once."""
    spark.sql(f"CREATE TABLE IF NOT EXISTS {table} ({SCHEMA}) USING delta")
    spark.sql(MERGE.format(table=table), new=read_results(spark, path).drop("run"))


# COMMAND ----------


def main(arguments: Sequence[str]) -> None:
    """Run the job and print how many notes have which status."""
    parser = argparse.ArgumentParser(prog="spark_job.py", description="Rewrite the notes of a Parquet table.")
    parser.add_argument("notes", help="a Parquet table of notes")
    parser.add_argument("results", help="the folder of results, kept between runs")
    parser.add_argument("--column", action="append", default=[], metavar="FIELD=COLUMN", help="say what a column holds")
    parser.add_argument("--model", help="the model that writes; without it, the composer does")
    parser.add_argument("--requests-per-minute", type=float, default=500, help="of all tasks together (%(default)s)")
    parser.add_argument("--parts", type=int, default=1, help="jobs that the notes are divided into (%(default)s)")
    chosen = parser.parse_args(arguments)
    spark = SparkSession.builder.appName("note-rewriter").getOrCreate()
    tasks = spark.sparkContext.defaultParallelism
    terms, share = ask(chosen.model, chosen.requests_per_minute, tasks) if chosen.model else (TERMS, None)
    columns = columns_from(chosen.column)
    run(
        spark.read.parquet(chosen.notes), chosen.results, terms, share, columns=columns, tasks=tasks, parts=chosen.parts
    )
    for status, count in read_results(spark, chosen.results).groupBy("status").count().orderBy("status").collect():
        print(f"{status}: {count}")


# In a notebook, in place of this:
#     run(spark.table("clinic.notes"), "/Volumes/clinic/results", tasks=spark.sparkContext.defaultParallelism)
#     merge(spark, "/Volumes/clinic/results", "clinic.results")
if __name__ == "__main__":
    main(sys.argv[1:])
