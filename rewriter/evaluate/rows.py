"""JSON lines of one shape, read strictly: a typed row a line comes out, or an InputError that names line and key."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from rewriter.batch import lines
from rewriter.errors import InputError

T = TypeVar("T")
_MOST_KEY = 40


def read_rows(path: str, kind: TypeAdapter[T], what: str) -> Iterator[tuple[int, T]]:
    """Yield the rows of a file with their line numbers from 1; `-` reads standard input, blank lines count for nothing.

    `what` names the file in messages ("samples"). Raises InputError where it cannot be read, or a line is not of the
    kind; the message holds nothing of the line but the name of the key at fault.
    """
    for number, raw in lines(path, what):
        if raw is None:
            raise InputError(f"line {number} of the {what} is too long")
        yield number, _parse_row(raw, kind, f"line {number} of the {what}")


def _parse_row(raw: bytes | str, kind: TypeAdapter[T], where: str) -> T:
    """Return the row that a line of JSON is. Raises InputError as `read_rows`; `where` opens the message."""
    try:
        return kind.validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        key = ".".join(map(str, first["loc"]))[:_MOST_KEY]
        raise InputError(f"{where}: {key + ': ' if key else ''}{_plain(first['type'], first['msg'])}") from None


def _plain(kind: str, message: str) -> str:
    """Return what is wrong in words that quote nothing of the row."""
    if kind == "json_invalid":
        return "this is not JSON"
    if kind == "unexpected_keyword_argument":
        return "there is no such key"
    return message[:1].lower() + message[1:]
