"""Measure what earlier notes add to a check. Run from the project's root: `python -m bench.history [ROUNDS]`.

All sizes are timed in interleaved rounds of one process, so that a busy moment of the machine hits every row alike; a
row shows the median and the minimum of its passes, and ratios are medians of ratios within one round. The chart is of
notes that were never seen; the worst case is one in which every note is worded alike, so that none can be passed over.
"""

import functools
import sys
from collections.abc import Callable
from itertools import chain, islice
from statistics import median
from time import perf_counter

from bench.texts import never_seen
from rewriter import Visit, check
from rewriter.earlier import Earlier

ROUNDS = 7
SIZES = (0, 1, 100, 1_000)
WORDS = 100
VISIT = Visit(minutes=25, goals=("climb 12 stairs with one rail",))


def main() -> None:
    """Print all figures."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    words = chain.from_iterable(pair.rewrite.split() for pair in never_seen())
    texts = [" ".join(islice(words, WORDS)) for _ in range(SIZES[-1] + 1)]
    today = texts.pop()
    rows: dict[str, Callable[[], float]] = {}
    for size in SIZES:
        rows[f"chart of {size:,} notes"] = functools.partial(_time, today, texts[:size])
    rows[f"worst case: {SIZES[-1]:,} notes, all worded alike"] = functools.partial(_time, today, [today] * SIZES[-1])
    passes: dict[str, list[float]] = {name: [] for name in rows}
    for run in rows.values():
        run()  # warm: packs, word lists, the library of similarity
    for _ in range(rounds):
        for name, run in rows.items():
            passes[name].append(run())
    print(f"check of a note of {WORDS} words; Python {sys.version.split()[0]}; {rounds} rounds")
    print(f"{'':46}{'median ms':>12}{'minimum':>12}{'x alone':>12}")
    alone = next(iter(passes.values()))
    for name, times in passes.items():
        ratio = median(one / other for one, other in zip(times, alone, strict=True))
        print(f"{name:46}{median(times):12,.1f}{min(times):12,.1f}{ratio:12,.1f}")


def _time(today: str, texts: list[str]) -> float:
    """Return the milliseconds of one check; the notes are new objects each time, so that none is read already."""
    earlier = [Earlier(f"note {number}", text) for number, text in enumerate(texts, 1)]
    begin = perf_counter()
    check(today, visit=VISIT, profile="full", earlier=earlier)
    return (perf_counter() - begin) * 1e3


if __name__ == "__main__":
    main()
