"""The records of the audit, as a chain: each holds the hash of the one before, so that none can change unseen.

A record is a line of JSON. With a key the hashes are HMACs, and whoever can write the file still cannot make a chain
that holds. What was cut off at the end shows only against a head that was noted elsewhere: the last hash.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

START = "0" * 64
# A line that a crash or a full disk broke off is followed by a record that says so, with the hash of what was left.
RECOVERED, TORN = "recovered", "torn_sha256"
_HASH, _PREVIOUS, _NUMBER = "hash", "previous", "n"
# A write to an EHR is told before it is tried, and again by its name once it was looked at or the EHR had refused.
WRITE = "write"
WRITTEN, WRITTEN_OTHERWISE, NOT_WRITTEN = _SETTLED = ("written", "written_otherwise", "not_written")


class Head(NamedTuple):
    """The last record of a chain: its number, from 1, and its hash."""

    number: int = 0
    hash: str = START


NOTHING = Head()


class Verified(NamedTuple):
    """What a check of a chain found: its last good record, and what is wrong at which line ("" and 0: nothing).

    `unsettled` are the numbers of writes that the audit does not know to be whole.
    """

    head: Head
    fault: str = ""
    line: int = 0
    unsettled: tuple[int, ...] = ()


def link(told: Mapping[str, Any], head: Head, key: bytes) -> tuple[bytes, Head]:
    """Return the line of the record after `head`, and the new head."""
    record = {_NUMBER: head.number + 1, **told, _PREVIOUS: head.hash}
    digest = _digest(record, key)
    return _write({**record, _HASH: digest}) + b"\n", Head(head.number + 1, digest)


def read_head(line: bytes, key: bytes) -> Head | None:
    """Return the head that a line is, None where it is no whole record of this key."""
    record = _read(line)
    if record is None or not hmac.compare_digest(str(record.pop(_HASH, "")), _digest(record, key)):
        return None
    number = record.get(_NUMBER)
    return Head(number, _digest(record, key)) if isinstance(number, int) else None


def verify(lines: Iterable[bytes], key: bytes, noted: Head | None = None) -> Verified:
    """Check every record of a chain against the one before it; the first fault ends the check.

    `noted` is a head that was noted before: a chain without it was cut off, or made anew.
    """
    head, torn = NOTHING, b""
    begun: dict[str, int] = {}
    number, is_there = 0, noted in (None, NOTHING)
    for number, line in enumerate(lines, 1):
        found = read_head(line, key)
        if found is None:
            if torn:
                return Verified(head, "the record is broken", number - 1)
            torn = line
            continue
        record = _read(line) or {}
        if torn and (record.get("event") != RECOVERED or record.get(TORN) != hash_torn(torn)):
            return Verified(head, "the record is broken", number - 1)
        if found.number != head.number + 1 or record.get(_PREVIOUS) != head.hash:
            return Verified(head, "the record does not follow the one before it", number)
        head, torn = found, b""
        if record.get("event") == WRITE:
            begun.setdefault(str(record.get("name")), found.number)
        elif record.get("event") in _SETTLED:
            begun.pop(str(record.get("name")), None)
        is_there = is_there or head == noted
    if torn:
        return Verified(head, "the record is broken", number)
    return (
        Verified(head, unsettled=tuple(begun.values()))
        if is_there
        else Verified(head, "the head that was noted before is not in it")
    )


def hash_torn(line: bytes) -> str:
    """Return the hash of a line that broke off, without its end."""
    return hashlib.sha256(line.rstrip(b"\n")).hexdigest()


def _digest(record: Mapping[str, Any], key: bytes) -> str:
    text = _write(record)
    return hmac.new(key, text, hashlib.sha256).hexdigest() if key else hashlib.sha256(text).hexdigest()


def _write(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":"), sort_keys=True).encode()


def _read(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and line.endswith(b"\n") else None
