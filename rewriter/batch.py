"""Batches: JSON lines in, one JSON object a line out, in the same order. What is done with a line is the caller's.

Every line in is an object with an "id", text or a whole number. A line that cannot be done costs the others nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

from rewriter.errors import InputError, RewriterError
from rewriter.files import BOM, check_characters, decode, open_bytes, take
from rewriter.note import LONGEST, parse_json

# A batch line holds at most two texts, and JSON may write each character as two six-byte escapes.
_MOST_LINE = 2 * 12 * LONGEST

# Does one line: its object in; out come the fields of the answer, and whether the text was accepted.
Work = Callable[[Mapping[str, Any]], tuple[dict[str, Any], bool]]


def run_lines(path: str, work: Work) -> Iterator[tuple[dict[str, Any], bool | None]]:
    """Yield for each line of a batch the object to write and whether it was accepted; `-` reads standard input.

    The object is `{"id", ...}` with what `work` returned. For a line that could not be done it is
    `{"id", "line", "error"}`, `id` null where the line has none that can be used, and None stands in place of
    whether it was accepted. Raises InputError only where the batch itself cannot be opened or read.
    """
    for _, done, accepted in number_lines(path, work):
        yield done, accepted


def number_lines(path: str, work: Work) -> Iterator[tuple[int, dict[str, Any], bool | None]]:
    """Yield what `run_lines` yields, with the number of each line, from 1, before it."""
    for number, raw in lines(path):
        yield number, *_answer(number, raw, work)


def lines(path: str, what: str = "batch") -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of a file that are not blank with their numbers from 1; None stands for one that is too long.

    `what` names the file in messages. Raises InputError where it cannot be opened or read.
    """
    with ExitStack() as stack:
        yield from stream_lines(open_bytes(path, what, stack), what)


def stream_lines(stream: BinaryIO, what: str) -> Iterator[tuple[int, bytes | None]]:
    """Yield of an open file what `lines` yields. Raises InputError where it cannot be read."""
    number, cut = 0, False
    while raw := take(lambda: stream.readline(_MOST_LINE), what):
        was_cut, cut = cut, not raw.endswith(b"\n") and len(raw) == _MOST_LINE
        if was_cut:
            continue
        number += 1
        raw = raw.removeprefix(BOM) if number == 1 else raw
        if cut or raw.strip():
            yield number, None if cut else raw


def field(item: Mapping[str, Any], key: str) -> str:
    """Return the text that a line has under `key`. Raises InputError where it is missing or not text."""
    if key not in item:
        raise InputError(f"the line lacks {key!r}")
    text = item[key]
    if not isinstance(text, str):
        raise InputError(f"{key!r} must be text")
    return text


def fault(error: Exception) -> str:
    """Name a fault of ours by its kind and place; its own message might quote the note."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    return f"internal fault: {type(error).__name__}{place}"


def _answer(number: int, raw: bytes | None, work: Work) -> tuple[dict[str, Any], bool | None]:
    name: str | int | None = None
    try:
        item = _object(raw)
        name = _name(item)
        check_characters(item, "the line")
        done, accepted = work(item)
        return {"id": name, **done}, accepted
    except RewriterError as error:
        message = str(error)
    except Exception as error:  # one line's fault must not cost the other lines their answers
        message = fault(error)
    return {"id": name, "line": number, "error": message}, None


def _object(raw: bytes | None) -> Mapping[str, Any]:
    if raw is None:
        raise InputError("the line is too long")
    item = parse_json(decode(raw, "line"), "the line")
    if not isinstance(item, Mapping):
        raise InputError("the line is not a JSON object")
    return item


def _name(item: Mapping[str, Any]) -> str | int:
    if "id" not in item:
        raise InputError("the line lacks 'id'")
    name = item["id"]
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise InputError("'id' must be text or a whole number")
    check_characters(name, "'id'")
    return name
