"""Output: JSON, text with the terminal's width and colours, and lines of a batch."""

import argparse
import json
import os
import sys
from contextlib import suppress

from rewriter import lines
from rewriter.batch import Work, run_lines
from rewriter.errors import SettingsError

DONE, OPEN, BAD = 0, 1, 2


def refuse_two_stdins(*paths: str | None) -> None:
    """Raise SettingsError where standard input is to be read twice."""
    if paths.count("-") > 1:
        raise SettingsError("standard input can be read only once: give a file for the others")


def write_batch(path: str, work: Work) -> int:
    """Write one JSON line for each line of a batch, in order; return the exit code of the whole."""
    bad = unfinished = False
    for done, accepted in run_lines(path, work):
        bad = bad or accepted is None
        unfinished = unfinished or accepted is False
        write(dump(done))
        sys.stdout.flush()  # whoever drives this by pipes waits for each answer
    return BAD if bad else OPEN if unfinished else DONE


def dump(data: object) -> str:
    """Return data as one line of JSON."""
    return json.dumps(data, ensure_ascii=False)


def write(text: str) -> None:
    """Write text and a line end to standard output."""
    sys.stdout.write(text + "\n")


def look(arguments: argparse.Namespace) -> lines.Look:
    """Return how text is to look: the terminal's width and colours, or neither in a file."""
    if not sys.stdout.isatty():
        return lines.Look(colour=arguments.color)
    width = lines.WIDTH
    with suppress(OSError, ValueError):
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    return lines.Look(colour=True, width=max(lines.NARROWEST, min(width, lines.WIDEST)))
