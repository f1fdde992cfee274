"""Measure what the engine of a model costs beside the model itself. Run: `python -m bench.model [ROUNDS]`.

A server on another core replies at once, so all that is left is the caller's own work: CPU of its process in
milliseconds a call, as medians of interleaved rounds, and as a ratio to a bare `create()` with the same request and
the same reply in the same venv (medians of ratios within a round). The calls go through the notes of `bench/texts.py`
in turn; the model's draft is the first way that the sheet offers for each group of slots. Nothing here asserts a time.
The parts are timed alone, one after the other, so their shares do not add up to a whole note: between requests the
processor's caches are colder.

The rivals need other versions of the same packages, so each has a venv of its own, named by a variable; one that is not
set is left out:

    python3 -m venv /tmp/instructor && /tmp/instructor/bin/pip install instructor==1.17.0
    python3 -m venv /tmp/pydantic_ai && /tmp/pydantic_ai/bin/pip install 'pydantic-ai-slim[openai]==2.68.0'
    BENCH_INSTRUCTOR=/tmp/instructor/bin/python BENCH_PYDANTIC_AI=/tmp/pydantic_ai/bin/python python -m bench.model

They check the form of the reply and one word in it; the engine proves the draft, and validates and compares its text.

Then what is sent where a reply is always faulty: bytes of each request, for every sentence of every draft that may be
the wrong one. The rivals may ask twice again, as the engine's repairs do. Last, how much a model must write anew to
mend one sentence.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import mean, median
from urllib.request import urlopen

from bench.callers.client import FAULTY, GOOD, MENDING, WRONG, Row, save_rows
from bench.callers.ours import make_task, open_on
from bench.texts import PAIRS
from rewriter import Note, Status, Visit
from rewriter.case import open_case
from rewriter.draft import Draft, DraftSentence
from rewriter.improve import write_plainly
from rewriter.loop import start
from rewriter.model import Server
from rewriter.plan import plan_draft

ROOT = Path(__file__).parents[1]
ROUNDS = 11
TURNS = 3  # calls of each note in one timing
CONCURRENCY = (1, 64)
RIVALS = {
    "Instructor": ("BENCH_INSTRUCTOR", "with_instructor"),
    "PydanticAI": ("BENCH_PYDANTIC_AI", "with_pydantic_ai"),
}
# What each process is asked to time: over the network at each concurrency, and what needs no network once.
NETWORKED = ("bare", "loop", "proof", "call", "engine")
ALONE = ("open", "compose", "task", "read", "rules", "judge")

Key = tuple[str, str, int]  # process, call, concurrency
Times = dict[Key, list[float]]


class Caller:
    """A process that makes calls when told to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def tell(self, line: str) -> float:
        """Say what to do; return the milliseconds a call that it took. Ends the run where the process ended."""
        assert self._process.stdin
        assert self._process.stdout
        print(line, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit(f"a caller ended at {line!r}")
        return float(answer)


def main() -> None:
    """Print all figures."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    rows = make_rows()
    count = TURNS * len(rows)
    print(f"{len(rows)} notes, {rounds} rounds of {count} calls; load {', '.join(f'{n:.1f}' for n in os.getloadavg())}")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        workload = Path(folder, "rows.json")
        save_rows(workload, rows)
        server = stack.enter_context(_start(sys.executable, "server", str(workload)))
        assert server.stdout
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        callers = {}
        for name, (python, module) in _installed().items():
            callers[name] = Caller(stack.enter_context(_start(python, module, str(workload), f"{url}/v1")))
        times = _time(callers, rounds, count)
        urlopen(f"{url}/log").close()
        logs = {}
        for name, caller in callers.items():
            caller.tell(FAULTY)
            with urlopen(f"{url}/log") as log:
                logs[name] = json.load(log)
    _print_times(times, callers)
    _print_parts(times)
    _print_asks(rows, logs)
    _print_repairs(rows)
    print(f"load at the end {', '.join(f'{n:.1f}' for n in os.getloadavg())}")


def make_rows() -> list[Row]:
    """Return the workload: the notes that are not refused, with a good draft and all faulty ones."""
    engine = open_on(GOOD, "http://127.0.0.1/v1")
    assert isinstance(engine.transport, Server)
    rows = []
    for pair in PAIRS:
        case = open_case(Note(pair.source, visit=Visit(minutes=pair.minutes)))
        plain = write_plainly(case)
        if plain.status is Status.REFUSED:
            continue
        ways = plan_draft(plain.facts, case.pack).ways
        task = make_task(case, plain, engine)
        texts = {f"s{number}": way[0] for number, way in enumerate(ways, 1)}
        ask = start(task).ask
        assert ask is not None
        rewrite = task.judge(_draft(texts)).rendered
        assert rewrite is not None
        mending, faulty = [], []
        for wrong in ([name] for name in texts) if len(texts) < 2 else (*([name] for name in texts), list(texts)):
            whole = {name: _spoil(text) if name in wrong else text for name, text in texts.items()}
            part = {name: whole[name] for name in wrong}
            mending += [_reply(whole), _reply(part), _reply(part), _reply(whole)]
            faulty += [_reply(whole)] * 3
        rows.append(
            Row(
                text=pair.source,
                rewrite=rewrite.text,
                minutes=pair.minutes,
                sheet=task.inputs["sheet"],
                body=engine.transport.body(ask, engine.prompt),
                replies={GOOD: [_reply(texts)], MENDING: mending, FAULTY: faulty},
                cases=len(faulty) // 3,
                fault=task.judge(_draft({name: _spoil(text) for name, text in texts.items()})).faults[0].message,
            )
        )
    return rows


def _draft(texts: Mapping[str, str]) -> Draft:
    return Draft(tuple(DraftSentence(name, text) for name, text in texts.items()))


def _spoil(text: str) -> str:
    return text.removesuffix(".") + WRONG


def _reply(texts: Mapping[str, str]) -> str:
    return json.dumps({"sentences": [{"id": name, "text": text} for name, text in texts.items()]})


def _installed() -> dict[str, tuple[str, str]]:
    """Return interpreter and module of each caller, the project's own first; says what is left out."""
    found = {"this": (sys.executable, "ours")}
    for name, (variable, module) in RIVALS.items():
        if python := os.environ.get(variable):
            found[name] = (python, module)
        else:
            print(f"{name}: not installed: skipped ({variable} is not set)")
    return found


@contextmanager
def _start(python: str, module: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a module of `bench.callers` until the block ends."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("REWRITER_", "OPENAI_"))}
    command = [python, "-m", f"bench.callers.{module}", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, env=clean, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _time(callers: Mapping[str, Caller], rounds: int, count: int) -> Times:
    """Time everything once in each round, so that a busy moment of the machine hits every row alike."""
    times: Times = defaultdict(list)
    for _ in range(rounds):
        for concurrency in CONCURRENCY:
            for name, caller in callers.items():
                for call in NETWORKED if name == "this" else ("bare", name):
                    times[name, call, concurrency].append(caller.tell(f"{call} {concurrency} {count}"))
        for call in ALONE:
            times["this", call, 1].append(callers["this"].tell(f"{call} 1 {count}"))
    return times


def _ratio(times: Times, process: str, call: str, concurrency: int) -> float:
    bare = times[process, "bare", concurrency]
    return median(one / other for one, other in zip(times[process, call, concurrency], bare, strict=True))


def _print_times(times: Times, callers: Mapping[str, Caller]) -> None:
    heads = "".join(f"{f'{c} at once (ms)':>18}{'lowest':>8}{'x bare':>8}" for c in CONCURRENCY)
    print(f"\n{'CPU a call':50}{heads}")
    shown = [
        ("this", "bare", "bare create()"),
        ("this", "loop", "engine, a call: transport, loop, parse"),
        ("this", "proof", "engine, a call: with the proof"),
        ("this", "call", "engine, a call: with validation and comparison"),
        ("this", "engine", "engine, a whole note: reading and plain draft too"),
    ]
    for name in callers:
        if name != "this":
            shown += [(name, "bare", f"bare create() in the venv of {name}"), (name, name, name)]
    for process, call, title in shown:
        cells = [(times[process, call, c], _ratio(times, process, call, c)) for c in CONCURRENCY]
        told = "".join(f"{median(cell):18.2f}{min(cell):8.2f}{ratio:8.2f}" for cell, ratio in cells)
        print(f"{title:50}{told}")


def _print_parts(times: Times) -> None:
    """Print where the engine's CPU goes, one call at a time; differences are taken within a round."""

    def part(call: str, less: str = "") -> float:
        taken = times["this", less, 1] if less else [0.0] * len(times["this", call, 1])
        return median(one - other for one, other in zip(times["this", call, 1], taken, strict=True))

    whole = part("engine")
    print(f"\n{'where it goes':50}{'ms':>18}{'share':>8}")
    for title, spent in (
        ("request, reply: transport, loop, parse", part("loop")),
        ("proof of the draft", part("proof", "loop")),
        ("final text: reading it", part("read")),
        ("final text: rules", part("rules", "read")),
        ("final text: comparison with the note", part("judge", "rules")),
        ("once a note: reading it", part("open")),
        ("once a note: plain draft, proved, judged", part("compose", "open")),
        ("once a note: plan, ways, sheet, mask", part("task")),
    ):
        print(f"{title:50}{spent:18.2f}{spent / whole:8.0%}")


def _print_asks(rows: list[Row], logs: Mapping[str, list[tuple[str, int, int, int]]]) -> None:
    """Print the bytes of the requests where replies are always faulty, and what a repair has the model write."""
    heads = "".join(f"{title:>8}" for title in ("1st", "2nd", "3rd", "4th", "3rd:1st", "worst"))
    print(f"\n{'bytes of requests, replies always faulty':50}{heads}")
    for name, log in logs.items():
        asks = 4 if name == "this" else 3
        if len(log) != asks * sum(row.cases for row in rows):
            raise SystemExit(f"{name}: {len(log)} requests are not {asks} for each faulty draft")
        sizes: dict[tuple[int, int], list[int]] = defaultdict(list)
        for _, row, number, size in log:
            sizes[row, number // asks].append(size)
        for title, chosen in (
            ("one sentence wrong", [one for (row, case), one in sizes.items() if case < max(1, rows[row].cases - 1)]),
            ("every sentence wrong", [one for (row, case), one in sizes.items() if case == rows[row].cases - 1]),
        ):
            means = [mean(column) for column in zip(*chosen, strict=True)]
            ratios = [one[2] / one[0] for one in chosen]
            label = f"{'engine' if name == 'this' else name}: {title}"
            print(f"{label:50}" + "".join(f"{size:8.0f}" for size in means) + " " * 8 * (4 - asks), end="")
            print(f"{mean(ratios):8.2f}{max(ratios):8.2f}")


def _print_repairs(rows: list[Row]) -> None:
    """Print what a model writes to mend one sentence, as a share of what it writes for the whole."""
    shares, of_text = [], []
    for row in rows:
        sentences = json.loads(row.replies[GOOD][0])["sentences"]
        for one in sentences:
            written = len(_reply({one["id"]: one["text"]}))
            shares.append(written / len(row.replies[GOOD][0]))
            of_text.append(written / len(row.rewrite))
    print(f"\n{'characters that mend one sentence':50}{'median':>18}{'worst':>8}{'<= 25 %':>10}")
    for title, found in (("share of the whole draft in slots", shares), ("share of the whole rewrite's text", of_text)):
        within = sum(share <= 0.25 for share in found) / len(found)
        print(f"{title:50}{median(found):18.0%}{max(found):8.0%}{within:10.0%}")


if __name__ == "__main__":
    main()
