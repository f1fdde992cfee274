"""Frames of notes in, frames of results out: the whole work of one task of an engine that has pandas at its seams.

Spark's `mapInPandas` calls it with the frames of a partition; Dask, Ray or a plain loop can. It reads and writes
nothing else, so a task that is killed can be run again.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas

from rewriter.bulk.columns import Columns
from rewriter.bulk.desk import Desk
from rewriter.bulk.outcome import REJECTED, Outcome, unpack_result
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.terms import Terms, fingerprint
from rewriter.errors import SettingsError
from rewriter.jsonline import json_text

if TYPE_CHECKING:
    # It needs the model's client, which takes a second to import: only where a model is asked.
    from rewriter.bulk.share import Share

Mapper = Callable[[Iterable[pandas.DataFrame]], Iterator[pandas.DataFrame]]

NOTE_ID, FP = "note_id", "fp"
# The columns of results. "record", "questions" and "result" are JSON, "findings" the codes of rules, "fp" is hex.
COLUMNS = (NOTE_ID, FP, "status", "cause", "rewrite", "record", "findings", "questions", "asks", "result")
# Rows of a frame out: results are ten times their notes, and those of a partition must not stand in memory together.
_ROWS = 100


def make_mapper(terms: Terms, columns: Columns = Columns(), share: "Share | None" = None) -> Mapper:
    """Return the function from frames of notes to frames of results, a row for each row; it can be sent elsewhere.

    A row that cannot be a note becomes one with the status `rejected` and the reason as its cause. `share` is needed
    where the terms name a model. Raises SettingsError where it is missing or too small; the function does where it runs
    beside other code or packs than here, and where a frame lacks the columns of id and text.
    """
    if (terms.writer is None) is not (share is None):
        raise SettingsError("a model needs its share of the requests, and the composer has none")
    if terms.writer and share:
        share.check(terms.writer.limits)
    return partial(_rewrite, terms, columns, share, terms.digest())


def make_stamper(terms: Terms, columns: Columns = Columns()) -> Mapper:
    """Return the function from frames of notes to the same with "note_id" and "fp", as their results will have them."""
    return partial(_stamp, columns, terms.digest())


def is_key(column: str) -> bool:
    """Tell whether a column gives way to one of the key's: engines do not tell names apart by case."""
    return column.casefold() in (NOTE_ID, FP)


def _stamp(columns: Columns, digest: bytes, frames: Iterable[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
    for frame in frames:
        keys = [(row.id, fp) for row, fp in _take(frame, columns, digest)]
        others = [name for name in frame.columns if not is_key(name)]
        yield frame[others].assign(**{NOTE_ID: [name for name, _ in keys], FP: [fp for _, fp in keys]})


def _rewrite(
    terms: Terms, columns: Columns, share: "Share | None", digest: bytes, frames: Iterable[pandas.DataFrame]
) -> Iterator[pandas.DataFrame]:
    if terms.digest() != digest:
        raise SettingsError("the rewriter here, or a pack's file, is not the one that the job was planned with")
    desk = Desk(terms)
    with share.open(terms.writer) if share and terms.writer else nullcontext() as asker:
        for frame in frames:
            taken = list(_take(frame, columns, digest))
            for start in range(0, len(taken), _ROWS):
                some = taken[start : start + _ROWS]
                lines = [row.line for row, _ in some if isinstance(row, Row)]
                done = iter(asker.write(desk, lines) if asker else map(desk.write, lines))
                yield _frame(
                    (row.id, fp, next(done) if isinstance(row, Row) else Outcome(REJECTED, row.reason))
                    for row, fp in some
                )


def _take(frame: pandas.DataFrame, columns: Columns, digest: bytes) -> Iterator[tuple[Row | Reject, str]]:
    """Yield the note of each row of a frame, or why it has none, with its fingerprint."""
    bound = columns.bind(list(frame.columns))
    name = bound.fields["id"]
    for cells in frame[bound.used].to_dict("records"):
        record = {column: _plain(value) for column, value in cells.items()}
        row = bound.take("", record)
        # Without the id, as for a note: it stands beside the fingerprint, and is written otherwise once it is stamped.
        said = row.line if isinstance(row, Row) else {key: value for key, value in record.items() if key != name}
        yield row, fingerprint(digest, said).hex()


def _plain(value: Any) -> Any:
    """Return a cell without what pandas made of it: an absent one is NaN there, and whole numbers beside it floats."""
    if pandas.api.types.is_scalar(value) and pandas.isna(value):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _frame(done: Iterable[tuple[str, str, Outcome]]) -> pandas.DataFrame:
    rows = []
    for name, fp, outcome in done:
        result = unpack_result(outcome.data) if outcome.data else None
        said = (
            (result["rewrite"], json_text(result["record"]), json_text(result["questions"]), json_text(result))
            if result
            else (None, None, "[]", None)
        )
        rewrite, record, questions, whole = said
        codes = list(outcome.findings)
        rows.append((name, fp, outcome.status, outcome.cause, rewrite, record, codes, questions, outcome.asks, whole))
    return pandas.DataFrame(rows, columns=list(COLUMNS), dtype=object)  # so that what is absent stays None
