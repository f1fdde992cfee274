"""From characters to words, each with the place it was written at.

Every word keeps its span, so an expansion of one written form to three words points three times to the same place.
What was
read, and as what, is listed in `read_as`; what no dictionary knows is listed in `unread`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from rewriter.text import fold, split_tokens

_SPOKEN = {"period": ".", "comma": ",", "semicolon": ";", "colon": ":"}
_FILLERS = frozenset({"um", "uh", "erm", "uhm"})
_LOWER_RUN = re.compile(r"[a-z]{3}")
_SHOUTED = 12
_WRAPPED = 60
_UNFINISHED = frozenset("with to of the an and at for in on or by from w/ @ + is was were".split())


class ReadAs(NamedTuple):
    """One piece of shorthand: its span, what it was read as, and whether that is sure."""

    start: int
    end: int
    text: str
    said: str
    sure: bool
    readings: tuple[str, ...] = ()


@dataclass(slots=True)
class Words:
    """The words of a text in parallel lists; word `i` was written at `start[i]:end[i]`.

    `low` is the word for matching, `gap` what stands before it ("", " " or "-"), `said` the word for display where
    it is not the text itself.
    """

    text: str
    low: list[str]
    gap: list[str]
    start: list[int]
    end: list[int]
    said: dict[int, str] = field(default_factory=dict)
    read_as: list[ReadAs] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)

    def shown(self, at: int) -> str:
        """Return word `at` as it is to be shown."""
        return self.said.get(at) or self.text[self.start[at] : self.end[at]]

    def written(self, first: int, last: int) -> str:
        """Return words `first:last` as they were written."""
        return self.text[self.start[first] : self.end[last - 1]]

    def quoted(self) -> set[int]:
        """Return the places of words inside quotation marks that close on their own line."""
        inside: set[int] = set()
        opened = -1
        for at, low in enumerate(self.low):
            if low == "\n":
                opened = -1
            elif low == '"' and opened < 0:
                opened = at
            elif low == '"':
                inside.update(range(opened + 1, at))
                opened = -1
        return inside

    def drop(self, places: Iterable[int]) -> None:
        """Drop the words at `places`."""
        kept = [True] * len(self.low)
        for at in places:
            kept[at] = False
        self.low = list(compress(self.low, kept))
        self.gap = list(compress(self.gap, kept))
        self.start = list(compress(self.start, kept))
        self.end = list(compress(self.end, kept))


def split_words(text: str) -> Words:
    """Return the words of a text as written: folded for matching, dictated marks read as marks, fillers dropped."""
    folded = fold(text)
    low, start, end = split_tokens(folded)
    gap = ["" if one == two else " " for one, two in zip(start, [-1, *end], strict=False)]
    words = Words(text, low, gap, start, end)
    if "\n" in words.low and (soft := {at for at, low in enumerate(low) if low == "\n" and _is_soft(words, at)}):
        for at in soft:
            gap[at + 1] = " "
        words.drop(soft)
    if "-" in words.low:
        _join_hyphens(words)
    if not _FILLERS.isdisjoint(words.low):
        words.drop({at for at, low in enumerate(words.low) if low in _FILLERS})
    if folded.count(" period") > 1 and folded.count(".") < 2:
        _read_spoken_marks(words)
    return words


def is_shouted(text: str) -> bool:
    """Tell whether a text is in capitals throughout: then capitals decide nothing."""
    return len(text) > _SHOUTED and _LOWER_RUN.search(text) is None and text != text.lower()


def _is_soft(words: Words, at: int) -> bool:
    """A line break inside running text: the line is long and breaks off at a word that something must follow."""
    if at == 0 or at + 1 >= len(words.low):
        return False
    begin = words.start[at]
    is_long = begin >= _WRAPPED and "\n" not in words.text[begin - _WRAPPED : begin]
    return is_long and words.low[at - 1] in _UNFINISHED


def _join_hyphens(words: Words) -> None:
    """A hyphen between two words joins them: it becomes the gap of the second. Between figures it is kept."""
    low, gap = words.low, words.gap
    joining = [
        at
        for at in range(1, len(low) - 1)
        if low[at] == "-"
        and gap[at] == "" == gap[at + 1]
        and low[at - 1] != "-"
        and low[at - 1][-1].isalnum()
        and low[at + 1][0].isalnum()
        and not (low[at - 1][0].isdecimal() and low[at + 1][0].isdecimal())
    ]
    for at in joining:
        gap[at + 1] = "-"
    if joining:
        words.drop(joining)


def _read_spoken_marks(words: Words) -> None:
    for at, low in enumerate(words.low):
        if low in _SPOKEN:
            words.low[at] = words.said[at] = _SPOKEN[low]
            words.gap[at] = ""
