"""Measure in one run what a check costs. Run from the project's root: `python -m bench.speed [ROUNDS]`.

Whole processes come first (cold start, memory), while this process is still small: on Linux a child's `ru_maxrss` begins
at its parent's. Then the rest, in interleaved rounds, so that a busy moment of the machine hits every row alike; each
round times one pass of each row, and a row shows the median and the minimum of its passes. Ratios are medians of
ratios within one round. Nothing here asserts a time; only the proof that no text is cached can fail, and it counts
objects, not seconds.

The rival is medspaCy: sentencizer, target matcher with every form of the pack's lexicon, ConText with its default rules,
on the same two texts. It only reads; it expands no shorthand, mends no slip, reads no number, compares nothing.
"""

import functools
import gc
import importlib
import importlib.util
import logging
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.texts import PAIRS, Pair, never_seen
from rewriter import Visit, check
from rewriter.lexicon import Node
from rewriter.pack import load_pack
from rewriter.reading import read

ROOT = Path(__file__).parents[1]
ROUNDS = 15
STARTS = 9
SIZES = (100, 1_000, 10_000)
LARGE_CACHE = 1_000  # a cache that may hold more than this holds words, not packs
_MEMORY = """
import resource, sys
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
from bench.texts import PAIRS
from rewriter import Visit, check
for _ in range(50):
    for pair in PAIRS:
        check(pair.rewrite, source=pair.source, visit=Visit(minutes=pair.minutes))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
print(f"{before / unit:.0f} {peak / unit:.0f}")
"""
_ONE_CHECK = """
import sys
from rewriter import Visit, check
rewrite, source = (open(name, encoding="utf-8").read() for name in sys.argv[1:])
check(rewrite, source=source, visit=Visit(minutes=25))
"""

Cache = functools._lru_cache_wrapper[Any]


def main() -> None:
    """Print all figures."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    words = [len(text.split()) for pair in PAIRS for text in (pair.source, pair.rewrite)]
    print(f"{len(PAIRS)} pairs, {sum(words) / len(PAIRS):.0f} words a pair; Python {sys.version.split()[0]}; {rounds} rounds")
    print_processes()
    rows = _rows(sum(words))
    passes: dict[str, list[float]] = {name: [] for name in rows}
    for run in rows.values():
        run()  # warm: packs, word lists
    print(prove_no_cache())
    gc.collect()
    gc.freeze()  # the rival's heap must not slow our garbage collection
    for _ in range(rounds):
        for name, run in rows.items():
            passes[name].append(run())
    print(f"\n{'':42}{'median':>12}{'minimum':>12}")
    for name, times in passes.items():
        print(f"{name:42}{median(times):12,.1f}{min(times):12,.1f}")
    _print_ratios(passes)


def _rows(words: int) -> dict[str, Callable[[], float]]:
    """Return what each round times: a name with its unit, and one pass that returns the figure."""
    fresh = never_seen()
    texts = [text for pair in PAIRS for text in (pair.source, pair.rewrite)]
    pack = load_pack()
    rows: dict[str, Callable[[], float]] = {
        CHECK: lambda: _micros(check_pair, PAIRS),
        UNSEEN: lambda: _micros(check_pair, list(islice(fresh, len(PAIRS)))),
        COLD: lambda: _micros(_check_without_words, PAIRS),
        READ: lambda: _micros(lambda text: read(text, pack), texts) * len(texts) / words * 100,
    }
    for size in SIZES:
        rows[_size(size)] = functools.partial(_read_size, size)
    nlp = rival()
    if nlp is not None:
        rows[RIVAL] = lambda: _micros(lambda pair: (nlp(pair.source), nlp(pair.rewrite)), PAIRS)
    return rows


CHECK = "check, per pair (us)"
UNSEEN = "check, texts never seen before (us)"
COLD = "check, word cache emptied each time (us)"
READ = "read alone, per 100 words (us)"
RIVAL = "medspaCy, same two texts (us)"


def _size(size: int) -> str:
    return f"read of {size:,} words (us per 100 words)"


def _micros[T](run: Callable[[T], object], items: "list[T] | tuple[T, ...]") -> float:
    """Return the microseconds of one run over each item, per item."""
    begin = perf_counter()
    for item in items:
        run(item)
    return (perf_counter() - begin) * 1e6 / len(items)
