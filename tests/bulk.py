"""What the tests of bulk share: terms, rows, and a stand-in for a model's server."""

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Unpack

from rewriter.bulk.calls import Calls, Keep, Stopped
from rewriter.bulk.journal import Journal
from rewriter.bulk.pool import Pool
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.runner import Runner
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.terms import Terms
from rewriter.case import Rules
from rewriter.engine import Manner, Writer
from rewriter.improve import Begun, begin
from rewriter.intake import Options
from rewriter.loop import OK, Ask, Limits, Reply, Usage
from rewriter.note import Note
from rewriter.prompt import load_prompt
from rewriter.visit import Visit

NOW = datetime(2026, 11, 22, 9, 0)
OPTIONS = Options("97112", Visit(), (), "narrative", None)
TERMS = Terms(OPTIONS, None, NOW)
ASKING = Terms(OPTIONS, None, NOW, Writer("m", "proved", load_prompt("arrange"), True, Limits()))
# What a model would reply for a note of `note`, in slots.
GOOD = {
    "s1": "Therapist provided {treatment1} for {time1}.",
    "s2": "Therapist facilitated {activity1} using {cue1}.",
}


def note(number: int) -> str:
    """Return a note that differs from the others by its minutes and its repetitions."""
    minutes, repetitions = 15 + number % 40, 5 + number // 40
    return f"Wt shift to R x{repetitions} for poor propriocep R LE, TC @ R hip. goal: amb to bathroom. {minutes} min"


def row(number: int, text: str | None = None) -> Row:
    """Return a row with its own note, or with this text."""
    return Row(f"row {number}", f"n{number}", {"text": note(number) if text is None else text})


def written(rows: dict[str, str]) -> Reply:
    """Return a reply that holds a draft."""
    sentences = [{"id": name, "text": text} for name, text in rows.items()]
    return Reply(OK, json.dumps({"sentences": sentences}), Usage(100, 20))


_BEGUN: dict[str, Begun] = {}


def begin_once(note: Note, manner: Manner | None, **rules: Unpack[Rules]) -> Begun:
    """Begin a note as `improve` does, the same note once: runs are about how notes are sent, lost and answered."""
    asked = repr((note, manner, rules))
    if asked not in _BEGUN:
        _BEGUN[asked] = begin(note, manner, **rules)
    return _BEGUN[asked]


async def no_time(_: float) -> None:
    """Sleep as a server's client would, but no time."""
    await asyncio.sleep(0)


class Scripted:
    """Calls that are answered by a script: a reply, or the reason of a stop."""

    def __init__(self, script: Callable[[int, Ask], Reply | str], width: int = 4) -> None:
        self._script = script
        self.width = width
        self.asked: list[Ask] = []
        self.in_flight = self.most_in_flight = 0

    async def reply(self, ask: Ask, keep: Keep) -> Reply:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            self.asked.append(ask)
            answer = self._script(len(self.asked), ask)
            await asyncio.sleep(0)
            if isinstance(answer, str):
                raise Stopped(answer)
            await keep(answer, 0.01)
            return answer
        finally:
            self.in_flight -= 1

    def stop(self, reason: str) -> None:
        pass

    async def aclose(self) -> None:
        pass


def run(
    path: Path,
    rows: Iterator[Row | Reject] | Sequence[Row | Reject],
    *,
    terms: Terms = TERMS,
    calls: Calls | None = None,
    begin: Callable[[Runner], None] = lambda _: None,
) -> Runner:
    """Do one run over rows with one process, and return the runner as it ended; `begin` is called before."""
    journal = Journal(path, create=True)
    digest = terms.digest()
    job = journal.begin_run(digest, "rows", {}, NOW)

    async def go() -> Runner:
        with Pool(terms, 1) as pool:
            async with Scribe(journal) as scribe:
                runner = Runner(job, digest, scribe, pool, calls)
                begin(runner)
                runner.stop(await runner.run(iter(rows)))
                return runner

    try:
        return asyncio.run(go())
    finally:
        journal.close()


def results(path: Path) -> dict[str, str]:
    """Return what became of each note of the last job, by id."""
    journal = Journal(path)
    try:
        return {one.id: one.outcome.status if one.outcome else "" for one in journal.notes(journal.job())}
    finally:
        journal.close()
