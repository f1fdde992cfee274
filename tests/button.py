"""What the tests of the button share: a service with a client, notes, and a stand-in for a model's server."""

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from rewriter.button.app import create_app
from rewriter.button.settings import ServeSettings
from rewriter.loop import OK, Ask, Limits, Reply, Usage
from rewriter.model import ModelEngine
from rewriter.prompt import Prompt, load_prompt

FULL = "Wt shift to R x5 for poor propriocep R LE, TC @ R hip. goal: amb to bathroom. 20 min"
LACKING = "Step taps for poor propriocep R LE, TC @ R quad. 20 min"
LACKS = "DOC130"
THIN = "bal ex, tol well"
LOCAL = "http://127.0.0.1"
# What a model would reply for FULL, in slots.
GOOD = {
    "s1": "Therapist provided {treatment1} for {time1}.",
    "s2": "Therapist facilitated {activity1} using {cue1}.",
}


def make_settings(folder: Path, **more: Any) -> ServeSettings:
    """Return settings with an audit in a folder, and one process."""
    return ServeSettings(**{"audit": folder / "audit", "processes": 1, **more})


@contextmanager
def serve(settings: ServeSettings, engine: ModelEngine | None = None) -> Iterator[TestClient]:
    """Run a service; yield a client on this machine."""
    app = create_app(settings, engine=engine)
    with TestClient(app, base_url=LOCAL, client=("127.0.0.1", 50_000)) as client:
        yield client


def written(rows: dict[str, str] = GOOD) -> Reply:
    """Return a model's reply that holds a draft."""
    sentences = [{"id": name, "text": text} for name, text in rows.items()]
    return Reply(OK, json.dumps({"sentences": sentences}), Usage(100, 20))


@dataclass
class Scripted:
    """A transport that replies by a script; where this is at its end, it waits, and notes that it was cancelled."""

    replies: list[Reply] = field(default_factory=list)
    asked: list[Ask] = field(default_factory=list)
    before: Callable[[], None] = lambda: None
    is_cancelled: bool = False
    is_closed: bool = False

    async def reply(self, ask: Ask, prompt: Prompt) -> Reply:
        """Return the next reply."""
        self.asked.append(ask)
        self.before()
        try:
            if not self.replies:
                await asyncio.sleep(3600)
        except asyncio.CancelledError:
            self.is_cancelled = True
            raise
        return self.replies.pop(0)

    async def aclose(self) -> None:
        """Note that it was closed."""
        self.is_closed = True


def engine_for(transport: Scripted, timeout: float = 600.0) -> ModelEngine:
    """Return an engine that asks through a transport."""
    return ModelEngine("scripted", "proved", load_prompt("arrange"), True, Limits(), timeout, transport)


def events(text: str) -> list[tuple[str, Any]]:
    """Return the events of a stream, without signs of life."""
    blocks: Sequence[str] = [block for block in text.split("\n\n") if block and not block.startswith(":")]
    pairs = (block.split("\n") for block in blocks)
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in pairs]


def records(folder: Path) -> list[dict[str, Any]]:
    """Return the records of the audit in a folder."""
    return [json.loads(line) for line in (folder / "audit").read_bytes().splitlines()]
