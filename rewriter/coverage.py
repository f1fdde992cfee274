"""The coverage of the rule catalogue: which rules decide each of its entries, or why none can.

The catalogue lies outside the project; its ids are in catalogue.toml, with the reasons for what no rule can decide and
the ids that follow from each sentence of the two documents that the project began with (`S1-1` is the first sentence of
the first).
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from rewriter.lines import Look, block, join_blocks, titled
from rewriter.rulebook import Book

_FILE = Path(__file__).parent / "catalogue.toml"
NOTHING = "no rule yet"


class Catalogue(NamedTuple):
    """The ids in their order, the reason by id for what no rule can decide, and the ids by tag of a sentence."""

    ids: tuple[str, ...]
    open: Mapping[str, str]
    seeds: Mapping[str, tuple[str, ...]]


class Row(NamedTuple):
    """One line of the table: an id or a tag, the ids it stands for, the rules that decide them, else the reason."""

    name: str
    ids: tuple[str, ...]
    codes: tuple[str, ...]
    reason: str


class Table(NamedTuple):
    """The coverage of the catalogue's ids and of the sentences."""

    ids: tuple[Row, ...]
    seeds: tuple[Row, ...]


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Return the catalogue's ids."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    return Catalogue(
        tuple(table["ids"].split()),
        table["open"],
        {tag: tuple(ids.split()) for tag, ids in table["seeds"].items()},
    )


def cover(book: Book) -> Table:
    """Return which rules of the book decide each id and each sentence."""
    known = catalogue()
    codes: dict[str, list[str]] = {}
    for entry in book.entries:
        for name in entry.rule.covers:
            codes.setdefault(name, []).append(entry.rule.code)
    return Table(
        tuple(_row(name, (name,), codes, known) for name in known.ids),
        tuple(_row(tag, ids, codes, known) for tag, ids in known.seeds.items()),
    )


def _row(name: str, ids: tuple[str, ...], codes: Mapping[str, Sequence[str]], known: Catalogue) -> Row:
    found = tuple(sorted({code for item in ids for code in codes.get(item, ())}))
    reasons = [known.open[item] for item in ids if item in known.open]
    return Row(name, ids, found, "" if found else " ".join(reasons) or NOTHING)


def covered(rows: Sequence[Row]) -> int:
    """Return how many rows have a rule."""
    return sum(bool(row.codes) for row in rows)


# --- how it looks ----------------------------------------------------------------------------------------------------


def to_dict(table: Table) -> dict[str, Any]:
    """Return the table as JSON: `ids` and `seeds`, each with `covered`, `of` and `rows`."""
    return {
        part: {"covered": covered(rows), "of": len(rows), "rows": [row._asdict() for row in rows]}
        for part, rows in (("ids", table.ids), ("seeds", table.seeds))
    }


def text(table: Table, look: Look) -> str:
    """Return the table as lines of text."""
    return join_blocks(
        titled(_title(part, rows), [_line(row, look) for row in rows], look) for part, rows in _parts(table)
    )


def markdown(table: Table) -> str:
    """Return the table as a Markdown page."""
    blocks = ["# Coverage of the rule catalogue"]
    for part, rows in _parts(table):
        lines = [f"| {row.name} | {_ids(row)}{', '.join(row.codes) or row.reason} |" for row in rows]
        head = ["| sentence | ids | rules |", "|-|-|-|"] if part == _SEEDS else ["| id | rules |", "|-|-|"]
        blocks += [f"## {_title(part, rows)}", "\n".join([*head, *lines])]
    return join_blocks(blocks)


_IDS, _SEEDS = "Catalogue", "Sentences"


def _parts(table: Table) -> list[tuple[str, tuple[Row, ...]]]:
    return [(_IDS, table.ids), (_SEEDS, table.seeds)]


def _title(part: str, rows: Sequence[Row]) -> str:
    return f"{part}: {covered(rows)} of {len(rows)} covered"


def _line(row: Row, look: Look) -> str:
    return block(", ".join(row.codes) or row.reason, look, lead=f"  {row.name:<8} ", indent=" " * 11)


def _ids(row: Row) -> str:
    return "" if row.ids == (row.name,) else f"{', '.join(row.ids)} | "
