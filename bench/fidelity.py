"""Measure the comparison of foreign text: untrue changes found, faithful rewrites accused.

Run from the project's root: `python -m bench.fidelity [--misses] [--accused]`.

`tests/rewrites.jsonl` holds faithful rewrites by several hands, in several styles; `tests/mutants.jsonl` one meaningful
change each to one of them: {"rewrite", "op", "find", "put"}, with "lost" (words of the note) where a fact was dropped.
A change counts as found when an error of fidelity overlaps the changed words, or, for a dropped fact, the lost words of
the note; an error that the unchanged rewrite draws already does not count. `tests/wide` holds as much again by ten
writers who saw no rule, `tests/settings` and `tests/late` more by twelve others, most in a setting of their own.
`tests/last` and `tests/recent` were written by two and four more when others had been worked with, and nothing was
mended by them. What
`is_held` was kept aside while the rules and words were tuned, the blind notes were written by people who saw no rule.
The figures of these are what to expect of texts nobody has seen. Look at their totals only: --misses and --accused show
the texts of the other parts.

The notes numbered tn- belong to a shared folder beside the project and are left out where it is absent.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
WIDE, SETTINGS, LATE, LAST, RECENT = "wide", "settings", "late", "last", "recent"
STARTS = {SHARED_NOTES: "shared", BLIND: "blind", PLAIN: "plain", SECOND: "second"}
_HALVED = ("shared", "plain", "second")
_OPEN = tuple(f"{name}, {notes}" for name in (WIDE, SETTINGS, LATE) for notes in ("shared", "new"))
_LATER = tuple(f"{name}, {notes}" for name in (LAST, RECENT) for notes in ("shared", "new"))
_CLOSED = ("blind", *_LATER, *(f"{name}, aside" for name in _HALVED))
PARTS = ("own", *_OPEN, *_HALVED, *_CLOSED)
FRESH = "fresh"  # in the style of rewrites written before the words were tuned to them
SHARED = Path(__file__).parents[2] / "shared" / "domain" / "terse_notes.jsonl"
OWN = ("styles", "blind", "plain", "second")
FOLDERS = {"": TESTS} | {name: TESTS / name for name in (WIDE, SETTINGS, LATE, LAST, RECENT)}
SOURCES = (SHARED, *(TESTS / f"{name}.jsonl" for name in OWN), *(folder / "notes.jsonl" for folder in FOLDERS.values()))
_WORD = re.compile(r"\w+|[^\w\s]")

Span = tuple[int, int]


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
    """The notes, their faithful rewrites, the untrue changes; readings of notes are made once."""

    notes: dict[str, dict[str, Any]]
    rewrites: dict[str, dict[str, Any]]
    mutants: list[dict[str, Any]]
    pack: Pack
    collection: dict[str, str]
    readings: dict[str, Reading] = field(default_factory=dict)
    drawn: dict[str, list[Finding]] = field(default_factory=dict)

    def errors_of(self, rewrite: str) -> list[Finding]:
        """Return what a faithful rewrite draws as it stands; each is judged once."""
        if rewrite not in self.drawn:
            row = self.rewrites[rewrite]
            self.drawn[rewrite] = self.errors(row["note"], row["text"])
        return self.drawn[rewrite]

    def errors(self, note: str, text: str) -> list[Finding]:
        """Return the fidelity errors of a text against a note."""
        minutes = self.notes[note].get("minutes")
        if note not in self.readings:
            self.readings[note] = read(self.notes[note]["text"], self.pack, minutes)
        visit = Visit(minutes=minutes)
        findings = compare([self.readings[note]], read(text, self.pack, minutes), visit, self.pack)
        return [item for item in findings if item.level == "error"]


def load_corpus() -> Corpus:
    """Return all that is at hand."""
    notes = {row["id"]: row for path in SOURCES for row in load(path)}
    rows = [(name, row) for name, folder in FOLDERS.items() for row in load(folder / "rewrites.jsonl")]
    rewrites = {row["id"]: row for _, row in rows if row["note"] in notes}
    changes = [row for folder in FOLDERS.values() for row in load(folder / "mutants.jsonl")]
    mutants = [row for row in changes if row["rewrite"] in rewrites]
    return Corpus(notes, rewrites, mutants, load_pack(), {row["id"]: name for name, row in rows})


def mutate(text: str, mutant: dict[str, Any]) -> tuple[str, list[Span]]:
    """Return the changed text and the spans of its changed words."""
    finds, puts = (value if isinstance(value, list) else [value] for value in (mutant["find"], mutant["put"]))
    out, spans, at = "", [], 0
    for place, find, put in sorted((text.index(find), find, put) for find, put in zip(finds, puts, strict=True)):
        out += text[at:place]
        begin, end = _changed(find, put)
        spans.append((len(out) + begin, len(out) + end))
        out, at = out + put, place + len(find)
    out += text[at:]
    return out, [_widened(out, span) for span in spans]


def _changed(find: str, put: str) -> Span:
    """Return where `put` differs from `find`, by whole words."""
    old = _WORD.findall(find)
    new = list(_WORD.finditer(put))
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same][0]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail][0]:
        tail += 1
    inside = new[same : len(new) - tail]
    if inside:
        return inside[0].start(), inside[-1].end()
    edge = new[same - 1].end() if same else 0
    return edge, edge


def _widened(text: str, span: Span) -> Span:
    """Where words were only taken out, look at the word before and the word behind."""
    start, end = span
    if start < end:
        return span
    return max(0, text.rfind(" ", 0, max(0, start - 1))), text.find(" ", end + 1) + 1 or len(text)


def is_found(corpus: Corpus, mutant: dict[str, Any]) -> bool:
    """Tell whether the change is found at its place."""
    rewrite = corpus.rewrites[mutant["rewrite"]]
    note = rewrite["note"]
    known = {(item.code, item.side, item.text) for item in corpus.errors_of(rewrite["id"])}
    text, spans = mutate(rewrite["text"], mutant)
    new = [item for item in corpus.errors(note, text) if (item.code, item.side, item.text) not in known]
    if "lost" in mutant:
        start = corpus.notes[note]["text"].index(mutant["lost"])
        if _overlaps(new, "source", [(start, start + len(mutant["lost"]))]):
            return True
    return _overlaps(new, "rewrite", spans)


def _overlaps(findings: Sequence[Finding], side: str, spans: Sequence[Span]) -> bool:
    return any(
        item.start < end and item.end > start
        for item in findings
        if item.side == side and item.start is not None and item.end is not None
        for start, end in spans
    )


@dataclass
class Figures:
    """What was found in one part of the corpus: (found, all) by operator, the missed, and the accused rewrites."""

    found: dict[str, list[int]]
    missed: list[dict[str, Any]]
    accused: dict[str, list[Finding]]
    rewrites: int

    @property
    def rate(self) -> float:
        """The share of untrue changes that were found."""
        return sum(row[0] for row in self.found.values()) / max(1, sum(row[1] for row in self.found.values()))


def measure(corpus: Corpus, rewrites: Set[str]) -> Figures:
    """Return the figures of some rewrites, by id."""
    accused = {name: errors for name in sorted(rewrites) if (errors := corpus.errors_of(name))}
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    missed = []
    for mutant in corpus.mutants:
        if mutant["rewrite"] not in rewrites:
            continue
        hit = is_found(corpus, mutant)
        found[mutant["op"]][0] += hit
        found[mutant["op"]][1] += 1
        if not hit:
            missed.append(mutant)
    return Figures(dict(found), missed, accused, len(rewrites))


def parts(corpus: Corpus) -> dict[str, set[str]]:
    """Return the rewrites of each part of the corpus, by its name; "aside" for what was kept aside of it."""
    found: dict[str, set[str]] = {title: set() for title in PARTS}
    for name, row in corpus.rewrites.items():
        collection = corpus.collection[name]
        kind = next((title for start, title in STARTS.items() if row["note"].startswith(start)), "own")
        if collection:
            kind = f"{collection}, {'shared' if kind == 'shared' else 'new'}"
        aside = f"{kind}, aside"
        found[aside if aside in found and is_held(name, collection) else kind].add(name)
    return found


def main() -> None:
    """Print all figures."""
    corpus = load_corpus()
    for name, rewrites in parts(corpus).items():
        figures = measure(corpus, rewrites)
        print(f"\n{name}: {len(figures.accused)} of {figures.rewrites} faithful rewrites accused", end="")
        total = sum(row[1] for row in figures.found.values())
        print(f"; {figures.rate:.1%} of {total} changes found" if total else "")
        for op, (hits, count) in sorted(figures.found.items(), key=lambda item: item[1][0] / item[1][1]):
            print(f"  {op:24}{hits:4} of {count:3}  {hits / count:.0%}")
        if "--accused" in sys.argv and name not in _CLOSED:
            for rewrite, findings in figures.accused.items():
                print(f"  accused {rewrite}: " + "; ".join(f"{item.code} {item.text!r}" for item in findings))
        if "--misses" in sys.argv and name not in _CLOSED:
            for mutant in figures.missed:
                print(f"  missed {mutant['rewrite']} {mutant['op']}: {mutant['find']!r} -> {mutant['put']!r}")
    fresh = [name for name, row in corpus.rewrites.items() if FRESH in row["style"]]
    print(f"\nfresh prose over own notes: {sum(map(bool, map(corpus.errors_of, fresh)))} of {len(fresh)} accused")


if __name__ == "__main__":
    main()
