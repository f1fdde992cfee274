"""Replays of a real model's replies, whatever it said: nothing here was written by hand.

`make cassettes` records them again, from the server that `OPENAI_BASE_URL` names. What the model did is not asserted
(another will do otherwise); what the loop made of it is.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rewriter import Note, Result, Status, Visit, improve
from rewriter.loop import ACCEPTED, LADDER
from rewriter.model import FREE, PROVED, open_engine
from rewriter.settings import load_settings
from tests.replayed import FOLDER, IS_RECORDING, play

MODEL = "qwen-1.5b"
# Rich, partial and thin notes, and some with traps: a hedge, an instruction, a conflict, an assistant.
NAMES = [f"own-{number:02}" for number in (1, 3, 8, 12, 15, 19, 23, 24, 25, 34, 39, 41, 43, 48)]
ROWS = [json.loads(line) for line in (Path(__file__).parent / "notes.jsonl").read_text("utf-8").splitlines()]
NOTES = {row["id"]: Note(row["text"], visit=Visit(minutes=row.get("minutes"))) for row in ROWS if row["id"] in NAMES}
CASES = [(name, style) for name in NAMES for style in (PROVED, FREE)]


def run(name: str, style: str) -> Result:
    settings = load_settings(call_timeout=600, timeout=3000)
    return improve(NOTES[name], engine=open_engine(MODEL, style=style, settings=settings))


@pytest.fixture(autouse=True)
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A replay needs no server, whatever the environment names."""
    if not IS_RECORDING:
        monkeypatch.setenv("REWRITER_BASE_URL", "http://model.invalid/v1")


@pytest.mark.parametrize("case", CASES, ids=["-".join(case) for case in CASES])
def test_the_loop_holds_whatever_the_model_says(case: tuple[str, str]) -> None:
    with play("-".join(case)) as cassette:
        result = run(*case)
    if result.state is None:
        assert result.status is Status.REFUSED
        assert len(cassette) == 0
        return
    steps = result.state.steps
    assert 1 <= len(steps) <= len(LADDER) + 1
    assert cassette.all_played or IS_RECORDING
    assert (result.state.outcome == ACCEPTED) == (result.engine == MODEL)
    if result.engine == MODEL:
        assert not [item for item in result.verdict.findings if item.level == "error" and item.code.startswith("FID")]
    else:
        assert result.status is Status.FAILED
    told = json.dumps(result.to_dict()["trace"])
    assert not any(word in told for word in result.source.text.split() if len(word) > 8)


def recorded() -> list[dict[str, Any]]:
    return [{"name": path.stem, "text": path.read_text("utf-8")} for path in sorted(FOLDER.glob("*.yaml"))]


def test_no_cassette_holds_a_secret_or_a_place() -> None:
    for cassette in recorded():
        low = cassette["text"].lower()
        assert "authorization" not in low, cassette["name"]
        assert "bearer" not in low, cassette["name"]
        assert "127.0.0.1" not in low, cassette["name"]
        assert "/root/" not in low, cassette["name"]


def test_the_recordings_hold_successes_and_failures_of_both_styles() -> None:
    outcomes: Counter[str] = Counter()
    for cassette in recorded():
        style = cassette["name"].rpartition("-")[2]
        outcomes[style] += 1
    assert outcomes[PROVED] >= 10
    assert outcomes[FREE] >= 10
