"""`rewriter eval samples check`. Exit codes: 0 nothing contradicts itself; 1 something does."""

import argparse

from rewriter.commands.evaluate.chosen import find_files
from rewriter.commands.output import DONE, OPEN, dump, write
from rewriter.evaluate.contradictions import find_contradictions
from rewriter.evaluate.sample import read_samples
from rewriter.lines import count


def run(arguments: argparse.Namespace) -> int:
    """Say what in samples contradicts itself, within a file and across files; return the exit code."""
    samples = [sample for file in find_files(arguments.samples) for sample in read_samples(file)]
    found = find_contradictions(samples)
    if arguments.format == "json":
        rows = [{"samples": item.samples, "message": item.message} for item in found]
        write(dump({"count": len(samples), "contradictions": rows}))
    else:
        lines = [f"{', '.join(item.samples)}: {item.message}" for item in found]
        write("\n".join([*lines, f"{count(len(samples), 'sample')}, {count(len(found), 'contradiction')}"]))
    return OPEN if found else DONE
