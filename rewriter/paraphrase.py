"""Other words for the same thing: what a pack declares as synonyms, as less specific, and as making no claim.

Used where two texts are compared. Words meet by their stems; phrases are stored in a tree of stems without function
words, so "in the parallel bars" and "parallel bars" are one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rewriter.errors import PackError
from rewriter.lexicon import Node, add_form, split_form

_VOWELS = "aeiou"
_ENDINGS = (
    ("iness", "y"), ("ness", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ily", "y"), ("ed", ""), ("es", ""),
    ("ly", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem of a lower-case word: its forms meet there, whatever they look like.

    >>> stem("tapping") == stem("taps") == stem("tap"), stem("unsteadiness") == stem("unsteady")
    (True, True)
    """
    word = word.removesuffix("'s").removesuffix("'") or word
    for end, left in _ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)] + left
            if end in ("ing", "ed") and len(word) == 3 and _lost_an_e(word):
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
    that it claims nothing.
    """

    keys: tuple[str, ...]
    less: tuple[str, ...]
    also: tuple[str, ...]
    idle: bool


@dataclass(frozen=True)
class Paraphrases:
    """The declared equalities of a pack.

    `functions` are function words, `neutral` words that make no clinical claim, as written ("noted", but not "not"),
    `same` a tree from stems to the `Leaf` of an expression.
    """

    functions: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    same: Node = field(default_factory=dict)

    def stems(self, expression: str) -> list[str]:
        """Return the stems of an expression without its function words."""
        return [stem(word) for word in split_form(expression) if word not in self.functions]


# The group of phrases that claim nothing.
IDIOM = ""


def build_paraphrases(functions: str, neutral: str, idioms: str, same: str, general: str) -> Paraphrases:
    """Compile the texts of a pack: words; words; phrases; lines "a | b | c"; lines "specific > general" or ">>".

    Raises PackError for a line of another form.
    """
    built = Paraphrases(frozenset(_words(functions)), frozenset(_words(neutral)), {})
    for line in _lines(idioms):
        _name(built, line, IDIOM)
    for line in _lines(same):
        members = [member.strip() for member in line.split("|")]
        if len(members) < 2 or not all(members):
            raise PackError(f"paraphrase.same: a group needs two members: {line!r}")
        for member in members:
            _name(built, member, members[0])
    implied: dict[str, dict[str, tuple[str, ...]]] = {">": {}, ">>": {}}
    for line in _lines(general):
        mark = ">>" if ">>" in line else ">"
        specific, found, less = (part.strip() for part in line.partition(mark))
        if not (specific and found and less):
            raise PackError(f"paraphrase.general: not 'specific > general': {line!r}")
        for name in _names(built, specific):
            implied[mark][name] = (*implied[mark].get(name, ()), *_names(built, less))
    _seal(built.same, implied[">"], implied[">>"])
    return built


def _seal(node: Node, less: Mapping[str, tuple[str, ...]], also: Mapping[str, tuple[str, ...]]) -> None:
    """Put a `Leaf` in place of each list of group names."""
    for word, inner in node.items():
        if word:
            _seal(inner, less, also)
        else:
            node[word] = Leaf(
                tuple("=" + group for group in inner if group != IDIOM),
                tuple("=" + name for group in inner for name in less.get(group, ())),
                tuple("=" + name for group in inner for name in also.get(group, ())),
                IDIOM in inner,
            )


def _lines(text: str) -> Iterable[str]:
    return (line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#"))


def _words(text: str) -> Iterable[str]:
    return (word for line in _lines(text) for word in line.split())


def _name(built: Paraphrases, expression: str, group: str) -> None:
    if words := built.stems(expression):
        add_form(built.same, words, group)


def _names(built: Paraphrases, expression: str) -> tuple[str, ...]:
    """Return the groups of an expression; one of its own where none is declared."""
    node = built.same
    for word in built.stems(expression):
        node = node.get(word, {})
    if not (groups := node.get("", ())):
        _name(built, expression, expression)
        groups = (expression,)
    return tuple(groups)
