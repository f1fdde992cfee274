"""Measure many notes without a model, four ways. Run: `python -m bench.spark [COUNT]`, on Linux, with Java 17.

The same notes go through a plain loop over `improve`, the same loop in two processes, `rewriter bulk run` with two
processes, and Spark on two threads of this machine. Each is a command of its own, timed from its start to its end, one
after the other; each writes all its results to the disk, and all must agree on how many notes have which status. The
plain scripts keep nothing until they are through: no rerun, no record of what is done.

Memory is the largest sum over a command's processes, looked at twice a second; what processes share is counted once
(PSS). CPU is of all its processes; on a busy machine it alone compares. One machine with two cores cannot show what
Spark is for, only what it costs.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from os import sysconf
from pathlib import Path
from time import monotonic

from bench.notes import make_notes

ROOT = Path(__file__).parents[1]
NOTES = 20_000
CORES = 2
_LOOK = 0.5
_TICKS = sysconf("SC_CLK_TCK")
_KB_IN_MB = 1024
_STATUSES = ("accepted", "needs_input", "refused")


@dataclass
class Watch:
    """What the processes of one command took so far: megabytes at the highest, seconds of CPU by process."""

    pid: int
    peak: float = 0.0
    cpu: dict[int, float] = field(default_factory=dict)

    def look(self) -> None:
        """Look at all processes that the command has started, and those that they have."""
        megabytes = 0.0
        for pid in _find_tree(self.pid):
            try:
                self.cpu[pid] = _read_cpu(pid)
                megabytes += _read_pss(pid)
            except (FileNotFoundError, ProcessLookupError):
                continue  # it has just ended
        self.peak = max(self.peak, megabytes)


def main() -> None:
    """Measure all, and print them as a table."""
    count = int(sys.argv[1]) if sys.argv[1:] else NOTES
    with tempfile.TemporaryDirectory() as folder:
        alone, all_notes = _make_commands(Path(folder, "1"), 1), _make_commands(Path(folder, "all"), count)
        print(f"{count:,} notes, {CORES} cores, Python {sys.version.split()[0]}\n")
        print("| | seconds | for one note alone | notes/s | CPU, ms a note | peak memory, MB |")
        print("|---|---|---|---|---|---|")
        agreed: dict[str, int] = {}
        for name, command in all_notes.items():
            start, _, _ = _run(alone[name])
            seconds, watch, statuses = _run(command)
            agreed = agreed or statuses
            if statuses != agreed or sum(statuses.values()) != count:
                raise SystemExit(f"{name}: other results: {statuses}, not {agreed}")
            spent = sum(watch.cpu.values()) / count * 1e3
            row = (f"{seconds:.1f}", f"{start:.1f}", f"{count / seconds:,.0f}", f"{spent:.2f}", f"{watch.peak:,.0f}")
            print(f"| {' | '.join((name, *row))} |", flush=True)
    print(f"\nof each: {', '.join(f'{number:,} {status}' for status, number in sorted(agreed.items()))}")


def _make_commands(folder: Path, count: int) -> dict[str, list[str]]:
    """Write notes to a new folder; return the arguments of Python for each way to do them."""
    folder.mkdir()
    given, processes = f"{folder}/notes.jsonl", str(CORES)
    with open(given, "w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(note) + "\n" for note in make_notes(count))
    bulk = ["--journal", f"{folder}/bulk.journal", "--processes", processes, "--format", "json"]
    return {
        "a loop over `improve`": ["bench.callers.plain", given, f"{folder}/loop.jsonl", "1"],
        f"`ProcessPoolExecutor({CORES})`": ["bench.callers.plain", given, f"{folder}/pool.jsonl", processes],
        f"`rewriter bulk run --processes {CORES}`": ["rewriter", "bulk", "run", given, *bulk],
        f"Spark `local[{CORES}]`, `mapInPandas`": ["bench.callers.on_spark", given, f"{folder}/spark", processes],
    }


def _run(command: list[str]) -> tuple[float, Watch, dict[str, int]]:
    """Run one module; return its seconds, what it took, and how many notes have which status."""
    begin = monotonic()
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complained:
        process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, stdout=said, stderr=complained)
        watch = Watch(process.pid)
        while process.returncode is None:
            watch.look()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK)
        seconds = monotonic() - begin
        said.seek(0)
        complained.seek(0)
        if process.returncode:
            raise SystemExit(f"{command[0]} ended with {process.returncode}: {complained.read()[-2000:]}")
        told = json.load(said)
    return seconds, watch, {status: told[status] for status in _STATUSES if told.get(status)}


def _find_tree(root: int) -> Iterator[int]:
    """Yield a process and those that it started, theirs too."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(_read_stat(stat)[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        children.setdefault(parent, []).append(int(stat.parent.name))
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        yield pid
        waiting += children.get(pid, [])


def _read_stat(path: Path) -> list[str]:
    """Return what stands after the name of the command, which may itself have blanks."""
    return path.read_text().rpartition(")")[2].split()


def _read_cpu(pid: int) -> float:
    user, system = _read_stat(Path(f"/proc/{pid}/stat"))[11:13]
    return (int(user) + int(system)) / _TICKS


def _read_pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / _KB_IN_MB
    return 0.0


if __name__ == "__main__":
    main()
