"""Options for notes that are signed already: the original stays, and an entry is added to it."""

import argparse
from datetime import datetime

from rewriter.amend import Entry, entry_from
from rewriter.errors import SettingsError


def add_signed(parser: argparse.ArgumentParser) -> None:
    """Add the options that describe an entry."""
    signed = parser.add_argument_group("a note that is signed already", "The original stays; an entry is added to it.")
    signed.add_argument("--signed", action="store_true", help="make an addendum or late entry, not a replacement")
    signed.add_argument("--author", metavar="NAME", help="who makes the entry, with credentials")
    signed.add_argument("--reason", metavar="TEXT", help="why it is made after the note was signed")
    signed.add_argument("--basis", metavar="TEXT", help="what it rests on: memory, a treatment log")
    signed.add_argument("--entered", metavar="TIME", help="date and time of the entry (now), such as 2026-11-20T14:05")


def entry_of(arguments: argparse.Namespace, now: datetime) -> Entry | None:
    """Return the entry to a signed note that the options describe; None without --signed."""
    told = {key: getattr(arguments, key) for key in ("author", "reason", "basis", "entered")}
    if arguments.signed:
        return entry_from(told, now)
    if any(value is not None for value in told.values()):
        raise SettingsError("--author, --reason, --basis and --entered tell of an entry to a signed note: add --signed")
    return None
