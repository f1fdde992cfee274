"""The record of one sample's run: the JSON line that passes from a run to the scores, the comparison and the report.

A file of records holds one arm: one engine with one prompt. It holds notes and rewrites, so it is kept as a note is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from rewriter.errors import InputError
from rewriter.evaluate.rows import read_rows
from rewriter.result import COMPOSER, Status

# What a later version adds to a finding or a result is no fault of a record.
_LOOSE = ConfigDict(extra="ignore")
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Found:
    """One finding, as in the contract: offsets are code points of the text named by `side`, None for what is absent."""

    code: str
    level: str
    side: str
    start: int | None = None
    end: int | None = None
    anchor_start: int | None = None
    anchor_end: int | None = None
    text: str = ""
    message: str = ""
    mend: str = "none"
    name: str = ""


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Question:
    """One question to the clinician."""

    code: str
    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Request:
    """One request to the model: its kind and outcome as in the trace, and the codes of the faults it left."""

    kind: str
    outcome: str
    codes: tuple[str, ...] = ()
    kept: bool = False
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Versions:
    """What made the result, as in the contract; None where no model wrote."""

    rewriter: str = ""
    pack: str = ""
    pack_sha256: str = ""
    prompt: str | None = None
    prompt_sha256: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Run:
    """What came of one note: the result's JSON, as far as scores and reports look at it.

    `outcome` says how the model's loop ended, "" for the composer; `attempt` is a model's failed best draft. `seconds`
    is the time the note took, `cost` in US dollars, None where no price is known.
    """

    status: str
    engine: str = COMPOSER
    rewrite: str | None = None
    findings: tuple[Found, ...] = ()
    questions: tuple[Question, ...] = ()
    trace: tuple[Request, ...] = ()
    versions: Versions = Versions()
    outcome: str = ""
    attempt: str | None = None
    seconds: float = 0.0
    cost: float | None = None

    @property
    def text(self) -> str | None:
        """The engine's own text; None where nothing was returned, or the composer's stands in for a failed model."""
        return None if self.status in (Status.REFUSED, Status.FAILED) else self.rewrite


@dataclass(frozen=True, slots=True, config=_STRICT)
class Scored:
    """One sample's run with its scores.

    `epoch` counts the repeats of a sample from 1. `note` is the source's text, `tags` are the sample's. `scores` are
    by name: a yes/no score is 1 or 0, and None is a score that does not apply. `replies` are the model's replies in
    the order of `run.trace`, so that they can be judged anew.
    """

    sample: str
    epoch: int
    note: str
    run: Run
    scores: Mapping[str, float | None] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()


_RUN = TypeAdapter(Run)
_SCORED = TypeAdapter(Scored)


def run_from(result: Mapping[str, Any], *, seconds: float = 0.0, cost: float | None = None) -> Run:
    """Return the run that a result's JSON (`Result.to_dict()`) tells of."""
    return _RUN.validate_python({**result, "seconds": seconds, "cost": cost})


def to_line(record: Scored) -> str:
    """Return a record as its line, without the line's end."""
    return _SCORED.dump_json(record).decode()


def read_records(path: str | Path) -> list[Scored]:
    """Return the records of a file. Raises InputError for a line that is none, and for a sample's epoch told twice."""
    records = []
    seen: set[tuple[str, int]] = set()
    for number, record in read_rows(str(path), _SCORED, "records"):
        if (record.sample, record.epoch) in seen:
            raise InputError(f"line {number} of the records: this epoch of the sample stands there already")
        seen.add((record.sample, record.epoch))
        records.append(record)
    return records


def write_records(path: str | Path, records: Iterable[Scored]) -> None:
    """Write records to a file, one a line."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{to_line(record)}\n" for record in records)
