"""Other words for the same thing: what a pack declares as synonyms, as less specific, and as making no claim.

Used where two texts are compared. Words meet by their stems; phrases are stored in a tree of stems without function
words, so "in the parallel bars" and "parallel bars" are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import rewriter.lexicon
import rewriter.text
from rewriter.errors import PackError
from rewriter.lexicon import Node, Tree, split_form
from rewriter.prepared import prepared

_VOWELS = "aeiou"
_ENDINGS = (
    ("iness", "y"), ("ness", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ily", "y"), ("ed", ""), ("es", ""),
    ("ly", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip


# What ends in "ly" and is no adverb: "apply" meets "applied".
_VERBS_IN_LY = frozenset("apply reapply supply resupply comply imply multiply reply rely".split())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem of a lower-case word: its forms meet there, whatever they look like.

    >>> stem("tapping") == stem("taps") == stem("tap"), stem("unsteadiness") == stem("unsteady")
    (True, True)
    """
    word = word.removesuffix("'s").removesuffix("'") or word
    if word in _VERBS_IN_LY:
        return word[:-1]
    for end, left in _ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)] + left
            if end in ("ing", "ed", "es") and len(word) == 3 and _lost_an_e(word):
                return word + "e"  # "taping" is no "tapping"
            break
    if (len(word) > 3 and word[-1] == word[-2] and word[-1] != "l") or (len(word) > 4 and word[-1] == "y"):
        return word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] == "e" else word


def _lost_an_e(word: str) -> bool:
    """Consonant, vowel, single consonant: the consonant of "tap" would have been doubled."""
    return word[0] not in _VOWELS and word[1] in _VOWELS and word[2] not in _VOWELS + "wxy"


class Leaf(NamedTuple):
    """What an expression belongs to.

    `keys` are those of its groups, `less` those it may be told as, `also` those that may be said beside it; `idle` says
    that it claims nothing. `denied` are the keys of the groups that it belongs to where it is denied: "not sure".
    """

    keys: tuple[str, ...]
    less: tuple[str, ...]
    also: tuple[str, ...]
    idle: bool
    denied: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paraphrases:
    """The declared equalities of a pack.

    `functions` are function words, `neutral` words that make no clinical claim, as written ("noted", but not "not"),
    `same` a tree from stems to the `Leaf` of an expression.
    """

    functions: frozenset[str]
    neutral: frozenset[str]
    same: Tree


# An expression by its stems, the groups it is in, and those it is in where it is denied.
_Seed = tuple[str, Sequence[str], Sequence[str]]
_Seeds = Mapping[str, list[_Seed]]
_Implied = Mapping[str, Sequence[str]]
# The group of phrases that claim nothing.
IDIOM = ""


class _Expressions:
    """All expressions of a pack by their stems, in one line each, and what each group may be told as."""

    def __init__(self, functions: frozenset[str]) -> None:
        self.functions = functions
        self.groups: dict[str, tuple[str, ...]] = {}
        self.less: dict[str, tuple[str, ...]] = {}
        self.also: dict[str, tuple[str, ...]] = {}
        self.denied: dict[str, tuple[str, ...]] = {}

    def name(self, words: Sequence[str], group: str) -> None:
        """Put an expression, given by its words, into a group; one of function words alone is none."""
        if stems := self._stems(words):
            groups = self.groups.get(stems, ())
            if group not in groups:
                self.groups[stems] = (*groups, group)

    def name_denied(self, words: Sequence[str], group: str) -> None:
        """Put an expression into a group for where it is denied; its first word is the denial."""
        if stems := self._stems([word for word in words if word not in _DENYING]):
            self.denied[stems] = (*self.denied.get(stems, ()), group)

    def names(self, expression: str) -> tuple[str, ...]:
        """Return the groups of an expression; one of its own where none is declared."""
        words = split_form(expression)
        if groups := self.groups.get(self._stems(words)):
            return groups
        self.name(words, expression)
        return (expression,)

    def names_meant(self, expression: str) -> tuple[str, ...]:
        """Return the groups that an expression stands for: the one that it opens, where it opens one.

        What it may be told as, its synonyms in other senses may not.
        """
        found = self.names(expression)
        return (expression,) if expression in found else found

    def _stems(self, words: Sequence[str]) -> str:
        return " ".join([stem(word) for word in words if word not in self.functions])

    def seeds(self) -> dict[str, list[_Seed]]:
        """Return by its first stem each expression with the groups it is in, and with those it is in where denied."""
        found: dict[str, list[_Seed]] = defaultdict(list)
        for stems in self.groups | self.denied:
            seed = stems, self.groups.get(stems, ()), self.denied.get(stems, ())
            found[stems.partition(" ")[0]].append(seed)
        return dict(found)


@dataclass(frozen=True)
class _Grower:
    """What a tree of expressions grows with: what each group may be told as, and what may be said beside it."""

    less: Mapping[str, Sequence[str]]
    also: Mapping[str, Sequence[str]]

    def grow(self, seeds: Sequence[_Seed]) -> Node:
        """Return the tree of some expressions."""
        root: Node = {}
        for stems, groups, denied in seeds:
            node = root
            for word in stems.split(" "):
                node = node.setdefault(word, {})
            node[""] = self._leaf(groups, denied)
        return root

    def _leaf(self, groups: Sequence[str], denied: Sequence[str]) -> Leaf:
        return Leaf(
            tuple("=" + group for group in groups if group != IDIOM),
            tuple("=" + name for group in groups for name in self.less.get(group, ())),
            tuple("=" + name for group in groups for name in self.also.get(group, ())),
            IDIOM in groups,
            tuple("=" + group for group in denied),
        )


_DENYING = frozenset({"no", "not", "nor"})


def build_paraphrases(
    functions: str, neutral: str, idioms: str, same: str, general: str, home: Path | None = None
) -> Paraphrases:
    """Compile the texts of a pack: words; words; phrases; lines "a | b | c"; lines "specific > general" or ">>".

    Beside the file `home` the expressions may be kept. Raises PackError for a line of another form.
    """

    def make() -> tuple[_Seeds, _Implied, _Implied]:
        return _build_expressions(known, idioms, same, general)

    known = frozenset(_words(functions))
    if home is None:
        seeds, less, also = make()
    else:
        texts = "\0".join((functions, idioms, same, general)).encode()
        makers = (__file__, rewriter.lexicon.__file__, rewriter.text.__file__)
        seeds, less, also = prepared(home.with_stem(f"{home.stem}-paraphrase"), texts, makers, make)
    return Paraphrases(known, frozenset(_words(neutral)), Tree(seeds, _Grower(less, also).grow))


def _build_expressions(
    functions: frozenset[str], idioms: str, same: str, general: str
) -> tuple[_Seeds, _Implied, _Implied]:
    """Return the expressions, what each group may be told as, and what may be said beside it."""
    built = _Expressions(functions)
    for line in split_lines(idioms):
        built.name(split_form(line), IDIOM)
    for line in split_lines(same):
        members = [member.strip() for member in line.split("|")]
        if len(members) < 2 or not all(members):
            raise PackError(f"paraphrase.same: a group needs two members: {line!r}")
        forms = [split_form(member) for member in members]
        for words in forms:
            if _DENYING.isdisjoint(words):  # without its "no", "no rail" would be any rail
                built.name(words, members[0])
            elif words[0] in _DENYING and _DENYING.isdisjoint(forms[0]):
                built.name_denied(words, members[0])
    for line in split_lines(general):
        mark = ">>" if ">>" in line else ">"
        specific, found, less = (part.strip() for part in line.partition(mark))
        if not (specific and found and less):
            raise PackError(f"paraphrase.general: not 'specific > general': {line!r}")
        implied = built.less if mark == ">" else built.also
        for name in built.names_meant(specific):
            implied[name] = (*implied.get(name, ()), *built.names(less))
    return built.seeds(), built.less, built.also


def split_lines(text: str) -> Iterable[str]:
    """Return the lines of a text without blank ones and `#` comments."""
    return (line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#"))


def _words(text: str) -> Iterable[str]:
    return (word for line in split_lines(text) for word in line.split())
