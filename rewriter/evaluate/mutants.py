"""The exam's papers: sources, faithful rewrites of them, and untrue changes to those, each a file of JSON lines.

    sources    {"id": "n1", "text": "...", "cpt": "97112", "minutes": 25, "visit": {...}}
    rewrites   {"id": "r1", "note": "n1", "text": "..."}
    mutants    {"rewrite": "r1", "op": "side_flip", "find": "left knee", "put": "right knee", "lost": "L knee"}

A rewrite names its source and is faithful to it. A mutant names a rewrite, the kind of its change (`op`), words that
stand in that rewrite and what to put there; several changes that make one untruth are lists. `lost` are words of the
source whose fact the change dropped: a finding there counts as well. Other keys are let be, so that a set may say more.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from rewriter.errors import InputError
from rewriter.evaluate.rows import read_rows
from rewriter.note import check_text
from rewriter.visit import Visit, visit_from

Span = tuple[int, int]
_LOOSE = ConfigDict(extra="ignore")
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Source:
    """A note that rewrites are held against."""

    id: str
    text: str
    cpt: str = "97112"
    minutes: float | None = None
    visit: Mapping[str, Any] | None = None

    def known_visit(self) -> Visit:
        """Return the visit. Raises InputError where it is not one."""
        minutes = {} if self.minutes is None else {"minutes": self.minutes}
        return visit_from({**(self.visit or {}), **minutes})


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Faithful:
    """A faithful rewrite of the source `note`."""

    id: str
    note: str
    text: str


@dataclass(frozen=True, slots=True, config=_LOOSE)
class Mutant:
    """An untrue change to a rewrite; `find` and `put` have the same length where they are lists."""

    rewrite: str
    op: str
    find: str | tuple[str, ...]
    put: str | tuple[str, ...]
    lost: str | None = None

    @property
    def changes(self) -> list[tuple[str, str]]:
        """What is replaced by what."""
        finds, puts = ((item,) if isinstance(item, str) else item for item in (self.find, self.put))
        return list(zip(finds, puts, strict=True))


@plain_dataclass(frozen=True)
class Papers:
    """What the validator is examined with; every mutant's rewrite and every rewrite's source is there."""

    sources: Mapping[str, Source]
    rewrites: Mapping[str, Faithful]
    mutants: tuple[Mutant, ...]


_SOURCE, _FAITHFUL, _MUTANT = TypeAdapter(Source), TypeAdapter(Faithful), TypeAdapter(Mutant)


def read_papers(sources: str | Path, rewrites: str | Path, mutants: str | Path | None = None) -> Papers:
    """Return the papers of an exam. Raises InputError, with the line's number, for what is none or does not fit."""
    notes: dict[str, Source] = {}
    for number, source in read_rows(str(sources), _SOURCE, "sources"):
        _once(source.id, notes, f"line {number} of the sources")
        try:
            check_text(source.text)
            source.known_visit()
        except InputError as error:
            raise InputError(f"line {number} of the sources: {error}") from None
        notes[source.id] = source
    texts: dict[str, Faithful] = {}
    for number, rewrite in read_rows(str(rewrites), _FAITHFUL, "rewrites"):
        where = f"line {number} of the rewrites"
        _once(rewrite.id, texts, where)
        if rewrite.note not in notes:
            raise InputError(f"{where}: no source has the id that it names")
        texts[rewrite.id] = rewrite
    if not texts:
        raise InputError("there are no rewrites in the file")
    found = []
    for number, mutant in read_rows(str(mutants), _MUTANT, "mutants") if mutants is not None else ():
        _check(mutant, notes, texts, f"line {number} of the mutants")
        found.append(mutant)
    return Papers(notes, texts, tuple(found))


def mutate(text: str, mutant: Mutant) -> tuple[str, list[Span]]:
    """Return the changed text and the spans of its changed words, in code points of it."""
    out, spans, at = "", [], 0
    for place, find, put in sorted((text.index(find), find, put) for find, put in mutant.changes):
        out += text[at:place]
        begin, end = _changed(find, put)
        spans.append((len(out) + begin, len(out) + end))
        out, at = out + put, place + len(find)
    out += text[at:]
    return out, [_widened(out, span) for span in spans]


def _once(name: str, seen: Mapping[str, object], where: str) -> None:
    if name in seen:
        raise InputError(f"{where}: its id stands on an earlier line")


def _check(mutant: Mutant, notes: Mapping[str, Source], texts: Mapping[str, Faithful], where: str) -> None:
    if mutant.rewrite not in texts:
        raise InputError(f"{where}: no rewrite has the id that it names")
    try:
        changes = mutant.changes
    except ValueError:
        raise InputError(f"{where}: 'find' and 'put' have not the same length") from None
    rewrite = texts[mutant.rewrite]
    if not changes or not all(find and find in rewrite.text for find, _ in changes):
        raise InputError(f"{where}: what is to be found does not stand in the rewrite")
    places = sorted((rewrite.text.index(find), len(find)) for find, _ in changes)
    if any(start + size > later for (start, size), (later, _) in pairwise(places)):
        raise InputError(f"{where}: its changes overlap")
    if all(find == put for find, put in changes):
        raise InputError(f"{where}: it changes nothing")
    if mutant.lost is not None and (not mutant.lost or mutant.lost not in notes[rewrite.note].text):
        raise InputError(f"{where}: the lost words do not stand in the source")


def _changed(find: str, put: str) -> Span:
    """Return where `put` differs from `find`, by whole words."""
    old = _WORD.findall(find)
    new = list(_WORD.finditer(put))
    most = min(len(old), len(new))
    same = next((at for at in range(most) if old[at] != new[at][0]), most)
    rest = most - same
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at][0]), rest)
    inside = new[same : len(new) - tail]
    if inside:
        return inside[0].start(), inside[-1].end()
    edge = new[same - 1].end() if same else 0
    return edge, edge


def _widened(text: str, span: Span) -> Span:
    """Return the span, or where words were only taken out, the words before and behind it."""
    start, end = span
    if start < end:
        return span
    return max(0, text.rfind(" ", 0, max(0, start - 1))), text.find(" ", end + 1) + 1 or len(text)
