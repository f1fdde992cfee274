"""What tells the codes apart: `packs/codes.toml`, one table a code, read once for all packs."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from rewriter.clues import Clues
from rewriter.errors import PackError
from rewriter.lexicon import split_form
from rewriter.packfile import FOLDER, check_keys

AIM, HOW, DEED = "aim", "how", "deed"
_ROLES = (AIM, HOW, DEED)
_KEYS = frozenset({"aims", "heads", "maybe", "like", "offer", *_ROLES})


@dataclass(frozen=True, slots=True)
class Code:
    """A code: what it is for in words, the words that open its section, whether it may be proposed.

    `maybe` open a section only where the code's figures stand in the note too. `family` is the code whose clues it has.
    """

    code: str
    aims: str
    heads: tuple[str, ...]
    maybe: tuple[str, ...]
    family: str
    offer: bool


@dataclass(frozen=True)
class Codes:
    """All codes by number, and their clues: the tags are `CODE ROLE`."""

    by_code: Mapping[str, Code]
    lines: Mapping[str, str]

    @cached_property
    def clues(self) -> Clues:
        """The clues of all codes, compiled when they are first looked for."""
        return Clues(self.lines)

    @cached_property
    def headings(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
        """By its first word: the words of each heading, longest first, its code, and whether it is sure."""
        found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for code in self.by_code.values():
            for forms, sure in ((code.heads, True), (code.maybe, False)):
                for words in map(tuple, map(split_form, forms)):
                    found.setdefault(words[0], []).append((words, code.code, sure))
        return {first: tuple(sorted(heads, key=lambda head: -len(head[0]))) for first, heads in found.items()}


@lru_cache(maxsize=1)
def load_codes() -> Codes:
    """Return all codes. Raises PackError where the file breaks its schema."""
    tables = tomllib.loads((FOLDER / "codes.toml").read_text("utf-8"))
    codes = {code: _build(code, table, tables) for code, table in tables.items()}
    lines = {f"{code} {role}": table[role] for code, table in tables.items() for role in _ROLES if role in table}
    return Codes(codes, lines)


def _build(code: str, table: Mapping[str, Any], tables: Mapping[str, Any]) -> Code:
    check_keys(table, _KEYS, f"codes.toml: {code}")
    family = table.get("like", code)
    if family not in tables or "aims" not in table:
        raise PackError(f"codes.toml: {code}: lacks aims, or is like a code that there is not")
    return Code(
        code=code,
        aims=table["aims"],
        heads=_forms(table.get("heads", "")),
        maybe=_forms(table.get("maybe", "")),
        family=family,
        offer=table.get("offer", True),
    )


def _forms(line: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in line.split("|") if form.strip())
