"""A file of an export: written beside its place, flushed, and only then put there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from rewriter.bulk.journal import Journal
from rewriter.errors import SettingsError

Stream: TypeAlias = BinaryIO


@contextmanager
def writing(journal: Journal, path: Path, *, replace: bool = False) -> Iterator[Stream]:
    """Open a file to write bytes; once the block ends well it stands at `path`, else nothing does.

    What stood there stays until then. Both files are noted in the journal before they exist, so that `purge` finds
    even what a killed process left. Raises SettingsError where `check_place` does, or the file cannot be written.
    """
    place = path.resolve()
    check_place(journal, place, replace=replace)
    beside = place.with_name(f".{place.name}.part")
    journal.add_export(beside)
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        try:
            with os.fdopen(handle, "wb", buffering=1 << 20) as stream:
                os.fchmod(stream.fileno(), 0o600)
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            journal.add_export(place)
            beside.replace(place)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        _flush_folder(place.parent)
    except OSError as error:
        raise SettingsError(f"the export cannot be written: {error.strerror}") from None


def check_place(journal: Journal, place: Path, *, replace: bool) -> None:
    """Raise SettingsError where an export may not stand: `place` is a path without links.

    It may not over a file that did not come from this journal, unless `replace` says so; over the journal, never.
    """
    if place.name.removesuffix(".lock").removesuffix("-wal").removesuffix("-shm") == journal.path.name and (
        place.parent == journal.path.resolve().parent
    ):
        raise SettingsError("the export would overwrite the journal")
    if place.exists() and not replace and place not in journal.exports():
        raise SettingsError("there is a file at this path that is not an export of this journal; --replace replaces it")


def _flush_folder(folder: Path) -> None:
    """Make a rename last: it is the folder that holds the name."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
