"""Pack files: TOML read, checked key by key, inherited and merged into one table.

`extends` names a file's parent: tables merge key by key, a plain value or list replaces the parent's, and `"key+"` /
`"key-"` add to or take from the parent's list. Unknown keys are errors, so that a misspelt option never passes in
silence.

Long lists stand as lines of text, `name: form | form` and `form = words`: easier to read and to change, and ten times
as fast to load as tables.
"""

import hashlib
import tomllib
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rewriter.errors import PackError
from rewriter.prepared import prepared

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

FOLDER = Path(__file__).parent / "packs"
PAYERS = Path(__file__).parent / "payers"

_KEYS: dict[str, type | tuple[type, ...]] = {
    "pack": str,
    "title": str,
    "version": int,
    "extends": str,
    "origin": str,
    "shorthand": (dict, str),
    "ambiguous": list,
    "words": dict,
    "verbs": dict,
    "measure": dict,
    "scaffold": dict,
    "paraphrase": dict,
    "plain": dict,
    "code": dict,
    "rule": dict,
    "payer": dict,
    "figure": dict,
    "pairs": list,
}
# What changes how a text is read; the other keys say how it is judged.
_WORDS = frozenset({"shorthand", "ambiguous", "words", "verbs", "measure", "scaffold", "paraphrase", "plain"})


class _File(NamedTuple):
    """One file: where it is, its bytes and its table."""

    path: Path
    raw: bytes
    table: dict[str, Any]


class Layer(NamedTuple):
    """One file of a pack, as readers know it."""

    name: str
    title: str


class PackFiles(NamedTuple):
    """The files of a pack merged into one table: their names from the root down, and the hash of all their bytes.

    `words_sha256` is that of the files down to the last one with words: packs that share it read alike. `homes` says
    by a rule's code which file brought it. Beside `home` may be kept what is made of the words: the last file that has
    any, or None where one of them is not the project's own.
    """

    table: dict[str, Any]
    chain: tuple[str, ...]
    sha256: str
    words_sha256: str
    homes: Mapping[str, Layer]
    home: Path | None


def read_files(name: str, payer: Path | str, overlay: Path | None) -> PackFiles:
    """Read a pack's file with those it inherits from, the payer's with its own, and the overlay on top.

    `payer` is a built-in payer profile or a file of one. Raises PackError where no such pack or payer is known or a
    file cannot be read.
    """
    files = _inherited(_find(name))
    for file in _payer_files(payer):
        files = _join(files, file)
    return files if overlay is None else _join(files, _read(overlay))


def available() -> list[str]:
    """Return the names of the packs that stand for a CPT code, sorted."""
    names = {path.stem for path in FOLDER.glob("*.toml") if path.stem.isdecimal()}
    return sorted(names | {point.name for point in _offered()})


def payers() -> list[str]:
    """Return the names of the built-in payer profiles, sorted."""
    return sorted(path.stem for path in PAYERS.glob("*.toml"))


def payer_named(words: str) -> str | None:
    """Return the built-in payer profile that a visit's payer names ("Medicare B"), or None."""
    low = f" {' '.join(words.lower().split())} "
    for payer, names in _payer_names().items():
        if any(f" {name} " in low for name in (payer, *names)):
            return payer
    return None


@lru_cache(maxsize=1)
def _payer_names() -> dict[str, tuple[str, ...]]:
    tables = {name: _read(PAYERS / f"{name}.toml").table.get("payer", {}) for name in payers()}
    return {name: tuple(table.get("names", ())) for name, table in tables.items()}


@lru_cache(maxsize=64)
def _inherited(path: Path) -> PackFiles:
    """Return a file merged onto those it extends."""
    files = PackFiles({}, (), "", "", {}, FOLDER)
    for file in _chain(path, FOLDER):
        files = _join(files, file)
    return files


def _payer_files(payer: Path | str) -> list[_File]:
    path = payer if isinstance(payer, Path) else PAYERS / f"{payer}.toml"
    if not isinstance(payer, Path) and not (payer.isalnum() and path.is_file()):
        raise PackError(f"no payer profile has this name; there are: {', '.join(payers())}")
    return _chain(path, PAYERS)


def _join(files: PackFiles, file: _File) -> PackFiles:
    path, raw, table = file
    sha256 = hashlib.sha256(files.sha256.encode() + raw).hexdigest()
    has_words = bool(_WORDS & set(table))
    own = path if files.home is not None and path.parent == FOLDER else None
    layer = Layer(str(table.get("pack", path.stem)), _title(table))
    return PackFiles(
        _merge(files.table, table, path.name),
        (*files.chain, layer.name),
        sha256,
        sha256 if has_words else files.words_sha256,
        {**dict.fromkeys(table.get("rule", {}), layer), **files.homes},
        own if has_words else files.home,
    )


def _title(table: Mapping[str, Any]) -> str:
    """Return the title of a file: a payer's stands with what it is."""
    return str(table.get("title") or table.get("payer", {}).get("title", ""))


def _offered() -> "EntryPoints":
    """Return the packs that installed packages offer."""
    # Imported here: it takes 25 ms, a quarter of a cold start, and the packs of this project do not need it.
    from importlib.metadata import entry_points

    return entry_points(group="rewriter.packs")


def _find(name: str) -> Path:
    path = FOLDER / f"{name}.toml"
    if name.replace("-", "").isalnum() and path.is_file():
        return path
    for point in _offered():
        if point.name == name:
            return Path(str(point.load()))
    known = ", ".join(available())
    raise PackError(f"no pack for code {name[:20]!r}; there are packs for: {known}")


def _chain(path: Path, folder: Path) -> list[_File]:
    """Return the files from the root of the inheritance down to `path`; parents lie in `folder`."""
    files = [_read(path)]
    while parent := files[0].table.get("extends"):
        above = folder / f"{parent}.toml"
        if any(above == file.path for file in files) or not above.is_file():
            raise PackError(f"pack {files[0].path.name}: cannot extend {parent!r}")
        files.insert(0, _read(above))
    return files


def _read(path: Path) -> _File:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PackError(f"pack {path.name}: {error.strerror or 'cannot be read'}") from None
    if path.parent in (FOLDER, PAYERS):
        return _File(path, raw, prepared(path, raw, (__file__,), lambda: _parse(raw, path.name)))
    return _File(path, raw, _parse(raw, path.name))


@lru_cache(maxsize=16)
def _parse(raw: bytes, name: str) -> dict[str, Any]:
    """Return the table of a file, its lines of text taken apart; what many packs extend is parsed once."""
    try:
        table = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"pack {name}: not valid TOML: {error}") from None
    for key, value in table.items():
        if key not in _KEYS:
            raise PackError(f"pack {name}: unknown key {key!r}")
        if not isinstance(value, _KEYS[key]):
            raise PackError(f"pack {name}: {key!r} has the wrong type")
    if isinstance(shorthand := table.get("shorthand"), str):
        table["shorthand"] = _lines(shorthand, "=", name)
    if "measure" in table:
        table["measure"] = {better: _lines(str(lines), ":", name) for better, lines in table["measure"].items()}
    if "words" in table:
        table["words"] = {kind: _groups(groups, name) for kind, groups in table["words"].items()}
    return table


def _groups(groups: Any, where: str) -> dict[str, dict[str, Any]]:
    if not isinstance(groups, dict):
        raise PackError(f"pack {where}: a kind of words must be a table of groups")
    return {group: _concepts(concepts, where) for group, concepts in groups.items()}


def _concepts(concepts: Any, where: str) -> dict[str, Any]:
    """Return a group's concepts by id, from a table or from lines of `id: form | form`."""
    if isinstance(concepts, str):
        return {concept: forms.split(" | ") for concept, forms in _lines(concepts, ":", where).items()}
    if not isinstance(concepts, dict):
        raise PackError(f"pack {where}: a group of words must be a table or lines of text")
    for concept, forms in concepts.items():
        if not (isinstance(forms, list) and forms and all(isinstance(form, str) for form in forms)):
            raise PackError(f"pack {where}: {concept!r} must be a list of forms")
    return concepts


def _lines(text: str, mark: str, where: str) -> dict[str, str]:
    """Return value by name of each line `name MARK value`, without blank lines and `#` comments.

    Raises PackError for a line without the mark and for a name given twice.
    """
    rows: dict[str, str] = {}
    for line in text.splitlines():
        if not line or line[0] == "#":
            continue
        name, found, value = line.partition(mark)
        name, value = name.rstrip(), value.strip()
        if not (found and name and value):
            raise PackError(f"pack {where}: cannot read the line {line[:60]!r}")
        if name in rows:
            raise PackError(f"pack {where}: {name!r} stands twice")
        rows[name] = value
    return rows


def _merge(base: dict[str, Any], over: dict[str, Any], where: str) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        if isinstance(value, list) and key[-1:] in "+-":
            stem, old = key[:-1], merged.get(key[:-1], [])
            if not isinstance(old, list):
                raise PackError(f"pack {where}: {key!r} changes what is not a list")
            merged[stem] = old + value if key.endswith("+") else [item for item in old if item not in value]
        elif key in ("ambiguous", "pairs"):
            merged[key] = [*merged.get(key, []), *value]
        elif isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _merge(merged[key], value, where)
        elif isinstance(value, dict):
            merged[key] = _merge({}, value, where)
        else:
            merged[key] = value
    return merged


def check_keys(table: Mapping[str, Any], allowed: Collection[str], where: str) -> None:
    """Raise PackError where the table has a key that is not allowed: a misspelt option never passes in silence."""
    if unknown := sorted(set(table) - set(allowed)):
        raise PackError(f"{where}: unknown key {unknown[0]!r}")
