"""What the sentence of a rewrite says by itself, left out of a fact's own words; and words put in their tense."""

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
# What goes on behind "worked" and is nothing worked at.
_NOT_WORKED = frozenset("with as at in out up well best better hard for to through toward towards past by from".split())
# Behind one of these the goal is said of something, and cannot be left out.
_BEFORE_GOAL = frozenset(
    "is was are be being remains 's = a an the this that our his her my your their as for main first next one of no "
    "not toward towards met".split()
)
_NEAR_GOAL = 4
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
    if low[begin] == "worked" and low[begin + 1] not in _NOT_WORKED:
        return 1  # "worked semi tandem at counter"
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


def length_of_goal(low: Sequence[str], begin: int, end: int) -> int:
    """Return how many words before `end` only call it a goal: "stairs with rail goal", not "... is our goal"."""
    if end <= begin + 1 or low[end - 1] not in ("goal", "goals"):
        return 0
    return int(_BEFORE_GOAL.isdisjoint(low[max(begin, end - _NEAR_GOAL) : end - 1]))


def to_come(words: Words, begin: int, surface: str) -> str:
    """Shorthand for a deed that is planned tells no past one: "incr to L4 next visit" is "increase to L4 ..."."""
    word, space, rest = surface.partition(" ")
    written = words.text[words.start[begin] : words.end[begin]].lower()
    bare = _BARE.get(word.lower())
    return bare + space + rest if bare and written != word.lower() and not written.endswith("d") else surface
