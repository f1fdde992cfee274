"""Values kept with the things they belong to: "91% w/ amb, 95% rest" told as "91% walking and 95% at rest"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rewriter.fidelity.related.rows import FEWEST, Row, Streams
from rewriter.fidelity.related.tokens import CASE, TURN, is_same
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
            known = _by_key(given, label_kind, value_kind) if len(rows) >= FEWEST else {}
            if known and all(_is_kept(row, known) for row in rows):
                yield from (row.value.value for row in rows if row.value.value is not None)


def _tells_parts(said: Streams, value_kind: str) -> bool:
    return any(said.most_rows(kind, value_kind) >= FEWEST for kind in _PARTS if kind in said.tokens)


def _by_key(given: Streams, label_kind: str, value_kind: str) -> dict[str, list[Row]]:
    """Return the rows of the note that may be those of the rewrite, by each key of their things."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in (row for kind in given.of_class(value_kind) for row in given.rows(label_kind, kind)):
        for key in row.label.keys:
            found[key].append(row)
    return dict(found)


def _is_kept(row: Row, known: Mapping[str, Sequence[Row]]) -> bool:
    return any(is_same(row.value, other.value) for key in row.label.keys for other in known.get(key, ()))
