"""What the tests across notes share: labelled charts and texts, and the verdicts of single rules on them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rewriter.checks import Case
from rewriter.earlier import Earlier, earlier_from, recall
from rewriter.findings import Finding
from rewriter.history import CHECKS
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import visit_from

HERE = Path(__file__).parent
PACK = load_pack()
RULES = {rule.code: rule for rule in PACK.rules.values() if rule.check in CHECKS}


def load(name: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines beside the tests."""
    with (HERE / name).open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def notes_from(notes: Sequence[object]) -> list[Earlier]:
    """Return earlier notes from texts or objects; what lacks an id gets its number."""
    return [
        earlier_from({"id": number, **({"text": note} if isinstance(note, str) else dict(note))}, "the note")  # type: ignore[call-overload]
        for number, note in enumerate(notes, 1)
    ]


def judge(
    code: str,
    text: str,
    notes: Sequence[object] = (),
    visit: Mapping[str, Any] | None = None,
    source: str | None = None,
) -> list[Finding]:
    """Return what one rule says of a text after these earlier notes."""
    rule, told = RULES[code], visit_from(dict(visit or {}))
    note = read(source, PACK) if source is not None else None
    case = Case(read(text, PACK), note, told, PACK, "full", earlier=recall(notes_from(notes), source or text, told))
    return CHECKS[rule.check](case, rule)
