"""The rulebook: the rules of a pack, or of all packs, each with where it comes from, and filters over them.

What a rule says of itself stands in its table. What follows from it is said here once, for every way of showing it:
who may mend what it finds, what a model may do about it, what the clinician is offered as an answer.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, NamedTuple

from rewriter.errors import PackError
from rewriter.findings import CLINICIAN, MODEL, NOBODY
from rewriter.pack import PAYER, Pack, load_pack
from rewriter.packfile import Layer, available, payers
from rewriter.rule import Rule, offered

FIRST = "97112"
ALL = "all"


class Entry(NamedTuple):
    """One rule of the rulebook: as it stands in the first of the `packs` that have it, and the file it came from.

    `variants` are the rule as other packs (or payers) have it, where they change it, by their names.
    """

    rule: Rule
    layer: Layer
    packs: tuple[str, ...]
    variants: Mapping[str, Rule]


class Book(NamedTuple):
    """What is shown: a `name` and a `title`, the hash of all that it rests on, and its rules by layer and code."""

    name: str
    title: str
    sha256: str
    entries: tuple[Entry, ...]


class Filter(NamedTuple):
    """Which rules are wanted: what is None does not matter.

    `mend` is who may mend it (model, clinician, none), `covers` an id of the catalogue, `profile` the profile under
    which it is checked, `words` are looked for in name, message, reason and source, each on its own.
    """

    level: str | None = None
    mend: str | None = None
    covers: str | None = None
    profile: str | None = None
    words: str | None = None

    def takes(self, rule: Rule) -> bool:
        """Tell whether the rule is wanted."""
        said = f"{rule.code} {rule.name} {rule.message} {rule.why} {rule.source}".lower()
        return (
            self.level in (None, rule.level)
            and (self.mend is None or self.mend in menders(rule))
            and (self.covers is None or self.covers in rule.covers)
            and (self.profile is None or rule.is_in(self.profile))
            and all(word in said for word in (self.words or "").lower().split())
        )


def menders(rule: Rule) -> tuple[str, ...]:
    """Return who may mend what the rule finds: the model where it is told how, the clinician where one is asked."""
    return (*([MODEL] if rule.model else []), *([CLINICIAN] if rule.question else [])) or (NOBODY,)


def model_may(rule: Rule) -> str:
    """Return what a model may do about what the rule finds."""
    return rule.model or ("Nothing: only the clinician can say." if rule.question else "Leave it.")


def differs(entry: Entry) -> dict[str, tuple[str, ...]]:
    """Return by pack (or payer) which fields of the rule's table are others there."""
    return {
        place: tuple(item.name for item in fields(Rule) if getattr(rule, item.name) != getattr(entry.rule, item.name))
        for place, rule in entry.variants.items()
    }


def choices(rule: Rule) -> tuple[str, ...]:
    """Return what the clinician is offered as an answer, with the ways out that every question has."""
    return offered(rule.options) if rule.question else ()


# --- which rules -----------------------------------------------------------------------------------------------------


def pack_book(pack: Pack) -> Book:
    """Return the rules of one pack."""
    entries = tuple(_entry(rule, pack) for rule in pack.rules.values())
    return Book(f"{pack.name}@{pack.version}", f"{pack.name} {pack.title}".strip(), pack.sha256, entries)


def rule_book(code: str, overlay: Path | None = None, payer: Path | str | None = None) -> Book:
    """Return the one rule with this code, from the first pack that has it. Raises PackError where none has it."""
    packs = _packs(overlay, payer)
    for pack in packs:
        if code in pack.rules:
            book = pack_book(pack)
            return Book(book.name, book.title, book.sha256, (_collect(packs)[code],))
    raise PackError(f"no rule has the code {code}; `rewriter rules` lists them")


def whole_book(overlay: Path | None = None, payer: Path | str | None = None) -> Book:
    """Return the rules of all packs, under every payer's rules or under those of one."""
    packs = _packs(overlay, payer)
    order = list(dict.fromkeys(name for pack in packs for name in pack.chain))
    rows = sorted(_collect(packs).values(), key=lambda entry: (order.index(entry.layer.name), entry.rule.code))
    sha256 = hashlib.sha256("".join(pack.sha256 for pack in packs).encode()).hexdigest()
    return Book(ALL, "All rules", sha256, tuple(rows))


def choose(book: Book, wanted: Filter) -> Book:
    """Return the book with the rules that are wanted."""
    return Book(book.name, book.title, book.sha256, tuple(row for row in book.entries if wanted.takes(row.rule)))


def by_layer(entries: Iterable[Entry]) -> dict[Layer, list[Entry]]:
    """Return the rules by the file that brought them, in the order in which these come."""
    groups: dict[Layer, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.layer, []).append(entry)
    return groups


def _packs(overlay: Path | None, payer: Path | str | None) -> list[Pack]:
    """Return every pack under the default payer's rules, then under the others'; or under those of `payer` alone."""
    names = sorted(available(), key=lambda name: (name != FIRST, name))
    profiles = sorted(payers(), key=lambda name: (name != PAYER, name)) if payer is None else [payer]
    return [load_pack(name, overlay, profile) for profile in profiles for name in names]


def _collect(packs: Sequence[Pack]) -> dict[str, Entry]:
    """Return the rules of all these packs by code."""
    entries: dict[str, Entry] = {}
    for pack in packs:
        place = pack.name if pack.payer == packs[0].payer else pack.payer.name
        for code, rule in pack.rules.items():
            entries[code] = _merge(entries[code], rule, pack.name, place) if code in entries else _entry(rule, pack)
    return entries


def _entry(rule: Rule, pack: Pack) -> Entry:
    return Entry(rule, pack.homes[rule.code], (pack.name,), {})


def _merge(entry: Entry, rule: Rule, pack: str, place: str) -> Entry:
    """Return the entry with the rule as another pack has it, or as the same pack has it under another payer."""
    packs = entry.packs if pack in entry.packs else (*entry.packs, pack)
    is_known = rule == entry.variants.get(pack, entry.rule) or place in entry.variants
    return Entry(entry.rule, entry.layer, packs, entry.variants if is_known else {**entry.variants, place: rule})


# --- as data ---------------------------------------------------------------------------------------------------------


def to_dict(book: Book) -> dict[str, Any]:
    """Return the rules as JSON: `pack`, `pack_sha256`, and `rules`.

    Each rule has every field of its table in the pack; then who may `mend` it, what the `model_may` do, the `choices`
    the clinician is offered, the `layer` that brought it, the `packs` that have it, and where it `differs`.
    """
    return {"pack": book.name, "pack_sha256": book.sha256, "rules": [_entry_dict(entry) for entry in book.entries]}


def _entry_dict(entry: Entry) -> dict[str, Any]:
    rule = entry.rule
    table = asdict(rule)
    table["pass"] = table.pop("examples_pass")
    table["fail"] = table.pop("examples_fail")
    return {
        **table,
        "mend": menders(rule),
        "model_may": model_may(rule),
        "choices": choices(rule),
        "layer": entry.layer.name,
        "packs": entry.packs,
        "differs": differs(entry),
    }


def examples(rule: Rule) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the examples as they are shown, "passes" or "fails" before each, without rewrites that say nothing."""
    pairs: Sequence[tuple[str, Sequence[Mapping[str, Any]]]] = [
        ("passes", rule.examples_pass),
        ("fails", rule.examples_fail),
    ]
    return [(word, _said(example)) for word, group in pairs for example in group]


def _said(example: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in example.items() if (key, value) != ("rewrite", "x") or len(example) == 1}
