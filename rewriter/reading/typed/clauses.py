"""Clauses of a sentence, for what belongs to what: a run-on or a row of a table is read a clause or a cell at a time.

Dictation runs on without full stops ("... min assist she needed a rest then we did ..."), a table row holds one cell a
column. A clause ends at a mark, at a word that goes on to the next thing, and where a new subject begins.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from rewriter.english import ANDS
from rewriter.reading.typed.tables import find_cells
from rewriter.reading.words import Words

# What stands between two clauses and belongs to neither.
MARKS = frozenset(', : ; | ( ) [ ] " . ! ? \u2022 \u2013 \u2014 = > // \u2192 ->'.split())
_TURNS = frozenset("then but while whereas although though however so due because since afterwards afterward".split())
# Labels of cells that say of what kind a figure is, not what it belongs to.
HEADERS = frozenset(
    "task activity item act assist assistance a level reps sets dose dosage distance cue cues cueing".split()
)
_DENIALS = frozenset({"no", "denies", "declined", "refused"})
_SUBJECTS = frozenset("i we he she they patient pt".split())
_VALUES = frozenset({"number", "ratio", "level", "duration", "angle", "percent", "distance", "load", "rate"})


class Clause(NamedTuple):
    """Words `first:last` of one clause. `opener` is the mark or word before it, `cell` says that it stands in a table.

    `label` says that a colon follows: "Assist: min" is the label "Assist" and the clause "min".
    """

    first: int
    last: int
    opener: str
    cell: bool
    label: bool


def split_clauses(
    words: Words, first: int, last: int, kinds: Mapping[int, Collection[str]], inner: Collection[int] = ()
) -> list[Clause]:
    """Return the clauses of words `first:last` in order.

    `kinds` are the kinds of what begins at a word, `inner` the words inside a longer form ("Timed Up and Go"). An arrow
    between two values ("4 -> 6") joins them; before a deed or a word it parts.
    """
    cells = set(find_cells(words.low, words.gap, first, last))
    clauses: list[Clause] = []
    begin, opener = first, ""
    for at in range(first, last):
        skip = 2 if at in cells else 0 if at in inner else _parts(words, at, first, last, kinds)
        if not skip:
            continue
        if at > begin:
            clauses.append(Clause(begin, at, opener, bool(cells), words.low[at] == ":"))
        begin, opener = at + skip - 1, words.low[at]
    if last > begin:
        clauses.append(Clause(begin, last, opener, bool(cells), False))
    return clauses


def _parts(words: Words, at: int, first: int, last: int, kinds: Mapping[int, Collection[str]]) -> int:
    """Return 0 where word `at` ends no clause, 2 where the next begins behind it, 1 where the next begins with it."""
    low, word = words.low, words.low[at]
    behind = low[at + 1] if at + 1 < last else ""
    if word in ("\u2192", "->", ">"):
        return 0 if at > first and _VALUES.intersection(kinds.get(at + 1, ())) else 2
    if word in MARKS:
        return 2
    if word == "-":
        return 2 if behind and words.gap[at] == " " == words.gap[at + 1] else 0
    if at == first:
        return 0
    if word in _TURNS or word in ANDS:
        return 2
    opens = word in _SUBJECTS and behind.isalpha()
    labels = word in HEADERS and behind == ":"
    denies = word in _DENIALS and "negation" in kinds.get(at, ())
    return int(opens or labels or denies)
