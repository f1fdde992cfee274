"""Measure the comparison of foreign text on fragments: clauses of notes, each told once truly and twice untruly.

Run from the project's root: `python -m bench.fragments [--misses] [--accused]`.

`tests/fragments` holds 130 fragments by each of six writers who saw no rule: {"id", "note", "say", "untrue": [{"op",
"text"}]}. A change counts as found where the untrue text draws an error of faithfulness that the true one does not.
Four files were mended by; two were kept closed (`CLOSED`), and only their totals are shown. The fragments of "shared"
are places in the notes of a shared folder beside the project, and are left out where it is absent.

A whole rewrite holds five to ten such clauses, so the share of whole rewrites accused is several times that of these.
"""

import sys
from dataclasses import dataclass
from typing import Any

from bench.fidelity import SHARED, TESTS, load
from rewriter.carry import is_unfaithful
from rewriter.fidelity import compare
from rewriter.findings import Finding
from rewriter.pack import Pack, load_pack
from rewriter.reading import Reading, read
from rewriter.visit import Visit

FOLDER = TESTS / "fragments"
OPEN, CLOSED = ("neuro", "daily", "mixed", "tasks"), ("orthopaedic", "shared")


@dataclass(frozen=True)
class Told:
    """What was made of the fragments of one file: lines for each false error and each change that was not found."""

    fragments: int
    changes: int
    accused: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def found(self) -> float:
        """The share of changes found."""
        return 1 - len(self.missed) / self.changes


def load_fragments(name: str) -> list[dict[str, Any]]:
    """Return the fragments of one file, each with its `note`; those of absent notes are left out."""
    shared = {row["id"]: row["text"] for row in load(SHARED)}
    rows = load(FOLDER / f"{name}.jsonl")
    for row in rows:
        if row.get("shared") in shared:
            row["note"] = shared[row["shared"]][row["start"] : row["end"]]
    return [row for row in rows if "note" in row]


def measure_fragments(rows: list[dict[str, Any]], pack: Pack) -> Told:
    """Hold each fragment's texts against its note."""
    accused, missed, changes = [], [], 0
    for row in rows:
        note = read(row["note"], pack)
        false = _errors(note, row["say"], pack)
        if false:
            accused.append(f"{row['id']} {row['note']!r} {row['say']!r}: {false}")
        for change in row["untrue"]:
            changes += 1
            if not _errors(note, change["text"], pack) - false:
                missed.append(f"{row['id']} {change['op']} {row['note']!r} {change['text']!r}")
    return Told(len(rows), changes, tuple(accused), tuple(missed))


def _errors(note: Reading, text: str, pack: Pack) -> set[tuple[str, str]]:
    findings: list[Finding] = compare([note], read(text, pack), Visit(), pack)
    return {(item.code, item.text) for item in findings if is_unfaithful(item)}


def main() -> None:
    """Print the figures of each file."""
    pack = load_pack()
    for name in (*OPEN, *CLOSED):
        rows = load_fragments(name)
        if not rows:
            continue
        told = measure_fragments(rows, pack)
        print(
            f"{name}: {len(told.accused)} of {told.fragments} accused; {told.found:.1%} of {told.changes} changes found"
        )
        for flag, lines in (("--accused", told.accused), ("--misses", told.missed)):
            if flag in sys.argv and name in OPEN:
                print(*lines, sep="\n")


if __name__ == "__main__":
    main()
