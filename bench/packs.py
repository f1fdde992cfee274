"""Measure what the packs of other codes cost the first one. From the project's root: `python -m bench.packs [ROUNDS]`.

Two processes check the same pairs under 97112 in turns: one has met no other code, the other has loaded and used every
pack. So a busy moment of the machine hits both alike. The median ratio of the rounds must stay under 1.1.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

from bench.texts import PAIRS
from rewriter import Visit, check
from rewriter.packfile import available

ROUNDS = 30
FIRST = "97112"


def main() -> None:
    """Print the time of a check with and without the other packs, and their ratio."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with _start("alone") as alone, _start("all") as every:
        times = [(_ask(alone), _ask(every)) for _ in range(rounds + 1)][1:]  # the first round waits for the packs
    print(f"{len(PAIRS)} pairs, {rounds} rounds; {len(available()) - 1} other packs")
    for name, row in (("97112 alone", [one for one, _ in times]), ("97112 beside all", [two for _, two in times])):
        print(f"{name:20}{median(row):10,.0f} us median{min(row):10,.0f} us minimum")
    print(f"ratio: {median(two / one for one, two in times):.3f}")


def work(packs: str) -> None:
    """Answer each line of standard input with the microseconds of one pass."""
    for code in available() if packs == "all" else (FIRST,):
        one_pass(code)
    for _ in sys.stdin:
        print(f"{one_pass(FIRST):.1f}", flush=True)


def _start(packs: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bench.packs", "work", packs]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _ask(worker: "subprocess.Popen[str]") -> float:
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write("\n")
    worker.stdin.flush()
    return float(worker.stdout.readline())


def one_pass(code: str) -> float:
    """Return the microseconds of a check of form and fidelity under `code`, per pair."""
    begin = perf_counter()
    for pair in PAIRS:
        check(pair.rewrite, source=pair.source, cpt=code, visit=Visit(minutes=pair.minutes))
    return (perf_counter() - begin) * 1e6 / len(PAIRS)


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work(sys.argv[2])
    else:
        main()
