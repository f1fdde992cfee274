"""Files of a source opened to be read once: as they are or gzipped, line by line, whatever their size."""

import gzip
import os
import re
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rewriter.batch import stream_lines
from rewriter.errors import InputError

BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
# How files say that they are damaged or cut off, beside OSError.
DAMAGE = (OSError, EOFError, zlib.error)
_BYTES_LEFT, _NOT_ASCII = re.compile("[\udc80-\udcff]"), re.compile("[^\x00-\x7f]")
DAMAGED = "the file cannot be read from here on: it is damaged or cut off"


@contextmanager
def open_stream(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read its bytes, unzipped where it is gzipped. Raises InputError where it cannot be opened."""
    try:
        raw = path.open("rb")
    except OSError as error:
        raise InputError(f"the source cannot be opened: {error.strerror}") from None
    with raw:
        if raw.peek(2)[:2] == _GZIP:
            with gzip.GzipFile(fileobj=raw) as unzipped:
                yield unzipped  # type: ignore[misc]  # a BinaryIO in all but name
        else:
            yield raw


def read_lines(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines that are not blank with their numbers from 1; None stands for one that is too long.

    Raises InputError where the file cannot be opened, or not be read to its end.
    """
    with open_stream(path) as stream:
        try:
            yield from stream_lines(stream, "source")
        except (EOFError, zlib.error, InputError):
            raise InputError(DAMAGED) from None


def count_lines(path: Path) -> int | None:
    """Return how many lines a file has; None where it is gzipped or cannot be read, so that it is not cheap to know."""
    if not is_plain(path):
        return None
    with open_stream(path) as stream:
        count, last = 0, b"\n"
        while chunk := stream.read(_CHUNK):
            count, last = count + chunk.count(b"\n"), chunk[-1:]
    return count + (last != b"\n")


def is_plain(path: Path) -> bool:
    """Tell whether a file can be opened and is not gzipped."""
    try:
        with path.open("rb") as stream:
            return stream.read(2) != _GZIP
    except OSError:
        return False


def find_encoding(path: Path) -> str:
    """Return how a file of text is encoded: by its byte order mark, else UTF-8, else Windows-1252.

    The whole file is read for it: one encoding holds for all of its lines. A few bytes that are no UTF-8 among many
    characters that are do not make it another: only their rows are broken, and in all others a degree sign stays one.
    Raises InputError where it cannot be opened.
    """
    good = broken = 0
    with open_stream(path) as stream:
        decoder = getincrementaldecoder("utf-8")("surrogateescape")
        try:
            chunk = stream.read(_CHUNK)
            for mark, encoding in BYTE_ORDER_MARKS.items():
                if chunk.startswith(mark):
                    return encoding
            while chunk:
                text = decoder.decode(chunk)
                if not text.isascii():
                    bytes_left = len(_BYTES_LEFT.findall(text))
                    broken += bytes_left
                    good += len(_NOT_ASCII.findall(text)) - bytes_left
                chunk = stream.read(_CHUNK)
        except DAMAGE:
            pass  # whoever reads it comes to the same place, and says so
    return "cp1252" if broken > good else "utf-8"


def files_below(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """Return the files below a folder whose names end so, sorted.

    Names that begin with a dot or a low line are not data but notes of their writer to itself. Raises InputError where
    a folder cannot be entered.
    """
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        if any(os.path.islink(os.path.join(place, name)) for name in folders):
            raise InputError("the source holds a link to a folder, which is not followed")
        found += (Path(place, name) for name in files if name.endswith(suffixes) and not name.startswith((".", "_")))
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise InputError(f"a folder of the source cannot be read: {error.strerror}") from None


def name_safely(path: Path) -> str:
    r"""Return a path as text that can be written anywhere: bytes of a name that are no UTF-8 become "\xe9"."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
