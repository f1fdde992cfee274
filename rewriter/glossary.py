"""Glossaries: the words of a pack, compiled for reading.

Concepts, verbs, measures and shorthand become trees of forms that grow as they are looked up. Packs with the same
words share one glossary.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import rewriter.lexicon
import rewriter.packfile
import rewriter.text
from rewriter.collector import pause_collection
from rewriter.errors import PackError
from rewriter.lexicon import (
    Node,
    Sense,
    Tree,
    add_form,
    all_words,
    first_word,
    inflect,
    nominal,
    plural,
    split_form,
)
from rewriter.packfile import check_keys
from rewriter.paraphrase import Paraphrases, build_paraphrases, split_lines
from rewriter.plain import PlainWords, build_plain
from rewriter.prepared import prepared

NOUNS = frozenset(
    "activity treatment cue impairment ability function task diagnosis part device surface position "
    "equipment symptom vital person education measure level remark".split()
)

# Forms that tell of a place are met with an article too.
_WITH_ARTICLE = frozenset({"cue", "function"})
_PREPOSITIONS = frozenset("on at in into onto to off from over under".split())
_PLACED = 3

_VERB_KEYS = {"lemmas", "irregular", "licence"}
_AMBIGUOUS_KEYS = {"form", "readings", "steady"}
_CONTEXT_KEYS = ("before", "after", "near", "topic")
_READING_KEYS = {"say", "usual", *_CONTEXT_KEYS}
_SCAFFOLD_KEYS = {"words", "relations"}
_PARAPHRASE_KEYS = ("functions", "neutral", "idioms", "same", "general")
_PLAIN_KEYS = ("names", "said", "told")


class Measure(NamedTuple):
    """An outcome measure: its legal range (inclusive, in `unit`) and which way is better."""

    id: str
    label: str
    min: float
    max: float
    unit: str
    better: str


class Choice(NamedTuple):
    """One reading of an ambiguous form and the context that decides for it.

    A word of `before` or `after` stands right beside the form, one of `near` in its clause, one of `topic` anywhere.
    Right beside it a kind of meaning may stand too: "<impairment>". The `usual` reading is taken where nothing decides.
    """

    say: str
    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]
    topic: frozenset[str]
    usual: bool = False


class Short(NamedTuple):
    """A written shorthand form: what to say for it, or the choices between its readings.

    A `steady` form has one meaning throughout a note. Of a `kinded` one a reading names kinds of meaning.
    """

    raw: str | None  # the exact spelling where capitals matter, else None
    say: str
    choices: tuple[Choice, ...] = ()
    tight: str = ""  # `raw` without spaces
    steady: bool = False
    kinded: bool = False


@dataclass(frozen=True)
class Glossary:
    """The compiled words: the trees of forms and of shorthand, all words, measures, and what licenses each verb family.

    `scaffold` and `relations` are the words that claim nothing; `declared` are the equalities as written,
    `plainly` the lines about plain words.
    """

    lexicon: Tree
    shorthand: Tree
    vocabulary: frozenset[str]
    measures: Mapping[str, Measure]
    licences: Mapping[str, tuple[str, ...]]
    scaffold: frozenset[str]
    relations: Mapping[str, tuple[str, ...]]
    declared: Mapping[str, list[str]]
    plainly: Mapping[str, list[str]]
    home: Path | None = None

    @cached_property
    def paraphrases(self) -> Paraphrases:
        """The declared equalities, compiled when two texts are first compared.

        Raises PackError for a line that cannot be read.
        """
        with pause_collection():
            functions, neutral, idioms, same, general = (
                "\n".join(self.declared.get(key, [])) for key in _PARAPHRASE_KEYS
            )
            return build_paraphrases(functions, neutral, idioms, same, general, self.home)

    @cached_property
    def plain(self) -> PlainWords:
        """Where plain words may stand, compiled when two texts are first compared.

        Raises PackError for a line that cannot be read.
        """
        return build_plain(*(split_lines("\n".join(self.plainly.get(key, []))) for key in _PLAIN_KEYS))


def build_glossary(table: Mapping[str, Any], home: Path | None = None, sha256: str = "") -> Glossary:
    """Compile the words of a pack's table; beside the file `home` may be kept what takes long to make of them.

    `sha256` is the hash of what they were read from. Raises PackError for what cannot be read.
    """
    words, verbs = _Words(), _Words()
    _add_concepts(words, table.get("words", {}))
    licences = _add_verbs(verbs, table.get("verbs", {}))
    words.join(verbs)
    _add_deficits(words, table.get("words", {}).get("impairment", {}), Tree(verbs.seeds, _grow))
    measures = _add_measures(words, table.get("measure", {}))
    shorthand = _shorthand(table)
    if "" in words.seeds:
        raise PackError(f"words: the form {words.seeds[''][0]!r} has no words")
    scaffold = table.get("scaffold", {})
    check_keys(scaffold, _SCAFFOLD_KEYS, "scaffold")
    declared = table.get("paraphrase", {})
    check_keys(declared, _PARAPHRASE_KEYS, "paraphrase")
    plainly = table.get("plain", {})
    check_keys(plainly, _PLAIN_KEYS, "plain")
    return Glossary(
        lexicon=Tree(words.seeds, _grow),
        shorthand=Tree(shorthand, _grow_short),
        vocabulary=_vocabulary(words.seeds, shorthand, home, sha256),
        measures=measures,
        licences=licences,
        scaffold=frozenset(scaffold.get("words", [])),
        relations={phrase: tuple(fits) for phrase, fits in scaffold.get("relations", {}).items()},
        declared=declared,
        plainly=plainly,
        home=home,
    )


class _Words:
    """What is gathered of a pack's words: the seeds of its lexicon by first word.

    Seeds are forms as written and their meanings in turn, since a pack has many thousands.
    """

    def __init__(self) -> None:
        self.seeds: dict[str, list[Any]] = defaultdict(list)

    def add(self, form: str, kind: str, group: str, concept: str, label: str) -> None:
        self.seeds[first_word(form)] += (form, (kind, group, concept, label, False))

    def join(self, others: "_Words") -> None:
        for first, seeds in others.seeds.items():
            self.seeds[first] += seeds


def _vocabulary(
    lexicon: Mapping[str, list[Any]], shorthand: Mapping[str, list[Any]], home: Path | None, sha256: str
) -> frozenset[str]:
    """Return every word of every form, of the plurals, and of what shorthand stands for."""

    def make() -> str:
        return " ".join(sorted(all_words([*_texts(lexicon), *_texts_of_shorthand(shorthand)])))

    if home is None:
        return frozenset(make().split(" "))
    makers = (__file__, rewriter.packfile.__file__, rewriter.lexicon.__file__, rewriter.text.__file__)
    words: str = prepared(home.with_stem(f"{home.stem}-words"), sha256.encode(), makers, make)
    return frozenset(words.split(" "))


def _texts(lexicon: Mapping[str, list[Any]]) -> Iterator[str]:
    for seeds in lexicon.values():
        for form, (*_, counted) in zip(seeds[::2], seeds[1::2], strict=True):
            yield form
            last = form.rpartition(" ")[2]
            if counted and last[-1:].isalpha() and (last != form or _has_plural(form)):
                yield plural(last)


def _texts_of_shorthand(shorthand: Mapping[str, list[Any]]) -> Iterator[str]:
    for seeds in shorthand.values():
        for form, said in seeds:
            yield from (form, said) if isinstance(said, str) else (reading["say"] for reading in said["readings"])


def _grow(seeds: Sequence[Any]) -> Node:
    """Return the tree of forms, with the plurals of those that have one."""
    root: Node = {}
    for form, (kind, group, concept, label, counted) in zip(seeds[::2], seeds[1::2], strict=True):
        sense = Sense(kind, group, concept, label)
        add_form(root, split_form(form), sense)
        if counted and _has_plural(form):
            head, _, last = form.rpartition(" ")
            add_form(root, split_form(f"{head} {plural(last)}"), sense)
        if kind in _WITH_ARTICLE:
            for words in _with_article(form):
                add_form(root, words, sense)
    return root


def _with_article(form: str) -> Iterator[list[str]]:
    """Yield the form with "the" behind a preposition: "hand on sternum" is also met as "hand on the sternum"."""
    words = form.split(" ")
    if len(words) < _PLACED or "the" in words:
        return
    for at, word in enumerate(words[1:-1], 1):
        if word in _PREPOSITIONS:
            yield split_form(" ".join([*words[: at + 1], "the", *words[at + 1 :]]))


def _has_plural(form: str) -> bool:
    return len(form) > 3 and form[-1].isalpha()


def _add_concepts(words: _Words, kinds: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> None:
    """Add the forms of all concepts, and the plurals of the nouns among them."""
    seeds = words.seeds
    firsts: dict[str, str] = {}
    for kind, groups in kinds.items():
        counted = kind in NOUNS
        for group, concepts in groups.items():
            for concept, forms in concepts.items():
                meaning = (kind, group, concept, forms[0], counted)
                for form in forms:
                    head, several, _ = form.partition(" ")
                    first = firsts.get(head)
                    if first is None:
                        first = first_word(form)
                        if head[:1].isalnum():  # a mark alone may be dropped: then what follows is first
                            firsts[head] = first
                    seeds[first] += (form, meaning)
                    is_plural_too = counted and not several and _has_plural(form)
                    if is_plural_too and (many := first_word(plural(form))) != first:
                        seeds[many] += (form, meaning)


def _add_verbs(words: _Words, families: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Add the forms of all verbs; return what licenses each family."""
    licences: dict[str, tuple[str, ...]] = {}
    for family, table in families.items():
        check_keys(table, _VERB_KEYS, f"verbs.{family}")
        licences[family] = tuple(table.get("licence", []))
        irregular = {base: past for past, base in table.get("irregular", {}).items()}
        for lemma in table.get("lemmas", []):
            head, _, rest = lemma.partition(" ")
            forms = inflect(head)
            forms["past"] = irregular.get(lemma, forms["past"])
            for tense, word in forms.items():
                words.add(f"{word} {rest}".strip(), "verb", family, lemma, tense)
        for past, base in table.get("irregular", {}).items():
            words.add(past, "verb", family, base, "past")
    return licences


def _add_deficits(words: _Words, groups: Mapping[str, Mapping[str, list[str]]], verbs: Tree) -> None:
    """Add deficits as nouns: "drops cups" is also met as "dropping cups"."""
    for group, concepts in groups.items():
        for concept, forms in concepts.items():
            for form in forms:
                if (said := nominal(split_form(form), verbs)) and said != form:
                    words.add(said, "impairment", group, concept, forms[0])


def _add_measures(words: _Words, lines: Mapping[str, Mapping[str, str]]) -> dict[str, Measure]:
    """Add the names of measures; return the measures, from lines of `range and unit | label | form | form` by id."""
    measures: dict[str, Measure] = {}
    for better, rows in lines.items():
        for name, row in rows.items():
            try:
                span, label, *forms = row.split(" | ")
                low, _, high, unit = span.split()
                measures[name] = Measure(name, label, float(low), float(high), unit, better)
            except ValueError:
                raise PackError(f"measure {name!r}: not 'low to high unit | label | form'") from None
            for form in forms:
                words.add(form, "measure", unit, name, label)
    return measures


def _shorthand(data: Mapping[str, Any]) -> dict[str, list[tuple[str, Any]]]:
    """Return by first word each shorthand form, and what it stands for."""
    seeds: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for form, say in data.get("shorthand", {}).items():
        if not isinstance(say, str):
            raise PackError(f"shorthand {form!r}: must be words")
        seeds[first_word(form)].append((form, say))
    for table in data.get("ambiguous", []):
        form = table.get("form")
        check_keys(table, _AMBIGUOUS_KEYS, f"ambiguous {form!r}")
        if not (isinstance(form, str) and table.get("readings")):
            raise PackError(f"ambiguous {form!r}: needs a form and its readings")
        for reading in table["readings"]:
            check_keys(reading, _READING_KEYS, f"ambiguous {form!r}")
            if (
                not all(isinstance(reading.get(key, ""), str) for key in ("say", *_CONTEXT_KEYS))
                or "say" not in reading
            ):
                raise PackError(f"ambiguous {form!r}: a reading needs words to say, and words for its context")
        if sum(reading.get("usual", False) is not False for reading in table["readings"]) > 1:
            raise PackError(f"ambiguous {form!r}: only one reading is the usual one")
        seeds[first_word(form)].append((form, table))
    return seeds


def _grow_short(seeds: Sequence[tuple[str, Any]]) -> Node:
    """Return the tree of shorthand forms: what each stands for, or the choices between its readings."""
    root: Node = {}
    for form, said in seeds:
        if isinstance(said, str):
            short = _short(form, said)
        else:
            choices = tuple(_choice(reading) for reading in said["readings"])
            short = _short(form, "", choices, steady=said.get("steady", False))
        add_form(root, split_form(form), short)
    return root


def _choice(reading: Mapping[str, Any]) -> Choice:
    before, after, near, topic = (_word_set(reading.get(key, "")) for key in _CONTEXT_KEYS)
    return Choice(reading["say"], before, after, near, topic, usual=reading.get("usual") is True)


def _word_set(words: str) -> frozenset[str]:
    r"""Return the words of a list with spaces between; `\n` stands for the end of a line."""
    return frozenset("\n" if word == r"\n" else word for word in words.split())


def _short(form: str, say: str, choices: tuple[Choice, ...] = (), *, steady: bool = False) -> Short:
    """Return the entry of a form; a capital in it means that capitals matter."""
    kinded = any(len(word) > 1 and word[0] == "<" for item in choices for word in item.before | item.after)
    if form == form.lower():
        return Short(None, say, choices, steady=steady, kinded=kinded)
    return Short(form, say, choices, "".join(form.split()), steady, kinded)
