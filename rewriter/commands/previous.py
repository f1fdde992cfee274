"""Earlier notes of a chart: from a file of JSON lines, or from the line of a batch."""

from collections.abc import Mapping
from typing import Any

from rewriter.batch import lines
from rewriter.earlier import Earlier, earlier_from
from rewriter.errors import InputError
from rewriter.files import check_characters, decode
from rewriter.note import parse_json


def read_previous(path: str) -> tuple[Earlier, ...]:
    """Return the notes of a file of JSON lines; `-` reads standard input. A file may hold none.

    Raises InputError where it cannot be read, and for a broken line, which is named by its number.
    """
    return tuple(_read_line(number, raw) for number, raw in lines(path, "file of earlier notes"))


def _read_line(number: int, raw: bytes | None) -> Earlier:
    where = f"line {number} of the earlier notes"
    if raw is None:
        raise InputError(f"{where} is too long")
    try:
        text = decode(raw, "line")
    except InputError as error:
        raise InputError(f"{where}: {error}") from None
    data = parse_json(text, where)
    check_characters(data, where)
    return earlier_from(data, where)


def previous_of(item: Mapping[str, Any]) -> tuple[Earlier, ...]:
    """Return the notes that a batch line has under "previous". Raises InputError where they are not a list of notes."""
    data = item.get("previous")
    if data is None:
        return ()
    if not isinstance(data, list):
        raise InputError("'previous' must be a list of earlier notes")
    return tuple(earlier_from(note, f"earlier note {number}") for number, note in enumerate(data, 1))
