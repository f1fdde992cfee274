"""The Binary resources of an export, found by their id: where each stands is noted, none is held in memory."""

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import IO, Any, Self

from rewriter.bulk.readers.streams import DAMAGE, is_plain, open_stream
from rewriter.errors import InputError
from rewriter.files import decode
from rewriter.note import parse_json

_LONGEST_LINE = 1 << 25
_SCHEMA = "CREATE TABLE place (id TEXT PRIMARY KEY, file INTEGER, start INTEGER, size INTEGER)"
_UNZIPPED = -1


class Binaries:
    """Where each Binary of some files stands: its file, and its line's place and size in bytes there.

    The files are read once, when the first Binary is asked for; what cannot be read is left out. Both the index and the
    lines of gzipped files are in temporary files without a name, gone with the process.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def find(self, name: str) -> Mapping[str, Any] | None:
        """Return the Binary with this id; None where the files have none."""
        found = self._index.execute("SELECT file, start, size FROM place WHERE id = ?", (name,)).fetchone()
        if found is None:
            return None
        number, start, size = found
        if number == _UNZIPPED:
            return _parse(_read_at(self._unzipped, start, size))
        with self._files[number].open("rb") as stream:
            return _parse(_read_at(stream, start, size))

    @cached_property
    def _unzipped(self) -> IO[bytes]:
        return self._opened.enter_context(tempfile.TemporaryFile())

    @cached_property
    def _index(self) -> sqlite3.Connection:
        index = sqlite3.connect("", check_same_thread=False)  # an empty name is a temporary file
        self._opened.callback(index.close)
        index.execute(_SCHEMA)
        for number, path in enumerate(self._files):
            index.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)", self._scan(number, path))
        index.commit()
        return index

    def _scan(self, number: int, path: Path) -> Iterator[tuple[str, int, int, int]]:
        plain = is_plain(path)
        start = 0
        try:
            with open_stream(path) as stream:
                while raw := stream.readline(_LONGEST_LINE):
                    binary = _parse(raw) if b'"Binary"' in raw else None
                    if binary and plain:
                        yield str(binary.get("id")), number, start, len(raw)
                    elif binary:
                        yield str(binary.get("id")), _UNZIPPED, self._unzipped.tell(), self._unzipped.write(raw)
                    start += len(raw)
        except (*DAMAGE, InputError):
            return  # the notes whose text is not found say so


def _read_at(stream: IO[bytes], start: int, size: int) -> bytes:
    stream.seek(start)
    return stream.read(size)


def _parse(raw: bytes) -> Mapping[str, Any] | None:
    try:
        resource = parse_json(decode(raw, "line"), "the line")
    except InputError:
        return None
    return resource if isinstance(resource, dict) and resource.get("resourceType") == "Binary" else None
