"""Places in a text that tell who somebody is."""

import re
from typing import NamedTuple

from rewriter.pattern import late
from rewriter.reading.quantities.units import UNITS

NAME, DATE, ID, PHONE, EMAIL, ADDRESS = KINDS = ("NAME", "DATE", "ID", "PHONE", "EMAIL", "ADDRESS")
# A word's edge: no letter and no figure beside it.
LEFT, RIGHT = r"(?<![^\W_])", r"(?![^\W_])"
_WORD_NEXT = late(r"\s*([a-z%\"']+)", re.IGNORECASE)


class Span(NamedTuple):
    """A place to hide: what kind it is of, and whose or what it is (`key`: the same for all its ways of writing)."""

    start: int
    end: int
    kind: str
    key: str


def is_before_unit(text: str, at: int) -> bool:
    """Tell whether a unit stands at offset `at`, with or without spaces before it."""
    match = _WORD_NEXT.match(text, at)
    return match is not None and match[1].lower() in UNITS
