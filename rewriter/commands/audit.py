"""`rewriter audit`: look after the audit that the service keeps."""

import argparse
import re
from collections.abc import Iterator
from contextlib import ExitStack

from rewriter.button.chain import Head, Verified, verify
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, OPEN, dump, write
from rewriter.errors import SettingsError
from rewriter.files import open_bytes, take
from rewriter.lines import count

_HEAD = re.compile(r"([0-9]{1,15}):([0-9a-f]{64})")
_LONGEST_LINE = 1 << 20


def add(command: Adder) -> None:
    """Add the group of commands to the parser."""
    group = command.group("audit", "Look after the audit that the service keeps.")
    parser = group("verify", run, "Check that no record of an audit was changed, added or taken out.")
    parser.add_argument("file", metavar="FILE", help="the audit; its key comes from the service's settings")
    parser.add_argument(
        "--head", metavar="N:HASH", help="a head noted before: that record must be there, so nothing was cut off"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check an audit; return the exit code."""
    # Imported here: pydantic takes a fifth of a second, and no other command needs it.
    from rewriter.button.settings import load_serve_settings

    noted = _read_head(arguments.head) if arguments.head is not None else None
    key = load_serve_settings().audit_key.get_secret_value().encode()
    with ExitStack() as stack:
        found = verify(_read_lines(arguments.file, stack), key, noted)
    if arguments.format == "json":
        write(
            dump(
                {
                    "records": found.head.number,
                    "hash": found.head.hash,
                    "fault": found.fault,
                    "line": found.line,
                    "unsettled": found.unsettled,
                }
            )
        )
    else:
        write(_say(found))
    return OPEN if found.fault else DONE


def _read_lines(path: str, stack: ExitStack) -> Iterator[bytes]:
    stream = open_bytes(path, "audit", stack)
    while line := take(lambda: stream.readline(_LONGEST_LINE), "audit"):
        yield line


def _read_head(written: str) -> Head:
    match = _HEAD.fullmatch(written)
    if match is None:
        raise SettingsError("--head must be a number and a hash, N:HASH, as `rewriter audit verify` shows it")
    return Head(int(match[1]), match[2])


def _say(found: Verified) -> str:
    head = f"{found.head.number}:{found.head.hash}"
    if not found.fault:
        return "\n".join([f"{found.head.number:,} records hold.", f"Head: {head}", *_say_unsettled(found)])
    where = f" at line {found.line}" if found.line else ""
    return f"The audit does not hold: {found.fault}{where}.\nThe last record that holds: {head}"


def _say_unsettled(found: Verified) -> list[str]:
    if not found.unsettled:
        return []
    numbers = ", ".join(map(str, found.unsettled))
    return [
        f"Begun and not known to be whole: {count(len(found.unsettled), 'write')} (record {numbers}).",
        "Look for the note in the EHR by the record's name: it may lack its Provenance. Approving again completes it.",
    ]
