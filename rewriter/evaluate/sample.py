"""Samples: notes with what is expected of their rewrites, one JSON object a line.

    {"id": "ev-001", "text": "...", "cpt": "97112", "minutes": 25, "visit": {...}, "answers": {...},
     "expected": "accepted",
     "facts": ["25 minutes", "right hemiparesis | hemiparesis of the right", "tactile cue* ... quadriceps"],
     "traps": ["minimal assistance", "left hemiparesis"],
     "questions": ["DOC130"], "may_ask": ["DOC140", "DOC150"],
     "tags": ["setting:snf", "diagnosis:stroke", "difficulty:hard", "trap:sides"]}

`text`, `cpt`, `minutes`, `visit` and `answers` are the keys of a batch. `expected` is a status of a result. `facts` are
what must survive, and `traps` untrue things that the note tempts a writer to say: both are wordings (see `wording`).
`questions` are the rule codes of the questions that are due, `may_ask` those that do no harm; where `questions` is left
out, the questions are not scored. A tag is `group:name`. Only `id`, `text` and `expected` are needed.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from rewriter.errors import InputError
from rewriter.evaluate.rows import read_rows
from rewriter.evaluate.wording import compile_wording
from rewriter.note import check_text
from rewriter.visit import Visit, visit_from


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class Sample:
    """One note with what is expected of its rewrite; the module says what each part means."""

    id: str
    text: str
    expected: Literal["accepted", "needs_input", "refused"]
    cpt: str = "97112"
    minutes: float | None = None
    visit: Mapping[str, Any] | None = None
    answers: Mapping[str, Any] | None = None
    facts: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    questions: tuple[str, ...] | None = None
    may_ask: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def line(self) -> dict[str, Any]:
        """The note as a line of a batch: what `rewriter.intake.take_line` takes."""
        said: dict[str, Any] = {"id": self.id, "text": self.text, "cpt": self.cpt, "minutes": self.minutes}
        said |= {"visit": self.visit, "answers": self.answers}
        return {key: value for key, value in said.items() if value is not None}

    def known_visit(self) -> Visit:
        """Return the visit. Raises InputError where it is not one."""
        visit = dict(self.visit or {})
        if self.minutes is not None:
            visit["minutes"] = self.minutes
        return visit_from(visit)


_SAMPLE = TypeAdapter(Sample)


def read_samples(path: str | Path) -> list[Sample]:
    """Return the samples of a file. Raises InputError, with the line's number, for what is none or stands twice."""
    samples: dict[str, Sample] = {}
    for number, sample in read_rows(str(path), _SAMPLE, "samples"):
        where = f"line {number} of the samples"
        if sample.id in samples:
            raise InputError(f"{where}: its id stands on an earlier line")
        try:
            _check(sample)
        except InputError as error:
            raise InputError(f"{where}: {error}") from None
        samples[sample.id] = sample
    if not samples:
        raise InputError("there are no samples in the file")
    return list(samples.values())


def _check(sample: Sample) -> None:
    """Raise InputError for what the shape of a sample does not show."""
    if not sample.id.strip():
        raise InputError("its id is empty")
    check_text(sample.text)
    sample.known_visit()
    _check_wordings(sample.facts, "facts")
    _check_wordings(sample.traps, "traps")
    if any(not tag.strip() for tag in sample.tags):
        raise InputError("tags: one is empty")


def _check_wordings(wordings: Iterable[str], key: str) -> None:
    for number, wording in enumerate(wordings, 1):
        try:
            compile_wording(wording)
        except InputError as error:
            raise InputError(f"{key}, number {number}: {error}") from None
