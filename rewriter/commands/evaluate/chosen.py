"""The samples that are asked for: a file, a folder of files or the project's own, all of them or some."""

from pathlib import Path

from rewriter import evaluate
from rewriter.errors import InputError
from rewriter.evaluate.sample import read_samples

OWN = Path(evaluate.__file__).parent / "samples"


def find_files(path: str | None) -> list[Path]:
    """Return the files of samples at a path; the project's own where there is none. Raises InputError for no file."""
    place = Path(path) if path else OWN
    files = sorted(place.glob("*.jsonl")) if place.is_dir() else [place]
    if not files:
        raise InputError("this folder holds no file of samples (*.jsonl)")
    return files


def choose_samples(path: str | None, tags: list[str], limit: int | None) -> bytes:
    """Return the lines of the samples with all of these tags; with `limit`, so many of them, drawn evenly.

    Raises InputError for what is no sample, and where none is left.
    """
    lines = [
        raw
        for file in find_files(path)
        for sample, raw in zip(read_samples(file), _lines(file), strict=True)
        if set(tags) <= set(sample.tags)
    ]
    if not lines:
        raise InputError("no sample has these tags")
    if limit is not None and limit < len(lines):
        lines = [lines[number * len(lines) // limit] for number in range(limit)]
    return b"".join(line + b"\n" for line in lines)


def _lines(file: Path) -> list[bytes]:
    return [line for line in file.read_bytes().split(b"\n") if line.strip()]
