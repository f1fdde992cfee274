"""What the tests of runs share: samples, arms that ask a scripted server, and orders. No note of anybody."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rewriter.bulk.server import Bounds
from rewriter.engine import Writer
from rewriter.evaluate.arms import Arm
from rewriter.evaluate.order import Order
from rewriter.evaluate.sample import Sample
from rewriter.loop import Limits
from rewriter.prompt import Prompt, find_folder, load_prompt, parse_prompt
from rewriter.settings import Settings, load_settings
from tests.bulk import GOOD, OPTIONS, note
from tests.fault_server import Answer, draft

# A slot that no note has: the proof rejects it each time.
BAD = {**GOOD, "s2": "Therapist facilitated {activity1} using {cue9}."}
FOUR = Bounds(4)
COMPOSED = Arm("compose")


def lines(count: int) -> bytes:
    """Return so many samples, each with its own note, as they stand in a file."""
    rows = ({"id": f"e{number}", "text": note(number), "expected": "accepted"} for number in range(count))
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def sample(number: int = 0) -> Sample:
    return Sample(f"e{number}", note(number), "accepted")


def settings(url: str) -> Settings:
    return load_settings(base_url=url)


def arm(url: str, model: str = "m", prompt: Prompt | None = None) -> Arm:
    """Return an arm that asks the server at `url`."""
    prompt = prompt or load_prompt("arrange@1")
    at = settings(url)
    return Arm(f"{model} {prompt.id}", Writer(model, "proved", prompt, True, Limits()), at, at.parameters)


def worse() -> Prompt:
    """Return a prompt that is worse by a sentence: the server of `careless` writes badly for it."""
    raw = (find_folder() / "arrange.v1.md").read_bytes()
    return parse_prompt("arrange", 9, raw.replace(b"# system\n", b"# system\nCARELESS: slots are optional.\n"))


def careless(_: int, request: Mapping[str, Any]) -> Answer:
    """Answer well, but for a careless prompt badly for three notes of four."""
    asked = json.dumps(request["messages"])
    return draft(BAD if "CARELESS" in asked and sum(map(ord, asked)) % 4 else GOOD)


def order(arms: Sequence[Arm], count: int, *, epochs: int = 1, bounds: Bounds = FOUR, **said: Any) -> Order:
    return Order(arms, lines(count), OPTIONS, epochs, bounds, **said)
