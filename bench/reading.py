"""Measure the reading: how much of a note's clinical content lies in typed pieces, and how much is carried as written.

Run from the project's root: `python -m bench.reading [--show]`.

A clinical word is one that the lexicon types as clinical (activity, help, side, part, dose, score, cue, finding, device
and so on), a number, or a word that nobody knows. Each is counted once, as the first of these that holds:

- `fact`: in a fact of a kind of its own (activity, assist, cue, finding, ...), read and bound;
- `bound`: in a sentence that is carried as written, as a typed piece that belongs to a named head or is one;
- `open`: typed, but what it belongs to, or whether it holds, is not sure: it is claimed of nothing;
- `unread`: no type.

`typed` is the share of `fact` and `bound`. `all` is the same share of every content word of the note, so of words too
that no pack knows as clinical ("the washcloth"). `--show` lists for each note the words that are open, unread or of no
type.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from bench.fidelity import SHARED, TESTS, is_held, load
from rewriter.pack import Pack, load_pack
from rewriter.reading import Reading, read
from rewriter.reading.facts import Fact, find_facts
from rewriter.reading.typed import find_typed
from rewriter.reading.typed.items import CLINICAL, RETRACTED, SMALL, Item

FILES = (TESTS / "styles.jsonl", TESTS / "notes.jsonl", SHARED)
CARRIED = frozenset({"statement", "remark"})
FACT, BOUND, OPEN, UNREAD, OTHER = "fact", "bound", "open", "unread", "other"
_KNOWN = (FACT, BOUND, OPEN, UNREAD)


def count_words(reading: Reading, pack: Pack) -> dict[int, str]:
    """Return how each content word of a text was read, by its place."""
    words, how = reading.words, {}
    facts = find_facts(reading, pack)
    for item in find_typed(reading):
        if item.kind in CLINICAL:
            for at in range(item.first, item.last):
                how[at] = _how(item, _holder(facts, words.start[at]))
    structural = _structural(reading)
    for at, low in enumerate(words.low):
        if at in how or at in structural:
            continue
        if at in words.unread or low[0].isdecimal():
            how[at] = UNREAD
        elif low[0].isalpha() and low not in SMALL:
            how[at] = OTHER
    return how


def _holder(facts: list[Fact], start: int) -> Fact | None:
    return next((fact for fact in facts if fact.start <= start < fact.end), None)


def _how(item: Item, fact: Fact | None) -> str:
    if item.state == RETRACTED:
        return BOUND  # read, and known to be taken back
    if fact is not None and fact.kind not in CARRIED:
        return FACT if item.sure else OPEN
    is_head = item.head is None and item.kind in _HEADS
    return BOUND if item.sure and (item.head is not None or is_head) else OPEN


_HEADS = CLINICAL - {"level", "side", "part", "number", "count", "ratio", "better", "worse", "same", "deficit"}


def _structural(reading: Reading) -> set[int]:
    """Return the places of words that are typed, but as no clinical content: persons, denials, links, verbs, codes."""
    return {
        at
        for mention in reading.mentions
        if mention.sense.kind not in CLINICAL
        for at in range(mention.first, mention.last)
    }


def measure(rows: list[dict[str, Any]], pack: Pack) -> Iterator[tuple[str, str, Counter[str], Reading, dict[int, str]]]:
    """Yield (id, style, words by how they were read, reading, how by place) for each note."""
    for row in rows:
        reading = read(row["text"], pack, row.get("minutes"))
        how = count_words(reading, pack)
        yield row["id"], row.get("style", "-").split(",")[0], Counter(how.values()), reading, how


def share(counts: Counter[str], of: tuple[str, ...] = _KNOWN) -> float:
    """Return the share in percent of the words in typed pieces, of the kinds `of`."""
    total = sum(counts[kind] for kind in of)
    return 100 * (counts[FACT] + counts[BOUND]) / total if total else 100.0


def _line(name: str, notes: int, counts: Counter[str]) -> str:
    shares = [f"{100 * counts[kind] / max(1, sum(counts[k] for k in _KNOWN)):6.1f}" for kind in _KNOWN]
    return f"{name:<18} {notes:>5} {share(counts):6.1f} {' '.join(shares)} {share(counts, (*_KNOWN, OTHER)):6.1f}"


def main() -> None:
    """Print the shares a file and a style, with `--show` a note."""
    pack = load_pack()
    head = f"{'':<18} {'notes':>5} {'typed':>6} {'fact':>6} {'bound':>6} {'open':>6} {'unread':>6} {'all':>6}"
    total: Counter[str] = Counter()
    for path in FILES:
        rows = load(path)
        if not rows:
            continue
        styles: dict[str, Counter[str]] = defaultdict(Counter)
        sizes: Counter[str] = Counter()
        print(f"{path.name}\n{head}")
        for name, style, counts, reading, how in measure(rows, pack):
            styles[style].update(counts)
            sizes[style] += 1
            if "--show" in sys.argv and not is_held(name):
                left = {kind: [reading.words.low[at] for at in sorted(how) if how[at] == kind] for kind in how.values()}
                print(_line(f"  {name}", 1, counts))
                for kind in (OPEN, UNREAD, OTHER):
                    print(f"      {kind}: {' '.join(left.get(kind, ()))}")
        for style in sorted(styles):
            print(_line(style, sizes[style], styles[style]))
            total += styles[style]
        print(_line("all", sum(sizes.values()), sum(styles.values(), Counter())), end="\n\n")
    print(_line("together", sum(len(load(path)) for path in FILES), total))


if __name__ == "__main__":
    main()
