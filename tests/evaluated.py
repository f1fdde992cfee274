"""Samples, runs and records to measure scores and comparisons by; no note of anybody."""

import random
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from rewriter.evaluate.record import Found, Question, Request, Run, Scored
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.score import Trial
from rewriter.evaluate.scores import SCORES

Expected = Literal["accepted", "needs_input", "refused"]


def trial(run: Run, *, expected: Expected = "accepted", plain: Run | None = None, **said: Any) -> Trial:
    return Trial(Sample("s1", "Step taps R 2x8, TC @ quads.", expected, **said), run, plain)


def measure(name: str, run: Run, **said: Any) -> float | None:
    return SCORES[name].of(trial(run, **said))


def written(text: str = "One text.", status: str = "accepted", **said: Any) -> Run:
    return Run(status, rewrite=text, **said)


def found(code: str, level: str = "error") -> Found:
    return Found(code, level, "rewrite", 0, 3, text="One", message=f"Message of {code}.")


def question(code: str) -> Question:
    return Question(code, "How did the patient respond?")


def request(*codes: str, kind: str = "draft", read: int = 300, wrote: int = 80) -> Request:
    return Request(kind, "ok", codes, input_tokens=read, output_tokens=wrote)


def record(
    sample: str, scores: Mapping[str, float | None], epoch: int = 1, run: Run | None = None, tags: Sequence[str] = ()
) -> Scored:
    return Scored(sample, epoch, "Step taps R.", run or written(), scores, tuple(tags))


def arm(seed: int, quality: float, *, notes: int = 120, epochs: int = 1, tags: int = 0) -> list[Scored]:
    """Return an arm whose runs have the expected status as often as `quality`; easy notes are easy for every arm."""
    chance, ease = random.Random(seed), random.Random(0)
    records = []
    for number in range(notes):
        easier = ease.uniform(-0.1, 0.1)
        for epoch in range(1, epochs + 1):
            good = chance.random() < quality + easier
            scores = {"status_as_expected": float(good), "words": chance.gauss(60 + 40 * easier, 5)}
            run = written(status="accepted") if good else written(status="needs_input", findings=(found("DOC101"),))
            group = [f"group:{number % tags}"] if tags else []
            records.append(record(f"n{number}", scores, epoch, run, group))
    return records
