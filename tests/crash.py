"""A bulk run that is killed again and again, beside a server that fails and counts what it was asked.

`python -m tests.crash [NOTES] [KILLS]` prints what became of the notes.
"""

import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rewriter.bulk.journal import Journal
from tests.bulk import GOOD, note
from tests.fault_server import CUT, RESET, Answer, FaultServer, draft, error

WIDTH = 8
_FAULTS = (error(500), error(429, headers={"Retry-After": "0"}), RESET, CUT)
_KEY = re.compile(r"(\d+) rep.*?(\d+) min", re.DOTALL)
_MOST_RUNS = 40
_BAD = {**GOOD, "s9": "Therapist used {cue9}."}
_MENDED = {"s9": ""}


@dataclass(frozen=True)
class Crashed:
    """What became of the notes: results by id and status, runs, kills, and how many answered calls were repeated."""

    results: Mapping[str, str]
    runs: int
    kills: int
    repeated: int
    answered: int
    rows: int


def crash(folder: Path, notes: int, kills: int, *, faults: float = 0.2, seed: int = 1) -> Crashed:
    """Run a bulk job of so many notes, killed so many times at random moments, then let it end."""
    draw = random.Random(seed)
    source, journal = folder / "notes.jsonl", folder / "bulk.journal"
    lines = (json.dumps({"id": f"n{number}", "text": note(number)}) for number in range(notes))
    source.write_text("\n".join(lines) + "\n")
    answered: Counter[str] = Counter()

    def script(_: int, request: Mapping[str, Any]) -> Answer:
        if draw.random() < faults:
            return draw.choice(_FAULTS)
        asked = json.dumps(request["messages"])
        answered[asked] += 1
        # Some notes need a repair, always the same ones: replies that an earlier run kept must still fit.
        if hash_of(asked) % 7:
            return draft(GOOD)
        return draft(_MENDED if "cue9" in asked else _BAD)

    killed = runs = 0
    with FaultServer(script) as server:
        command = [
            *(sys.executable, "-m", "rewriter", "bulk", "run", str(source), "--journal", str(journal)),
            *("--engine", "m", "--base-url", server.url, "--concurrency", str(WIDTH), "--processes", "2"),
        ]
        while runs < kills + _MOST_RUNS:
            runs += 1
            before = answered.total()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if killed < kills:
                # At a random moment of the work, not of the start: some calls after the first one.
                goal = before + draw.randint(1, max(notes // (kills + 1), 1))
                while process.poll() is None and answered.total() < goal:
                    time.sleep(draw.random() * 0.01)
                if process.poll() is None:
                    process.send_signal(signal.SIGKILL)
                    killed += 1
                process.wait()
            elif process.wait() == 0:
                break
    opened = Journal(journal)
    job = opened.job()
    results = {one.id: one.outcome.status if one.outcome else "" for one in opened.notes(job, data=False)}
    rows = sum(1 for _ in opened.notes(job, data=False))
    opened.close()
    repeated = sum(count - 1 for count in answered.values())
    return Crashed(results, runs, killed, repeated, answered.total(), rows)


def hash_of(text: str) -> int:
    """Return a number that is the same in every process."""
    found = _KEY.search(text)
    return int(found[1]) * 60 + int(found[2]) if found else 0


def main() -> None:
    """Print what became of the notes."""
    notes, kills = (int(word) for word in (*sys.argv[1:], "20000", "25")[:2])
    with tempfile.TemporaryDirectory() as folder:
        told = crash(Path(folder), notes, kills)
    print(f"{notes} notes, {told.kills} kills, {told.runs} runs")
    print(f"results: {dict(Counter(told.results.values()))}, ids {len(told.results)}, rows {told.rows}")
    print(f"calls answered: {told.answered}, repeated: {told.repeated} (at most {told.kills * WIDTH})")


if __name__ == "__main__":
    main()
