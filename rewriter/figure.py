"""Figures that change with time: thresholds, caps, code pairs, each with its date, source and if it was verified.

They are data of a payer's file. What holds on a visit's date is the newest entry that is not after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from rewriter.errors import PackError
from rewriter.visit import parse_date


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that holds since a date: `value` in `unit`; `verified` where its source was found and read."""

    name: str
    since: date
    value: float
    unit: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of codes that bundle since a date: (code, other) to "modifier" (allowed apart with one) or "never"."""

    since: date
    table: Mapping[tuple[str, str], str]
    source: str
    verified: bool


_Dated = TypeVar("_Dated", Figure, Pairs)
_FIGURE_KEYS = {"since", "value", "unit", "source", "verified"}
_PAIRS_KEYS = {"since", "lines", "source", "verified"}
_BUNDLES = ("modifier", "never")


def pick(entries: Sequence[_Dated], day: date | None) -> _Dated | None:
    """Return the entry that holds on `day`, today's newest where no day is known; None before the first."""
    held = [entry for entry in entries if day is None or entry.since <= day]
    return max(held, key=lambda entry: entry.since, default=None)


def build_figures(tables: Mapping[str, Any]) -> dict[str, tuple[Figure, ...]]:
    """Return the figures of a pack by name. Raises PackError for what cannot be read."""
    figures = {}
    for name, entries in tables.items():
        where = f"figure {name}"
        rows = [_entry(entry, _FIGURE_KEYS, where) for entry in _list(entries, where)]
        if not all(isinstance(row.get("value"), int | float) for row in rows):
            raise PackError(f"{where}: needs a value")
        figures[name] = tuple(
            Figure(
                name, _since(row, where), row["value"], row.get("unit", ""), row["source"], row.get("verified", False)
            )
            for row in rows
        )
    return figures


def build_pairs(entries: Any) -> tuple[Pairs, ...]:
    """Return the tables of code pairs of a pack. Raises PackError for what cannot be read."""
    rows = [_entry(entry, _PAIRS_KEYS, "pairs") for entry in _list(entries, "pairs")]
    return tuple(
        Pairs(_since(row, "pairs"), _table(str(row.get("lines", ""))), row["source"], row.get("verified", False))
        for row in rows
    )


def _table(lines: str) -> dict[tuple[str, str], str]:
    """Return the pairs of lines such as `97530 97116 = modifier`."""
    table = {}
    for line in lines.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        codes, _, how = (part.strip() for part in line.partition("="))
        pair = codes.split()
        if len(pair) != 2 or how not in _BUNDLES:
            raise PackError(f"pairs: cannot read the line {line[:40]!r}")
        table[pair[0], pair[1]] = how
    return table


def _list(entries: Any, where: str) -> list[Any]:
    if not isinstance(entries, list):
        raise PackError(f"{where}: must be a list of dated entries")
    return entries


def _entry(entry: Any, keys: set[str], where: str) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise PackError(f"{where}: each entry must be a table")
    if unknown := sorted(set(entry) - keys):
        raise PackError(f"{where}: unknown key {unknown[0]!r}")
    if not entry.get("source"):
        raise PackError(f"{where}: each entry needs its source")
    return entry


def _since(row: Mapping[str, Any], where: str) -> date:
    since = row.get("since")
    day = since if isinstance(since, date) else parse_date(str(since))
    if day is None:
        raise PackError(f"{where}: 'since' must be a date such as 2026-01-01")
    return day
