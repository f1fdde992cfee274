"""Options that are numbers."""

import argparse
from typing import TypeVar

from rewriter.errors import SettingsError

Number = TypeVar("Number", int, float)


def read_number(arguments: argparse.Namespace, name: str, kind: type[Number]) -> Number | None:
    """Return the number above zero that an option was given, None without it. Raises SettingsError."""
    written = getattr(arguments, name)
    if written is None:
        return None
    try:
        number = kind(written)
    except ValueError:
        number = kind(0)
    if not 0 < number < float("inf"):
        raise SettingsError(f"--{name.replace('_', '-')} must be a {'whole ' * (kind is int)}number above zero")
    return number
