"""Measure the comparison of foreign text: untrue changes found, faithful rewrites accused.

Run from the project's root: `python -m bench.fidelity [--misses] [--accused]`.

`tests/rewrites.jsonl` holds faithful rewrites by several hands, in several styles; `tests/mutants.jsonl` one meaningful
change each to one of them: {"rewrite", "op", "find", "put"}, with "lost" (words of the note) where a fact was dropped.
They are papers of an exam, and marked as `rewriter.evaluate.exam` marks any: a change counts as found where it is
caught at its place. The folders of `OPENED` were written later by others who saw no rule, each when those before had
been worked with, and are worked with since. Those of `KEPT` were written by four and by three others, and nobody who
mended saw them. What `is_held` was kept aside while the rules and words were tuned, the blind notes were written by
people who saw no rule. The figures of these are what to expect of texts nobody has seen. Look at their totals only:
--misses and --accused show the texts of the other parts.

The notes numbered tn- belong to a shared folder beside the project and are left out where it is absent.
"""

import json
import sys
from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rewriter.evaluate.exam import Marks, examine
from rewriter.evaluate.mutants import Faithful, Mutant, Papers, Source
from rewriter.fidelity import compare
from rewriter.findings import Finding
from rewriter.pack import Pack, load_pack
from rewriter.reading import Reading, read
from rewriter.visit import Visit

TESTS = Path(__file__).parents[1] / "tests"
BLIND = "bl-"
# Two sets written before the words, and before the comparison, were looked at: of each every second note is kept aside.
PLAIN, SECOND = "pl-", "ms-"
SHARED_NOTES = "tn-"
OPENED = ("wide", "settings", "late", "last", "recent", "latest", "further", "newest")
KEPT = ("sealed", "unread", "unseen")
STARTS = {SHARED_NOTES: "shared", BLIND: "blind", PLAIN: "plain", SECOND: "second"}
_HALVED = ("shared", "plain", "second")
_OPEN, _LATER = (tuple(f"{name}, {notes}" for name in names for notes in ("shared", "new")) for names in (OPENED, KEPT))
_CLOSED = ("blind", *_LATER, *(f"{name}, aside" for name in _HALVED))
PARTS = ("own", *_OPEN, *_HALVED, *_CLOSED)
FRESH = "fresh"  # in the style of rewrites written before the words were tuned to them
SHARED = Path(__file__).parents[2] / "shared" / "domain" / "terse_notes.jsonl"
OWN = ("styles", "blind", "plain", "second")
FOLDERS = {"": TESTS} | {name: TESTS / name for name in (*OPENED, *KEPT)}
SOURCES = (SHARED, *(TESTS / f"{name}.jsonl" for name in OWN), *(folder / "notes.jsonl" for folder in FOLDERS.values()))


def load(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON lines file; nothing where the file is absent."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


def is_held(rewrite: str, collection: str = "") -> bool:
    """Tell whether a rewrite was kept aside: of a third of the shared notes, half of the later sets, all blind ones.

    Of later collections nothing is kept aside, or all.
    """
    if collection:
        return False
    note = rewrite.partition("/")[0]
    number = int(note.rpartition("-")[2]) if note[-1].isdecimal() else 0
    if note.startswith((PLAIN, SECOND)):
        return number % 2 == 0
    return note.startswith(BLIND) or (note.startswith(SHARED_NOTES) and number % 3 == 0)


@dataclass
class Corpus:
    """The papers, where each rewrite is from, and which are fresh prose; readings of notes are made once."""

    papers: Papers
    collection: dict[str, str]
    fresh: frozenset[str]
    pack: Pack
    readings: dict[str, Reading] = field(default_factory=dict)

    def judge(self, note: Source, text: str) -> list[Finding]:
        """Return what the comparison says of a text beside a note."""
        if note.id not in self.readings:
            self.readings[note.id] = read(note.text, self.pack, note.minutes)
        told = read(text, self.pack, note.minutes)
        return compare([self.readings[note.id]], told, Visit(minutes=note.minutes), self.pack)


def load_corpus() -> Corpus:
    """Return all that is at hand."""
    notes = {row["id"]: Source(**row) for path in SOURCES for row in load(path)}
    told = [(name, row) for name, folder in FOLDERS.items() for row in load(folder / "rewrites.jsonl")]
    rewrites = {row["id"]: Faithful(**row) for _, row in told if row["note"] in notes}
    changes = [Mutant(**row) for folder in FOLDERS.values() for row in load(folder / "mutants.jsonl")]
    papers = Papers(notes, rewrites, tuple(change for change in changes if change.rewrite in rewrites))
    fresh = frozenset(row["id"] for _, row in told if FRESH in row["style"])
    return Corpus(papers, {row["id"]: name for name, row in told}, fresh, load_pack())


def measure(corpus: Corpus, rewrites: Set[str]) -> Marks:
    """Return how the comparison does on some rewrites, by id, and on the changes to them."""
    told = {name: corpus.papers.rewrites[name] for name in sorted(rewrites)}
    changes = tuple(change for change in corpus.papers.mutants if change.rewrite in rewrites)
    return examine(Papers(corpus.papers.sources, told, changes), corpus.judge)


def parts(corpus: Corpus) -> dict[str, set[str]]:
    """Return the rewrites of each part of the corpus, by its name; "aside" for what was kept aside of it."""
    found: dict[str, set[str]] = {title: set() for title in PARTS}
    for name, rewrite in corpus.papers.rewrites.items():
        collection = corpus.collection[name]
        kind = next((title for start, title in STARTS.items() if rewrite.note.startswith(start)), "own")
        if collection:
            kind = f"{collection}, {'shared' if kind == 'shared' else 'new'}"
        aside = f"{kind}, aside"
        found[aside if aside in found and is_held(name, collection) else kind].add(name)
    return found


def main() -> None:
    """Print all figures."""
    corpus, fresh = load_corpus(), 0
    for name, rewrites in parts(corpus).items():
        marks = measure(corpus, rewrites)
        found = marks.at_place()
        print(f"\n{name}: {marks.accused.hits} of {marks.accused.count} faithful rewrites accused", end="")
        print(f"; {found.rate:.1%} of {found.count} changes found" if found.rate is not None else "")
        for op in marks.kinds:
            share = marks.at_place(op)
            print(f"  {op:24}{share.hits:4} of {share.count:3}  {share.hits / share.count:.0%}")
        accused = [one for one in marks.faithful if one.findings]
        fresh += sum(one.rewrite in corpus.fresh for one in accused)
        if "--accused" in sys.argv and name not in _CLOSED:
            for one in accused:
                print(f"  accused {one.rewrite}: " + "; ".join(f"{item.code} {item.text!r}" for item in one.findings))
        if "--misses" in sys.argv and name not in _CLOSED:
            for change in (answer.mutant for answer in marks.answers if not answer.at_place):
                print(f"  missed {change.rewrite} {change.op}: {change.find!r} -> {change.put!r}")
    count = len(corpus.fresh & corpus.papers.rewrites.keys())
    print(f"\nfresh prose over own notes: {fresh} of {count} accused")


if __name__ == "__main__":
    main()
