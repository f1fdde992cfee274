"""Measure what a run of the evaluation adds to each sample: tasks, logs, scores and records.

Run from the project's root, with the extra `eval`: `python -m bench.evaluate [EPOCHS]`. The composer goes over our own
samples, once through `evaluate.run` and once in a plain loop over `improve`; the rows are interleaved, and each shows
CPU milliseconds a sample. The run's own start (some 3 s of imports and files) is shared by all samples, so that few
epochs show more than many.
"""

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from statistics import median
from time import process_time

from rewriter.bulk.server import Bounds
from rewriter.bulk.tally import Tally
from rewriter.evaluate.arms import Arm
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.order import Order
from rewriter.evaluate.run import run
from rewriter.evaluate.sample import Sample, read_samples
from rewriter.improve import improve
from rewriter.intake import Options, take_line
from rewriter.visit import Visit

EPOCHS, ROUNDS = 5, 3
SAMPLES = Path(__file__).parents[1] / "rewriter" / "evaluate" / "samples"
OPTIONS = Options("97112", Visit(), (), "narrative", None)


def loop(samples: list[Sample], epochs: int) -> float:
    """Return the CPU milliseconds of `improve` alone, a sample."""
    begin = process_time()
    for _ in range(epochs):
        for sample in samples:
            intake = take_line(sample.line, OPTIONS, None, datetime.min)
            improve(intake.note, **intake.rules)
    return (process_time() - begin) * 1e3 / (len(samples) * epochs)


def whole(samples: list[Sample], written: bytes, epochs: int) -> float:
    """Return the CPU milliseconds of a run over the same, a sample."""
    with tempfile.TemporaryDirectory() as folder:
        begin = process_time()
        run(Folder(Path(folder)), Order([Arm("compose")], written, OPTIONS, epochs, Bounds(8)), Tally())
        return (process_time() - begin) * 1e3 / (len(samples) * epochs)


def main() -> None:
    """Print the rows, and what the run adds as the median of the rounds."""
    epochs = int(sys.argv[1]) if sys.argv[1:] else EPOCHS
    files = sorted(SAMPLES.glob("*.jsonl"))
    samples = [sample for file in files for sample in read_samples(file)]
    written = b"".join(file.read_bytes() for file in files)
    loop(samples, 1)
    whole(samples, written, 1)
    added = []
    print(f"{len(samples)} samples, {epochs} epochs; CPU ms a sample\n{'loop':>8}{'run':>8}{'added':>8}")
    for _ in range(ROUNDS):
        one, two = loop(samples, epochs), whole(samples, written, epochs)
        added.append(two - one)
        print(f"{one:8.1f}{two:8.1f}{two - one:8.1f}")
    print(f"median added: {median(added):.1f}")


if __name__ == "__main__":
    main()
