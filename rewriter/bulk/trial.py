"""What a job would do, from a sample of its notes, before anything is asked of a model."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from rewriter.bulk.desk import Desk
from rewriter.bulk.journal import Journal
from rewriter.bulk.outcome import REJECTED
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.terms import Terms, fingerprint
from rewriter.loop import Ask

SAMPLE = 1_000
_SLICE = 500


@dataclass
class Trial:
    """What a job would do.

    Of its `rows`, `rejected` cannot be read, `had` have a result and `equal` share that of an equal note. Of the others
    `sample` was begun: `asks` is what a model would be asked first, `no_notes` turned out to be no notes. `seconds` is
    CPU time for one note.
    """

    rows: int = 0
    rejected: int = 0
    had: int = 0
    equal: int = 0
    sample: list[Row] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    no_notes: int = 0
    seconds: float = 0.0

    @property
    def new(self) -> int:
        """How many notes would be done."""
        return self.rows - self.rejected - self.had - self.equal

    @property
    def need_model(self) -> int:
        """How many notes would ask a model; exact where all new ones were begun."""
        return round(self.new * len(self.asks) / len(self.sample)) if self.sample else 0


def try_out(rows: Iterator[Row | Reject], terms: Terms, journal: Journal | None = None) -> Trial:
    """Read a whole source, and begin up to 1,000 of its new notes, drawn evenly; nothing is asked or written."""
    trial = Trial()
    draw = random.Random(1)
    digest = terms.digest()
    seen: set[bytes] = set()
    waiting: list[tuple[Row, bytes]] = []
    for row in rows:
        trial.rows += 1
        if isinstance(row, Reject):
            trial.rejected += 1
            continue
        fp = fingerprint(digest, row.line)
        if fp in seen:
            trial.equal += 1
            continue
        seen.add(fp)
        waiting.append((row, fp))
        if len(waiting) == _SLICE:
            _draw(trial, waiting, journal, draw)
            waiting = []
    _draw(trial, waiting, journal, draw)
    _begin(trial, Desk(terms))
    return trial


def _draw(trial: Trial, waiting: list[tuple[Row, bytes]], journal: Journal | None, draw: random.Random) -> None:
    """Let notes into the sample so that each one of the source has the same chance."""
    done = journal.find_done([fp for _, fp in waiting]) if journal else set()
    first = trial.new - len(waiting)
    new = [row for row, fp in waiting if fp not in done]
    trial.had += len(waiting) - len(new)
    for number, row in enumerate(new, first):
        if number < SAMPLE:
            trial.sample.append(row)
        elif (place := draw.randrange(number + 1)) < SAMPLE:
            trial.sample[place] = row


def _begin(trial: Trial, desk: Desk) -> None:
    began = time.process_time()
    for row in trial.sample:
        answer = desk.begin(0, row.line)
        if isinstance(answer, Ask):
            trial.asks.append(answer)
            desk.drop(0)
        elif answer.status == REJECTED:
            trial.no_notes += 1
    trial.seconds = (time.process_time() - began) / max(len(trial.sample), 1)
