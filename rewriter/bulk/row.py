"""One note of many as it came from its source, before anything is done with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One note: its own `id`, and where it stood in the source (`place`, such as "row 17"; never text of the note).

    `line` is what `rewriter improve --batch` takes for a note: "text" and, where known, "cpt", "minutes", "visit",
    "answers", "signed". `clinician` and `date` say in whose worklist its questions belong, and from when. `kept` is
    handed through to the exports: references to the records that the note came from.
    """

    place: str
    id: str
    line: Mapping[str, Any]
    clinician: str = ""
    date: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that cannot be a note: where it stood, its id where it has one, and why. Never its text."""

    place: str
    id: str
    reason: str
