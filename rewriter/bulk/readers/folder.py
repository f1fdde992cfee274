"""Notes from a folder of text files, each one note: its id is its path inside the folder."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rewriter.bulk.cells import read_id
from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.streams import BYTE_ORDER_MARKS, name_safely
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError
from rewriter.files import check_characters
from rewriter.note import LONGEST

SUFFIXES = (".txt", ".md")
_MOST_BYTES = 4 * LONGEST


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of text files and of folders of them. What begins with a dot is left out, as everywhere."""

    path: Path
    columns: Columns

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes. Raises InputError where there is no such folder, SettingsError where columns are named."""
        if self.columns != Columns():
            raise SettingsError("text files have no columns to name")
        if not self.path.is_dir():
            raise InputError("the source cannot be opened: it is not a folder")
        return (_read_file(path, name_safely(path.relative_to(self.path)), fault) for path, fault in _walk(self.path))

    def count(self) -> int | None:
        """Return how many files there are."""
        return sum(1 for _ in _walk(self.path))

    def explain(self) -> str:
        """Return how the folder is read."""
        return "text files, in UTF-8 or else Windows-1252; id = the path inside the folder"


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files below a folder, sorted folder by folder, and with its reason each folder that is not entered."""
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if os.path.islink(os.path.join(place, name)):
                yield Path(place, name), "it is a link to a folder"
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(place, name), ""
    for error in closed:
        yield Path(error.filename), f"it cannot be read: {error.strerror}"


def _read_file(path: Path, name: str, fault: str) -> Row | Reject:
    try:
        read_id(name)
        if fault:
            raise InputError(fault)
        if path.suffix.casefold() not in SUFFIXES:
            raise InputError("it is not a .txt or .md file")
        text = _decode(_read_bytes(path))
        check_characters(text, "the note")
        return Row(name, name, {"text": text})
    except InputError as error:
        return Reject(name, name, str(error))


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(f"it is too long; the most that is read is {LONGEST:,} characters")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}") from None


def _decode(raw: bytes) -> str:
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return raw.decode("cp1252", "surrogateescape")
