"""What goes between the service and the processes that read and judge: orders in, turns out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rewriter.loop import Ask

READING, QUESTIONS, DRAFT, CHECKED, DONE = "reading", "questions", "draft", "checked", "done"


@dataclass(frozen=True, slots=True)
class Order:
    """One request: the line as `take_line` reads it, and how its result is to look."""

    line: Mapping[str, Any] = field(repr=False)
    profile: str
    offsets: str
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One event of progress: its name and what it says."""

    event: str
    data: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Done:
    """A result as JSON, with what the audit and the metrics are told of it.

    `sha256` is the hash of the text that came out, "" where there is none.
    """

    json: bytes = field(repr=False)
    status: str
    sha256: str
    versions: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a process has to say: progress, then either what a model is to be asked, or the end."""

    told: tuple[Told, ...] = ()
    ask: Ask | None = None
    done: Done | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a text cannot be worked on: `kind` is one of `problems`, `detail` holds nothing of the text."""

    kind: str
    detail: str
