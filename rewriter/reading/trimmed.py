"""What the sentence of a rewrite says by itself, left out of a fact's own words; and words put in their tense."""

import re
from collections.abc import Sequence

from rewriter.reading.words import Words

# What a deed that is planned is called where shorthand leaves its tense open.
_BARE = {
    "increased": "increase",
    "decreased": "decrease",
    "continued": "continue",
    "progressed": "progress",
    "facilitated": "facilitate",
    "demonstrated": "demonstrate",
    "educated": "educate",
    "reviewed": "review",
    "discharged": "discharge",
}
_TAUGHT = "reviewed issued updated given provided discussed taught explained sent upgraded revised".split()
_TEACHING = re.compile(rf"([^,:;()\"]+?) ({'|'.join(_TAUGHT)})\b(.*)")
_NOT_OBJECTS = frozenset("not no was were is are to be been will never patient by per if when".split())
_ABOUT = frozenset({"on", "re", "regarding", "about"})
# What goes on behind "education" and does not tell its matter.
_NOT_TAUGHT = frozenset(
    "given done to for of and or with by per at in is was not no handout session today continued before after from "
    "during via through only plus as level".split()
)


def length_of_doing(low: Sequence[str], begin: int) -> int:
    """Return how many words from `begin` only say that something was done: "treatment included ..." says it."""
    if low[begin : begin + 2] in (["worked", "on"], ["working", "on"]):
        return 2
    return int(low[begin] in ("performed", "completed", "practiced", "then"))


def length_of_teaching(low: Sequence[str], begin: int, end: int) -> int:
    """Return how many words from `begin` only say that this was taught: "education on pacing", "education pacing"."""
    if low[begin : begin + 2] == ["education", ":"] and end > begin + 2:
        return 2
    if low[begin] != "education" or end < begin + 2:
        return 0
    at = begin + 1 + (low[begin + 1] in _ABOUT and begin + 2 < end)
    goes_on = not low[at].isalpha() or low[at].endswith("ed") or low[at] in _NOT_TAUGHT
    return 0 if goes_on else at - begin


def is_taught(word: str) -> bool:
    """Tell whether a word says that something was taught or handed over."""
    return word in _TAUGHT


def complete_teaching(surface: str) -> str:
    """Return "home exercise program was reviewed ..." for "home exercise program reviewed ...", else "".

    A person before the verb may have been taught or have taught: the caller has seen that there is none.
    """
    told = _TEACHING.fullmatch(surface)
    if told is None:
        return ""
    what = told[1].lower().split()
    if what[0].endswith("ed") or not _NOT_OBJECTS.isdisjoint(surface.lower().split()[: len(what)]):
        return ""
    many = "and" in what or (what[-1].endswith("s") and not what[-1].endswith("ss"))
    return f"{told[1]} {'were' if many else 'was'} {told[2]}{told[3]}"


def to_come(words: Words, begin: int, surface: str) -> str:
    """Shorthand for a deed that is planned tells no past one: "incr to L4 next visit" is "increase to L4 ..."."""
    word, space, rest = surface.partition(" ")
    written = words.text[words.start[begin] : words.end[begin]].lower()
    bare = _BARE.get(word.lower())
    return bare + space + rest if bare and written != word.lower() and not written.endswith("d") else surface
