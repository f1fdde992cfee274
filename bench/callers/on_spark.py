"""The job to copy, on threads of this machine: `python -m bench.callers.on_spark NOTES OUT THREADS`.

Prints how many notes have which status, as JSON.
"""

import json
import os
import sys

from pyspark.sql import SparkSession

from rewriter.bulk.examples.spark_job import run
from rewriter.bulk.spark import read_results


def main(notes: str, out: str, threads: int) -> None:
    """Write the result of each line of `notes` to the folder `out`."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{threads}]")
    for name in ("spark.ui.enabled", "spark.ui.showConsoleProgress"):
        builder = builder.config(name, "false")
    spark = builder.getOrCreate()
    try:
        run(spark.read.json(notes), out, tasks=threads)
        counts = read_results(spark, out).groupBy("status").count().collect()
        print(json.dumps({row["status"]: row["count"] for row in counts}))
    finally:
        spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
