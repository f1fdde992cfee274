"""Files and standard input, read strictly: bytes come in, and text, JSON data or an InputError comes out.

What is too long, not UTF-8, binary or empty is refused; one byte order mark at the start is left out. `what` names in
messages what was to be read ("note", "the visit"): they never repeat its path or its words.
"""

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, BinaryIO, TypeVar

from rewriter.errors import InputError
from rewriter.note import LONGEST, check_text, parse_json

BOM = b"\xef\xbb\xbf"
# A code point takes at most four bytes: what is longer than this has too many characters, whatever they are.
_MOST_BYTES = 4 * LONGEST

T = TypeVar("T")


def read_text(path: str, what: str) -> str:
    """Return the text of a file as it stands, but for a byte order mark; `-` reads standard input.

    `what` stands without "the". Raises InputError where it cannot be opened or read, is too long, is not UTF-8, or is
    not a text that `check_text` takes: empty, binary, with broken characters.
    """
    with ExitStack() as stack:
        stream = open_bytes(path, what, stack)
        if path == "-" and sys.stdin.isatty():
            print(f"Type or paste the {what}, then press Ctrl+D.", file=sys.stderr)
        raw = take(lambda: stream.read(_MOST_BYTES + len(BOM) + 1), what).removeprefix(BOM)
    if len(raw) > _MOST_BYTES:
        raise InputError(f"the {what} is too long; the most that is read is {LONGEST:,} characters")
    text = decode(raw, what)
    check_text(text, what)
    return text


def read_json(path: str, what: str) -> Any:
    """Return the JSON data of a file: objects are dicts, lists are lists; `-` reads standard input.

    `what` stands with "the". Raises InputError as `read_text` does, and where the text is not JSON, is nested too
    deeply, or holds half of a surrogate pair.
    """
    data = parse_json(read_text(path, what.removeprefix("the ")), what)
    check_characters(data, what)
    return data


def open_bytes(path: str, what: str, stack: ExitStack) -> BinaryIO:
    """Open a file to read bytes until `stack` is left; `-` is standard input, which stays open after that.

    `what` stands without "the". Raises InputError where the file cannot be opened or there is no standard input.
    """
    if path == "-":
        if sys.stdin is None:
            raise InputError(f"the {what} cannot be read: there is no standard input")
        return sys.stdin.buffer
    return stack.enter_context(take(lambda: open(path, "rb"), what))


def take(read_it: Callable[[], T], what: str) -> T:
    """Return what `read_it` returns. Raises InputError in place of its OSError or ValueError."""
    try:
        return read_it()
    except OSError as error:
        raise InputError(f"the {what} cannot be read: {error.strerror}") from None
    except ValueError:  # a NUL in the path, a closed stream
        raise InputError(f"the {what} cannot be read") from None


def decode(raw: bytes, what: str) -> str:
    """Return UTF-8 bytes as text. Raises InputError with the place of the first byte that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"the {what} is not UTF-8 text (byte {error.start})") from None


def check_characters(data: object, what: str) -> None:
    """Raise InputError where JSON data holds half of a surrogate pair: no output could carry it."""
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(f"{what} has a broken character (lone surrogate)") from None
