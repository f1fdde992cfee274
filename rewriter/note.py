"""What the caller hands in: a note, the visit it belongs to, answers to questions."""

import json
from dataclasses import dataclass, field
from typing import Any

from rewriter.errors import InputError
from rewriter.text import is_binary
from rewriter.visit import Visit

LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A clinician's reply to the question with this code; it licenses facts as the note does.

    `place` tells questions of one code apart. Without one it answers the only question that the code asks: where there
    are several, it closes none of them.
    """

    code: str
    text: str
    date: str = ""
    place: str = ""

    @property
    def key(self) -> str:
        """What the question is known by."""
        return name_key(self.code, self.place)


@dataclass(frozen=True, slots=True)
class Note:
    """A clinician's text, to be documented under one CPT code."""

    text: str
    cpt: str = "97112"
    visit: Visit = field(default_factory=Visit)
    answers: tuple[Answer, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.text)


def name_key(code: str, place: str) -> str:
    """Return what a question is known by: its rule's code, and the place that it is about where there is one."""
    return f"{code}@{place}" if place else code


def check_text(text: str, what: str = "note") -> None:
    """Raise InputError where `text` is not a note that can be read: empty, binary, too long, broken Unicode."""
    if not isinstance(text, str):
        raise InputError(f"the {what} is not text")
    if len(text) > LONGEST:
        raise InputError(f"the {what} has {len(text):,} characters; the most that is read is {LONGEST:,}")
    if not text.strip():
        raise InputError(f"the {what} is empty")
    if is_binary(text):
        raise InputError(f"the {what} holds control characters: it looks like a binary file, not text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"the {what} has a broken character (lone surrogate) at position {error.start}") from None


def parse_json(text: str, what: str) -> Any:
    """Return JSON data. Raises InputError with the place of the fault, never with the text."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f" at line {error.lineno}, column {error.colno}"
        raise InputError(f"{what} is not valid JSON{place}") from None
    except RecursionError:
        raise InputError(f"{what} is not valid JSON: it is nested too deeply") from None
    except ValueError:  # Python reads no whole number of more than 4300 digits
        raise InputError(f"{what} holds a number that is too long") from None
