"""Packs: the rules and words for one CPT code, as data.

A pack is one TOML file. `extends` names its parent: tables merge key by key, a plain value or list
replaces the parent's, and `"key+"` / `"key-"` add to or take from the parent's list. Unknown keys are
errors, so that a misspelt option never passes in silence. The content hash covers every file of the chain.

Long word lists may stand as lines of text, `name: form | form` and `form = words`: easier to read and to change, and
ten times as fast to load as tables.
"""

import gc
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rewriter.errors import PackError
from rewriter.lexicon import Node, Sense, add_form, inflect, nominal, plural, split_form
from rewriter.paraphrase import Paraphrases, build_paraphrases

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

FOLDER = Path(__file__).parent / "packs"
LEVELS = ("error", "warning", "info")
NOUNS = frozenset(
    "activity treatment cue impairment ability function task diagnosis part device surface position "
    "equipment symptom vital person education measure level remark".split()
)

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
    "measure": list,
    "scaffold": dict,
    "paraphrase": dict,
    "code": dict,
    "rule": dict,
}
_VERB_KEYS = {"lemmas", "irregular", "licence"}
_MEASURE_KEYS = {"id", "label", "forms", "min", "max", "unit", "better"}
_READING_KEYS = {"say", "before", "after", "near"}
_SCAFFOLD_KEYS = {"words", "relations"}
_PARAPHRASE_KEYS = ("functions", "neutral", "idioms", "same", "general")
_CODE_KEYS = {"cpt", "names", "umbrella", "addresses", "intent", "elsewhere", "minimum_minutes"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack: what is checked, how grave it is, and what is said and asked about it."""

    code: str
    name: str
    level: str
    check: str
    message: str
    why: str
    source: str
    verified: bool = False
    refuse: bool = False
    model: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    examples_pass: tuple[Mapping[str, Any], ...] = ()
    examples_fail: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """An outcome measure: its legal range (inclusive, in `unit`) and which way is better."""

    id: str
    label: str
    min: float
    max: float
    unit: str
    better: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of an ambiguous form and the context that decides for it."""

    say: str
    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Short:
    """A written shorthand form: what to say for it, or the choices between its readings."""

    raw: str | None  # the exact spelling where capitals matter, else None
    say: str
    choices: tuple[Choice, ...] = ()
    tight: str = ""  # `raw` without spaces


@dataclass(frozen=True)
class Pack:
    """A loaded pack with all it inherits, compiled for reading and checking."""

    name: str
    title: str
    version: int
    chain: tuple[str, ...]
    sha256: str
    lexicon: Node
    shorthand: Node
    vocabulary: frozenset[str]
    measures: Mapping[str, Measure]
    licences: Mapping[str, tuple[str, ...]]
    scaffold: frozenset[str]
    relations: Mapping[str, tuple[str, ...]]
    code: Mapping[str, Any]
    rules: Mapping[str, Rule]
    paraphrase: Mapping[str, list[str]]

    @cached_property
    def paraphrases(self) -> Paraphrases:
        """The declared equalities, compiled when two texts are first compared.

        Raises PackError for a line that cannot be read.
        """
        return build_paraphrases(*("\n".join(self.paraphrase.get(key, [])) for key in _PARAPHRASE_KEYS))


def load_pack(name: str = "97112", overlay: Path | None = None) -> Pack:
    """Load the pack for a CPT code, with an optional overlay file on top.

    `name` is a built-in pack, or one that an installed package offers under the entry-point group
    `rewriter.packs` (each entry point loads to the path of a TOML file).

    Raises PackError where no such pack is known or a file breaks the schema.
    """
    return _load(name, str(overlay) if overlay else None)


def available() -> list[str]:
    """Return the names of the packs that stand for a CPT code, sorted."""
    names = {path.stem for path in FOLDER.glob("*.toml") if path.stem.isdecimal()}
    return sorted(names | {point.name for point in _offered()})


def _offered() -> "EntryPoints":
    """Return the packs that installed packages offer."""
    # Imported here: it takes 25 ms, a quarter of a cold start, and the packs of this project do not need it.
    from importlib.metadata import entry_points

    return entry_points(group="rewriter.packs")


@lru_cache(maxsize=32)
def _load(name: str, overlay: str | None) -> Pack:
    with _no_collection():
        return _build(name, overlay)


def _build(name: str, overlay: str | None) -> Pack:
    """Read a pack's files and compile them."""
    data: dict[str, Any] = {}
    digest = hashlib.sha256()
    chain: list[str] = []
    files = _chain(_find(name))
    if overlay:
        files.append(Path(overlay))
    for path in files:
        raw = _bytes(path)
        digest.update(raw)
        table = _parse(raw, path)
        if chain and path == files[-1] and overlay:
            table.pop("extends", None)
        data = _merge(data, table, path.name)
        chain.append(str(table.get("pack", path.stem)))
    return _compile(name, data, tuple(chain), digest.hexdigest())


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the garbage collector, which would walk the growing trees again and again and find nothing to free."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def _find(name: str) -> Path:
    path = FOLDER / f"{name}.toml"
    if name.replace("-", "").isalnum() and path.is_file():
        return path
    for point in _offered():
        if point.name == name:
            return Path(str(point.load()))
    known = ", ".join(available())
    raise PackError(f"no pack for code {name[:20]!r}; there are packs for: {known}")


def _chain(path: Path) -> list[Path]:
    """Return the files from the root of the inheritance down to `path`."""
    files = [path]
    while parent := _parse(_bytes(files[0]), files[0]).get("extends"):
        above = FOLDER / f"{parent}.toml"
        if above in files or not above.is_file():
            raise PackError(f"pack {files[0].name}: cannot extend {parent!r}")
        files.insert(0, above)
    return files


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError(f"pack {path.name}: {error.strerror or 'cannot be read'}") from None


@lru_cache(maxsize=32)
def _tables(raw: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"pack {name}: not valid TOML: {error}") from None


def _parse(raw: bytes, path: Path) -> dict[str, Any]:
    table = dict(_tables(raw, path.name))
    for key, value in table.items():
        if key not in _KEYS:
            raise PackError(f"pack {path.name}: unknown key {key!r}")
        if not isinstance(value, _KEYS[key]):
            raise PackError(f"pack {path.name}: {key!r} has the wrong type")
    if isinstance(shorthand := table.get("shorthand"), str):
        table["shorthand"] = _lines(shorthand, "=", path.name)
    if "words" in table:
        table["words"] = {kind: _groups(groups, path.name) for kind, groups in table["words"].items()}
    return table


def _groups(groups: Any, where: str) -> dict[str, dict[str, Any]]:
    if not isinstance(groups, dict):
        raise PackError(f"pack {where}: a kind of words must be a table of groups")
    return {group: _concepts(concepts, where) for group, concepts in groups.items()}


def _concepts(concepts: Any, where: str) -> dict[str, Any]:
    """Return a group's concepts by id, from a table or from lines of `id: form | form`."""
    if isinstance(concepts, str):
        return {concept: forms.split(" | ") for concept, forms in _lines(concepts, ":", where).items()}
    if isinstance(concepts, dict):
        return concepts
    raise PackError(f"pack {where}: a group of words must be a table or lines of text")


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
        elif key in ("ambiguous", "measure"):
            merged[key] = [*merged.get(key, []), *value]
        elif isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _merge(merged[key], value, where)
        elif isinstance(value, dict):
            merged[key] = _merge({}, value, where)
        else:
            merged[key] = value
    return merged


def _known(table: Mapping[str, Any], allowed: set[str], where: str) -> None:
    if unknown := sorted(set(table) - allowed):
        raise PackError(f"{where}: unknown key {unknown[0]!r}")


def _compile(name: str, data: dict[str, Any], chain: tuple[str, ...], sha256: str) -> Pack:
    lexicon: Node = {}
    vocabulary: set[str] = set()

    def add(form: str, sense: Sense) -> None:
        words = split_form(form)
        add_form(lexicon, words, sense)
        vocabulary.update(words)

    for kind, groups in data.get("words", {}).items():
        for group, concepts in groups.items():
            for concept, forms in concepts.items():
                if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
                    raise PackError(f"words.{kind}.{group}.{concept}: must be a list of forms")
                for form in forms:
                    sense = Sense(kind, group, concept, forms[0])
                    add(form, sense)
                    if kind in NOUNS and form[-1:].isalpha() and len(form) > 3:
                        head, _, last = form.rpartition(" ")
                        add(f"{head} {plural(last)}".strip(), sense)
    licences: dict[str, tuple[str, ...]] = {}
    for family, table in data.get("verbs", {}).items():
        _known(table, _VERB_KEYS, f"verbs.{family}")
        licences[family] = tuple(table.get("licence", []))
        irregular = {base: past for past, base in table.get("irregular", {}).items()}
        for lemma in table.get("lemmas", []):
            head, _, rest = lemma.partition(" ")
            forms = inflect(head)
            forms["past"] = irregular.get(lemma, forms["past"])
            for tense, word in forms.items():
                add(f"{word} {rest}".strip(), Sense("verb", family, lemma, tense))
        for past, base in table.get("irregular", {}).items():
            add(past, Sense("verb", family, base, "past"))
    # "drops cups" is also met as "dropping cups"
    for concepts in data.get("words", {}).get("impairment", {}).items():
        for concept, forms in concepts[1].items():
            for form in forms:
                if (said := nominal(split_form(form), lexicon)) and said != form:
                    add(said, Sense("impairment", concepts[0], concept, forms[0]))
    measures: dict[str, Measure] = {}
    for table in data.get("measure", []):
        _known(table, _MEASURE_KEYS, f"measure {table.get('id')!r}")
        measures[table["id"]] = Measure(
            table["id"],
            table["label"],
            float(table["min"]),
            float(table["max"]),
            table["unit"],
            table["better"],
        )
        for form in table["forms"]:
            add(form, Sense("measure", table["unit"], table["id"], table["label"]))
    scaffold = data.get("scaffold", {})
    _known(scaffold, _SCAFFOLD_KEYS, "scaffold")
    paraphrase = data.get("paraphrase", {})
    _known(paraphrase, set(_PARAPHRASE_KEYS), "paraphrase")
    code = data.get("code", {})
    _known(code, _CODE_KEYS, "code")
    shorthand = _shorthand(data, vocabulary)
    return Pack(
        name=name,
        title=data.get("title", ""),
        version=data.get("version", 0),
        chain=chain,
        sha256=sha256,
        lexicon=lexicon,
        shorthand=shorthand,
        vocabulary=frozenset(vocabulary),
        measures=measures,
        licences=licences,
        scaffold=frozenset(scaffold.get("words", [])),
        relations={phrase: tuple(fits) for phrase, fits in scaffold.get("relations", {}).items()},
        code=code,
        rules=_rules(data.get("rule", {})),
        paraphrase=paraphrase,
    )


def _shorthand(data: dict[str, Any], vocabulary: set[str]) -> Node:
    tree: Node = {}
    for form, say in data.get("shorthand", {}).items():
        if not isinstance(say, str):
            raise PackError(f"shorthand {form!r}: must be words")
        words = split_form(form)
        add_form(tree, words, _short(form, say))
        vocabulary.update(words, split_form(say))
    for table in data.get("ambiguous", []):
        _known(table, {"form", "readings"}, f"ambiguous {table.get('form')!r}")
        form = table["form"]
        choices = []
        for reading in table["readings"]:
            _known(reading, _READING_KEYS, f"ambiguous {form!r}")
            before, after, near = (_word_set(reading.get(key, "")) for key in ("before", "after", "near"))
            choices.append(Choice(reading["say"], before, after, near))
            vocabulary.update(split_form(reading["say"]))
        add_form(tree, split_form(form), _short(form, "", tuple(choices)))
    return tree


def _word_set(words: str) -> frozenset[str]:
    r"""Return the words of a list with spaces between; `\n` stands for the end of a line."""
    return frozenset("\n" if word == r"\n" else word for word in words.split())


def _short(form: str, say: str, choices: tuple[Choice, ...] = ()) -> Short:
    """Return the entry of a form; a capital in it means that capitals matter."""
    if form == form.lower():
        return Short(None, say, choices)
    return Short(form, say, choices, "".join(form.split()))


def _rules(tables: dict[str, Any]) -> dict[str, Rule]:
    names = {item.name for item in fields(Rule)} - {"code"}
    renamed = {"pass": "examples_pass", "fail": "examples_fail"}
    rules = {}
    for code, table in sorted(tables.items()):
        values = {renamed.get(key, key): value for key, value in table.items()}
        _known(values, names, f"rule {code}")
        for key in ("examples_pass", "examples_fail"):
            values[key] = tuple({"rewrite": item} if isinstance(item, str) else item for item in values.get(key, []))
        values["options"] = tuple(values.get("options", ()))
        try:
            rule = Rule(code=code, **values)
        except TypeError:
            missing = sorted({"name", "level", "check", "message", "why", "source"} - set(values))
            raise PackError(f"rule {code}: lacks {', '.join(missing)}") from None
        if rule.level not in LEVELS:
            raise PackError(f"rule {code}: level must be one of {', '.join(LEVELS)}")
        rules[code] = rule
    return rules
