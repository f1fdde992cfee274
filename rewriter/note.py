"""What the caller hands in: a note, the visit it belongs to, answers to questions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from rewriter.errors import InputError
from rewriter.text import is_binary

LONGEST = 1_000_000
_MOST_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known beside the note. Minutes are one-on-one treatment minutes of the billed code.

    `minutes_by_code` maps CPT codes to minutes, `minutes_by_provider` credentials to minutes; `units` are billed
    units of the code, `total_minutes` the stated total of timed codes. `people` are names of patient, relatives and
    staff, `identifiers` what else tells who the patient is ("mrn", "phone", "email", "address", "birth_date"): both
    are hidden from a model.
    """

    minutes: float | None = None
    date: str = ""
    discipline: str = ""
    setting: str = ""
    payer: str = ""
    units: int | None = None
    total_minutes: float | None = None
    minutes_by_code: Mapping[str, float] = field(default_factory=dict)
    minutes_by_provider: Mapping[str, float] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A clinician's reply to the question with this code; it licenses facts as the note does."""

    code: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A clinician's text, to be documented under one CPT code."""

    text: str
    cpt: str = "97112"
    visit: Visit = field(default_factory=Visit)
    answers: tuple[Answer, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.text)


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


def visit_from(data: object) -> Visit:
    """Return the visit that JSON data describes. Raises InputError on unknown keys or wrong types."""
    if not isinstance(data, Mapping):
        raise InputError("the visit must be a JSON object")
    known = {item.name for item in fields(Visit)}
    if unknown := sorted(set(data) - known):
        raise InputError(f"the visit has an unknown key {unknown[0][:40]!r}; known are: {', '.join(sorted(known))}")
    values: dict[str, Any] = {}
    for key, value in data.items():
        if value is None:
            continue
        if key in ("minutes", "total_minutes"):
            values[key] = _minutes(value, key)
        elif key == "units":
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise InputError("visit.units must be a whole number")
            values[key] = value
        elif key in ("minutes_by_code", "minutes_by_provider"):
            if not isinstance(value, Mapping):
                raise InputError(f"visit.{key} must be an object of minutes")
            values[key] = {str(name): _minutes(item, key) for name, item in value.items()}
        elif key in ("people", "goals"):
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise InputError(f"visit.{key} must be a list of texts")
            values[key] = tuple(value)
        elif key == "identifiers":
            if not isinstance(value, Mapping) or not all(isinstance(item, str) for item in value.values()):
                raise InputError(f"visit.{key} must be an object of texts")
            values[key] = {str(name): item for name, item in value.items()}
        elif not isinstance(value, str):
            raise InputError(f"visit.{key} must be text")
        else:
            values[key] = value
    return Visit(**values)


def _minutes(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST_MINUTES:
        raise InputError(f"visit.{key} must be minutes between 0 and {_MOST_MINUTES}")
    return float(value)


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
