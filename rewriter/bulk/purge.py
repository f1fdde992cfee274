"""The end of a journal: it goes, and every file that came out of it."""

import os
from contextlib import suppress
from pathlib import Path

from rewriter.bulk.journal import Journal, find_chunks, hold


def purge(path: Path) -> list[Path]:
    """Remove a journal and every export made from it; return what was removed. Raises JournalError.

    What files held is overwritten before, as far as the file system lets that mean anything. A folder that was made
    for an export goes too, where nothing else is in it.
    """
    journal = Journal(path)
    exports = journal.exports()
    journal.close()
    removed = []
    with hold(path) as lock:
        beside = [path.with_name(path.name + end) for end in ("-wal", "-shm")] + find_chunks(path)
        for file in (*exports, path, *beside, lock):
            if file.is_file():
                _overwrite(file)
                file.unlink()
                removed.append(file)
        for folder in sorted(filter(Path.is_dir, exports), reverse=True):
            with suppress(OSError):
                folder.rmdir()
                removed.append(folder)
    return removed


def _overwrite(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as stream:
        for start in range(0, size, 1 << 20):
            stream.write(bytes(min(1 << 20, size - start)))
        stream.flush()
        os.fsync(stream.fileno())
