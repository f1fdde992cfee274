"""Values kept with the things they belong to: "91% w/ amb, 95% rest" told as "91% walking and 95% at rest"."""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.nets.rows import FEWEST, Row, Streams
from rewriter.fidelity.nets.tokens import CASE, TURN, is_same
from rewriter.fidelity.texts.modifiers import FIGURE, SIDE, Modifier

_KEEPING = (CASE, TURN, "motion", SIDE)
_PARTS = ("part", "motion", "measure", "finding")


def find_kept(said: Streams, given: Streams, label_kinds: Sequence[str] = _KEEPING) -> Iterator[Modifier]:
    """Yield the figures of the rewrite in rows all of which the note has so: "91% walking and 95% at rest"."""
    for value_kind in said.tokens:
        if not value_kind.startswith(FIGURE):
            continue
        for label_kind in label_kinds:
            if label_kind not in said.tokens or label_kind not in given.tokens:
                continue
            rows = said.rows(label_kind, value_kind)
            if label_kind == SIDE and (len(rows) > FEWEST or _tells_parts(said, value_kind)):
                continue  # a side tells one value from another only where one thing has both sides
            known = [row for kind in given.of_class(value_kind) for row in given.rows(label_kind, kind)]
            if len(rows) >= FEWEST and all(any(_is_kept(row, other) for other in known) for row in rows):
                yield from (row.value.value for row in rows if row.value.value is not None)


def _tells_parts(said: Streams, value_kind: str) -> bool:
    return any(said.most_rows(kind, value_kind) >= FEWEST for kind in _PARTS if kind in said.tokens)


def _is_kept(row: Row, other: Row) -> bool:
    return not row.label.keys.isdisjoint(other.label.keys) and is_same(row.value, other.value)
