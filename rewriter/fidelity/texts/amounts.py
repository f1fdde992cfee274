"""Amounts of assistance told apart from the word ("help went from moderate to minimal"), or in plain words.

Plain words are read in a rewrite only: what a therapist calls "a little help" may be any amount.
"""

from collections.abc import Sequence

from rewriter.calendar import WEEKDAYS

# Amounts of assistance by themselves; those cut short are amounts only in a rewrite, a note's "mod" may be of cues.
AMOUNTS = {
    "minimal": "minimal",
    "moderate": "moderate",
    "maximal": "maximal",
    "minimum": "minimal",
    "maximum": "maximal",
    "min": "minimal",
    "mod": "moderate",
    "max": "maximal",
}
_CUT_SHORT = frozenset({"min", "mod", "max", "minimum", "maximum"})
# What dates an amount as former: behind it, or before it where nothing else stands behind.
_FORMERLY = WEEKDAYS | frozenset(
    "eval evaluation initially initial adm admission soc last prev previously yest yesterday".split()
)
_WAS, _ENDS = (
    frozenset({"was", "from", "prev", "last", "yesterday"}),
    frozenset({"", ".", ",", ";", ")", "\n", "level"}),
)
_HELP = frozenset({"help", "helped", "helping", "support", "supported"})
# How much, before a word of help; behind "help" as a deed ("helped a little") only some of them.
_PLAINLY = {
    tuple(words.split()): level
    for level, forms in {
        "minimal": "little | slight | light | small | tiny | minor | bit of | little bit of | small amount of | "
        "small bit of | touch of | small degree of | slight amount of | minimal amount of | minimum of | "
        "minimal level of | minimal degree of | low level of",
        "moderate": "medium | fair amount of | reasonable amount of | fair bit of | middling amount of | "
        "moderate amount of | moderate level of | moderate degree of",
        "maximal": "lot of | lots of | great deal of | heavy | huge amount of | large amount of | maximal amount of | "
        "maximum amount of | maximum of | maximal level of | maximal degree of | extensive | very considerable",
        "total": "full | complete",
    }.items()
    for words in forms.split(" | ")
}
_BEHIND_HELP = {
    ("a", "little"): "minimal", ("slightly",): "minimal", ("a", "bit"): "minimal", ("a", "little", "bit"): "minimal",
    ("lightly",): "minimal", ("minimally",): "minimal", ("moderately",): "moderate", ("maximally",): "maximal",
    ("a", "lot"): "maximal", ("a", "great", "deal"): "maximal", ("heavily",): "maximal",
}  # fmt: skip
_KINDS_OF_HELP = frozenset({"physical", "hands", "on", "manual", "bodily"})
_HELPING = frozenset({"help", "assistance", "assist"})
_NONE, _ANY = frozenset({"no", "without"}), frozenset({"any", "other", "further"})
_HELPED = frozenset({"helped", "assisted", "helping", "assisting"})
_LONGEST = 4
_STARTS = frozenset(words[0] for words in _PLAINLY)
# Whatever tells an amount of help begins with one of these.
OPENINGS = _STARTS | _HELPED | AMOUNTS.keys()


def is_amount(low: str, *, source: bool) -> bool:
    """Tell whether a word by itself is an amount of assistance: "moderate"; in a rewrite "mod", too."""
    return low in AMOUNTS and not (source and low in _CUT_SHORT)


def is_amount_then(low: Sequence[str], at: int) -> bool:
    """Tell whether an amount of a note, cut short, is told as the former one: "min A (mod eval)", "was mod last wk".

    >>> is_amount_then(["(", "mod", "evaluation", ")"], 1), is_amount_then(["was", "10", "min"], 2)
    (True, False)
    """
    if low[at] not in _CUT_SHORT or low[at - 1][0].isdecimal():
        return False
    before, behind = low[at - 1] if at else "", low[at + 1] if at + 1 < len(low) else ""
    return behind in _FORMERLY or (before in _WAS and behind in _ENDS)


def plain_amount(low: Sequence[str], at: int) -> tuple[str, int] | None:
    """Return the amount of help that plain words from word `at` tell, and where they end.

    >>> plain_amount("with a little physical help from the aide".split(), 2), plain_amount(["little", "pain"], 0)
    (('minimal', 5), None)
    """
    if low[at] in _HELPED:
        for length in (3, 2, 1):
            if level := _BEHIND_HELP.get(tuple(low[at + 1 : at + 1 + length])):
                return level, at + 1 + length
        return None
    for length in range(_LONGEST, 0, -1) if low[at] in _STARTS else ():
        if (level := _PLAINLY.get(tuple(low[at : at + length]))) is None:
            continue
        end = at + length
        while end < len(low) and low[end] in _KINDS_OF_HELP:
            end += 1
        if end < len(low) and low[end] in _HELPING:
            return level, end + 1
    return None


def plain_places(low: Sequence[str]) -> set[int]:
    """Return the places of the words that tell an amount of help plainly: "a lot of help"."""
    found: set[int] = set()
    for at, word in enumerate(low):
        if (word in _STARTS or word in _HELPED) and (plain := plain_amount(low, at)) is not None:
            found.update(range(at if word in _STARTS else at + 1, plain[1]))
    return found


def is_help(low: str) -> bool:
    """Tell whether a word speaks of assistance: "assist", "help"."""
    return low.startswith("assist") or low in _HELP


def with_unhelped(low: Sequence[str]) -> list[str]:
    """Return the words with each "no" or "without" of help as one word: "needs no physical help"."""
    found = list(low)
    for at, word in enumerate(low):
        if word in _NONE:
            behind = at + 1
            while behind < len(low) and low[behind] in _KINDS_OF_HELP | _ANY:
                behind += 1
            if low[behind : behind + 1] and low[behind] in _HELPING:
                found[at] = "unassisted"
    return found
