"""Measure in one run what a check costs. Run from the project's root: `python -m bench.speed [ROUNDS]`.

Whole processes come first (cold start, memory), while this process is still small: on Linux a child's `ru_maxrss`
begins at its parent's. Then the rest, in interleaved rounds, so that a busy moment of the machine hits every row alike;
each round times one pass of each row, and a row shows the median and the minimum of its passes. Ratios are medians of
ratios within one round. Nothing here asserts a time; only the proof that no text is cached can fail, and it counts
objects, not seconds.

The rival is medspaCy: sentencizer, target matcher with every form of the pack's lexicon, ConText with its default
rules, on the same two texts. It only reads; it expands no shorthand, mends no slip, reads no number, compares nothing.
"""

import functools
import gc
import importlib
import importlib.util
import inspect
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, TypeAlias, TypeVar

from bench.texts import PAIRS, Pair, never_seen
from rewriter import Visit, check
from rewriter.pack import load_pack
from rewriter.reading import read

ROOT = Path(__file__).parents[1]
ROUNDS = 15
STARTS = 15
SIZES = (100, 1_000, 10_000)
LARGE_CACHE = 1_000  # a cache that may hold more than this holds words, not packs
_MEMORY = """
import resource, sys
from bench.texts import PAIRS
from rewriter import Visit, check
for _ in range(50):
    for pair in PAIRS:
        check(pair.rewrite, source=pair.source, visit=Visit(minutes=pair.minutes))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
print(f"{peak / unit:.0f}")
"""
_MEMORY_OF_ONE = _MEMORY.replace("range(50)", "range(1)").replace("in PAIRS:", "in PAIRS[:1]:")
_ONE_CHECK = """
import sys
from rewriter import Visit, check
rewrite, source = (open(name, encoding="utf-8").read() for name in sys.argv[1:])
check(rewrite, source=source, visit=Visit(minutes=25))
"""

T = TypeVar("T")
Cache: TypeAlias = "functools._lru_cache_wrapper[Any]"


def main() -> None:
    """Print all figures."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    words = [len(text.split()) for pair in PAIRS for text in (pair.source, pair.rewrite)]
    each = sum(words) / len(PAIRS)
    print(f"{len(PAIRS)} pairs, {each:.0f} words a pair; Python {sys.version.split()[0]}; {rounds} rounds")
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
    for size in SIZES:
        rows[_compared(size)] = functools.partial(_check_size, size)
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


def _compared(size: int) -> str:
    return f"check of {size:,} words (us per 100 words)"


def _micros(run: Callable[[T], object], items: Sequence[T]) -> float:
    """Return the microseconds of one run over each item, per item."""
    begin = perf_counter()
    for item in items:
        run(item)
    return (perf_counter() - begin) * 1e6 / len(items)


def check_pair(pair: Pair) -> None:
    """The timed unit: form and fidelity of one pair."""
    check(pair.rewrite, source=pair.source, visit=Visit(minutes=pair.minutes))


def _check_without_words(pair: Pair) -> None:
    """Check a pair as if each unknown word of it were met for the first time."""
    for cache in _caches().values():
        if (cache.cache_info().maxsize or 0) > LARGE_CACHE:
            cache.cache_clear()
    check_pair(pair)


def _read_size(size: int) -> float:
    text = " ".join(islice(chain.from_iterable(pair.rewrite.split() for pair in never_seen()), size))
    pack = load_pack()
    begin = perf_counter()
    read(text, pack)
    return (perf_counter() - begin) * 1e6 / size * 100


def _check_size(size: int) -> float:
    """Check as many different pairs joined to one as have this many words together, with what must be compared."""
    sources, rewrites, words = [], [], 0
    for pair in never_seen():
        sources.append(pair.source)
        rewrites.append(pair.rewrite)
        words += len(pair.source.split()) + len(pair.rewrite.split())
        if words >= size:
            break
    source, rewrite = "\n".join(sources), "\n".join(rewrites)
    begin = perf_counter()
    check(rewrite, source=source)
    return (perf_counter() - begin) * 1e6 / words * 100


@functools.lru_cache(maxsize=1)
def _caches() -> dict[str, Cache]:
    """Return every `lru_cache` of the package."""
    return {
        f"{name}.{key}": value
        for name, module in list(sys.modules.items())
        if name.split(".")[0] == "rewriter"
        for key, value in vars(module).items()
        if isinstance(value, functools._lru_cache_wrapper)
    }


def prove_no_cache() -> str:
    """Check texts that never occurred before and say what was kept of them. Ends the run if any of it was.

    A cache keyed by a text misses on each of them, full or not; one kept by other means holds memory for them.
    """
    fresh = islice(never_seen(), 20 * len(PAIRS))
    for pair in islice(fresh, len(PAIRS)):
        check_pair(pair)
    misses = {name: cache.cache_info().misses for name, cache in _caches().items()}
    gc.collect()
    blocks = sys.getallocatedblocks()
    texts = 0
    for pair in fresh:
        check_pair(pair)
        texts += 2
    gc.collect()
    kept = sys.getallocatedblocks() - blocks
    asked = [
        name
        for name, cache in _caches().items()
        if cache.cache_info().misses > misses[name] and "word" not in inspect.signature(cache).parameters
    ]  # the made-up word in each text is new to a cache of words
    if asked or kept > texts:
        raise SystemExit(f"texts are cached: {kept:,} blocks kept of {texts} texts; by {asked or 'no lru_cache'}")
    return f"no text is cached: {texts} unseen texts checked, {kept} memory blocks kept, no lru_cache missed"


def print_processes() -> None:
    """Print the cold start and the peak memory of whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder, name)) for name in ("rewrite.txt", "source.txt")]
        for file, text in zip(files, (PAIRS[0].rewrite, PAIRS[0].source), strict=True):
            Path(file).write_text(text, "utf-8")
        starts = {
            "empty interpreter (ms)": ["-c", "pass"],
            "process that checks one pair (ms)": ["-c", _ONE_CHECK, *files],
        }
        if importlib.util.find_spec("rewriter.__main__"):
            starts["rewriter check NOTE (ms)"] = ["-m", "rewriter", "check", files[1]]
            starts["rewriter check NOTE --source (ms)"] = ["-m", "rewriter", "check", files[0], "--source", files[1]]
        else:
            print("python -m rewriter: not built yet, its cold start is left out")
        times: dict[str, list[float]] = {name: [] for name in starts}
        for number in range(STARTS + 1):
            for name, arguments in starts.items():
                begin = perf_counter()
                done = _python(arguments, folder)
                if number:  # the first start compiles, as an installation does
                    times[name].append((perf_counter() - begin) * 1e3)
                if done.returncode not in (0, 1) or done.stderr:
                    raise SystemExit(f"{name}: exit {done.returncode}: {done.stderr[-300:]}")
    print(f"\n{f'cold start, {STARTS} times':42}{'median':>12}{'minimum':>12}{'x empty':>12}")
    bare = next(iter(times.values()))
    for name, row in times.items():
        beside = median(one / other for one, other in zip(row, bare, strict=True))
        print(f"{name:42}{median(row):12,.1f}{min(row):12,.1f}{beside:12,.1f}")
    print(f"peak memory, one pair checked (MB): {_python(['-c', _MEMORY_OF_ONE]).stdout.strip()}")
    print(f"peak memory, all pairs checked 50 times (MB): {_python(['-c', _MEMORY]).stdout.strip()}\n")


def _python(arguments: list[str], compiled: str = "") -> "subprocess.CompletedProcess[str]":
    """Run Python at the project's root; compiled modules are kept in the folder `compiled`, if one is given."""
    kept = {**os.environ, "PYTHONPYCACHEPREFIX": compiled} if compiled else dict(os.environ)
    if compiled:
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=kept, capture_output=True, text=True, check=False)


def forms(node: Mapping[str, Any], words: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Walk a lexicon; yield each form with each kind that it has."""
    for word, inner in node.items():
        if word:
            yield from forms(inner, (*words, word))
        else:
            yield from {(" ".join(words), sense.kind) for sense in inner}


def rival() -> Any:
    """Return medspaCy with the pack's own forms, or None, having said how to install it."""
    if importlib.util.find_spec("medspacy") is None:
        print("medspaCy is not installed: pip install -r bench/requirements.txt")
        return None
    logging.disable(logging.INFO)
    spacy = importlib.import_module("spacy")
    importlib.import_module("medspacy")
    rule = importlib.import_module("medspacy.ner").TargetRule
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    matcher = nlp.add_pipe("medspacy_target_matcher")
    nlp.add_pipe("medspacy_context")
    pairs = sorted(forms(load_pack().lexicon))
    matcher.add([rule(form, kind.upper()) for form, kind in pairs])
    matched = sum(len(nlp(text).ents) for pair in PAIRS for text in (pair.source, pair.rewrite))
    ours = sum(len(read(text, load_pack()).mentions) for pair in PAIRS for text in (pair.source, pair.rewrite))
    print(
        f"medspaCy with {len(pairs):,} rules marks {matched / len(PAIRS):.0f} terms a pair (one kind a span);"
        f" ours {ours / len(PAIRS):.0f} with every kind, numbers and shorthand"
    )
    return nlp


def _print_ratios(passes: dict[str, list[float]]) -> None:
    """Print what one row costs beside another, as medians of ratios within a round."""

    def ratio(one: str, other: str) -> float:
        return median(a / b for a, b in zip(passes[one], passes[other], strict=True))

    print()
    for size in SIZES:
        print(f"read of {size:,} words: {1e8 / median(passes[_size(size)]):,.0f} words a second")
    for name, row in (("read", _size), ("check", _compared)):
        print(f"{name}, cost a word, {SIZES[-1]:,} words : {SIZES[0]}: {ratio(row(SIZES[-1]), row(SIZES[0])):.2f}")
    print(f"unseen texts : texts seen before: {ratio(UNSEEN, CHECK):.2f}")
    if RIVAL in passes:
        print(f"medspaCy : check: {ratio(RIVAL, CHECK):.1f}")


if __name__ == "__main__":
    main()
