"""Packs: the rules and words for one CPT code, as data.

A pack is one TOML file with all it inherits (see `packfile`), then what a payer sets, then a file of one's own. What is
wrong in it is said when it is loaded. The content hash covers every file. Packs with the same words share them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rewriter.collector import pause_collection
from rewriter.errors import PackError
from rewriter.figure import Figure, Pairs, build_figures, build_pairs
from rewriter.glossary import Glossary, Measure, build_glossary
from rewriter.lexicon import Tree
from rewriter.packfile import Layer, PackFiles, check_keys, read_files
from rewriter.paraphrase import Paraphrases
from rewriter.plain import PlainWords
from rewriter.rule import Rule, build_rules

PAYER = "cms"
TOTAL, MIDPOINT = "total", "midpoint"
_CODE_KEYS = {"cpt", "names", "addresses", "minimum_minutes", "timed", "services", "shows"}
_PAYER_KEYS = {"name", "title", "names", "rounding", "timed", "untimed", "continues"}


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, and how minutes become units: by the `total` of timed minutes, or by each code's own `midpoint`.

    `names` are words by which a visit names this payer. `timed` are the codes that go by the minute, `untimed` those
    that are billed once; of other codes nothing is known. `continues` maps a code to the one that it goes on from.
    """

    name: str
    title: str
    names: tuple[str, ...]
    rounding: str
    timed: frozenset[str]
    untimed: frozenset[str]
    continues: Mapping[str, str]


@dataclass(frozen=True)
class Pack:
    """A loaded pack with all it inherits, compiled for reading and checking.

    `homes` says by a rule's code which of the files brought it.
    """

    name: str
    title: str
    version: int
    chain: tuple[str, ...]
    sha256: str
    glossary: Glossary
    code: Mapping[str, Any]
    rules: Mapping[str, Rule]
    homes: Mapping[str, Layer]
    payer: Payer
    figures: Mapping[str, tuple[Figure, ...]]
    pairs: tuple[Pairs, ...]

    @property
    def lexicon(self) -> Tree:
        """The tree of forms."""
        return self.glossary.lexicon

    @property
    def shorthand(self) -> Tree:
        """The tree of shorthand."""
        return self.glossary.shorthand

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word of every form."""
        return self.glossary.vocabulary

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The outcome measures by id."""
        return self.glossary.measures

    @property
    def licences(self) -> Mapping[str, tuple[str, ...]]:
        """What licenses each family of verbs."""
        return self.glossary.licences

    @property
    def scaffold(self) -> frozenset[str]:
        """The words that claim nothing."""
        return self.glossary.scaffold

    @property
    def relations(self) -> Mapping[str, tuple[str, ...]]:
        """The relation phrases of the scaffold, and the kinds that fit behind each."""
        return self.glossary.relations

    @property
    def paraphrases(self) -> Paraphrases:
        """The declared equalities."""
        return self.glossary.paraphrases

    @property
    def plain(self) -> PlainWords:
        """Where plain words may stand."""
        return self.glossary.plain


def load_pack(name: str = "97112", overlay: Path | None = None, payer: Path | str = PAYER) -> Pack:
    """Load the pack for a CPT code under a payer's rules, with an optional overlay file on top.

    `name` is a built-in pack, or one that an installed package offers under the entry-point group
    `rewriter.packs` (each entry point loads to the path of a TOML file). `payer` is a built-in profile or a file.

    Raises PackError where no such pack or payer is known or a file breaks the schema.
    """
    return _load(name, overlay, payer)


@lru_cache(maxsize=64)
def _load(name: str, overlay: Path | None, payer: Path | str) -> Pack:
    with pause_collection():
        return _compile(name, read_files(name, payer, overlay))


def _compile(name: str, files: PackFiles) -> Pack:
    data = files.table
    code = data.get("code", {})
    check_keys(code, _CODE_KEYS, "code")
    return Pack(
        name=name,
        title=data.get("title", ""),
        version=data.get("version", 0),
        chain=files.chain,
        sha256=files.sha256,
        glossary=_share(files),
        code=code,
        rules=build_rules(data.get("rule", {})),
        homes=files.homes,
        payer=_build_payer(data.get("payer", {})),
        figures=build_figures(data.get("figure", {})),
        pairs=build_pairs(data.get("pairs", [])),
    )


_glossaries: dict[str, Glossary] = {}
_MOST_GLOSSARIES = 16


def _share(files: PackFiles) -> Glossary:
    """Return the glossary of these files, compiled once for all packs with the same words."""
    glossary = _glossaries.get(files.words_sha256)
    if glossary is None:
        glossary = build_glossary(files.table, files.home, files.words_sha256)
        if len(_glossaries) >= _MOST_GLOSSARIES:
            _glossaries.clear()
        _glossaries[files.words_sha256] = glossary
    return glossary


def _build_payer(table: Mapping[str, Any]) -> Payer:
    check_keys(table, _PAYER_KEYS, "payer")
    rounding = table.get("rounding", TOTAL)
    if rounding not in (TOTAL, MIDPOINT):
        raise PackError(f"payer: rounding must be {TOTAL} or {MIDPOINT}")
    return Payer(
        str(table.get("name", "")),
        str(table.get("title", "")),
        tuple(table.get("names", ())),
        rounding,
        frozenset(table.get("timed", ())),
        frozenset(table.get("untimed", ())),
        table.get("continues", {}),
    )
