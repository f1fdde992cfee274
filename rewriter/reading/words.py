"""From characters to words, each with the place it was written at.

Every word keeps its span, so an expansion of one written form to three words points three times to the same place.
What was
read, and as what, is listed in `read_as`; what no dictionary knows is listed in `unread`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, compress
from typing import NamedTuple

from rewriter.punctuation import LONG_DASHES
from rewriter.reading.dictated import read_spoken_marks
from rewriter.reading.wrapped import unwrap
from rewriter.text import fold, split_tokens

# The commonest slips of "min" and "sec"; behind a figure they can be nothing else.
_UNIT_SLIPS = {
    "mni": "min", "mim": "min", "mkn": "min", "mnis": "mins", "misn": "mins", "mims": "mins",
    "sce": "sec", "sces": "secs",
}  # fmt: skip
# Written with a hyphen it is one word, and an amount of help: "went from stand-by to contact guard".
_COMPOUNDS = frozenset({("stand", "by")})
_BY_HOUR = frozenset({"h/d", "h/"})
_BARS = frozenset({"bar", "bars"})
_INTO_BARS = frozenset("in at inside outside within between with w/ the using @ along through thru".split())
_OPENINGS = frozenset({"\n", ".", ":", ";", "!", "?", "\u2022"})
_LIST_LETTERS = "abcdefgh"
_COUNTED_BY = frozenset({"x", "by", "for", "of", "to", "level", "grade", "stage", "trial"})
_FILLERS = frozenset({"um", "uh", "erm", "uhm"})
_BEFORE_QUOTE = frozenset("(:,-/")
_LONGEST_QUOTE = 25
_QUOTING = frozenset({'"', "\n"})
_LOWER_RUN = re.compile(r"[a-z]{3}")
# So many of a kind make a way of writing; one may be chance.
_FEWEST_SLASHES = _FEWEST_ITEMS = 2
_SHOUTED = 12


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
        """Return the places of words inside quotation marks that close on their own line.

        Marks around the whole of a long text quote nothing: some writers of drafts put them there.
        """
        inside: set[int] = set()
        if '"' not in self.low:
            return inside
        opened = -1
        for at in [at for at, low in enumerate(self.low) if low in _QUOTING]:
            if self.low[at] == "\n":
                opened = -1
            elif opened < 0:
                opened = -1 if self._is_inch(at) else at
            else:
                if opened or at < max(len(self.low) - 1, _LONGEST_QUOTE):
                    inside.update(range(opened + 1, at))
                opened = -1
        return inside

    def _is_inch(self, at: int) -> bool:
        """The mark right behind a figure is an inch and opens no quotation."""
        return at > 0 and self.gap[at] == "" and self.low[at - 1][-1].isdecimal()

    def drop(self, places: Iterable[int]) -> None:
        """Drop the words at `places`."""
        kept = [True] * len(self.low)
        for at in places:
            kept[at] = False
        if self.said:
            places = list(accumulate(kept, initial=0))
            self.said = {places[at]: said for at, said in self.said.items() if kept[at]}
        self.low = list(compress(self.low, kept))
        self.gap = list(compress(self.gap, kept))
        self.start = list(compress(self.start, kept))
        self.end = list(compress(self.end, kept))


def split_words(text: str) -> Words:
    """Return the words of a text as written: folded for matching, dictated marks read as marks, fillers dropped."""
    folded = fold(unwrap(text))
    low, start, end = split_tokens(folded)
    gap = ["" if one == two else " " for one, two in zip(start, [-1, *end], strict=False)]
    words = Words(text, low, gap, start, end)
    _split_counts(words)
    if "-" in words.low:
        _join_hyphens(words)
        _join_compounds(words)
    if not _BY_HOUR.isdisjoint(words.low):
        _part_hours(words)
    if not _FILLERS.isdisjoint(words.low):
        words.drop({at for at, low in enumerate(words.low) if low in _FILLERS})
    if " period" in folded or " comma" in folded:
        gone = read_spoken_marks(words.low, words.gap, words.said)
        if gone:
            words.drop(gone)
    if "unquote" in folded:
        _read_spoken_quotes(words)
    if words.low.count("'") > 1:
        _read_single_quotes(words)
    if "//" in words.low or "||" in folded:
        _mark_rows(words)
    if "1" in words.low or "a" in words.low:
        _drop_list_numbers(words)
    if not _UNIT_SLIPS.keys().isdisjoint(words.low):
        _mend_units(words)
    return words


def _split_counts(words: Words) -> None:
    """Read "LOBx3" as "LOB x3": a small x between capitals and a figure counts."""
    for at in [at for at, low in enumerate(words.low[:-1]) if low[-1] == "x" and len(low) > 2][::-1]:
        low = words.low[at]
        if words.gap[at + 1] or not words.low[at + 1].isdecimal():
            continue
        written = words.written(at, at + 1)
        if written[-1] == "x" and written[:-1].isupper() and written[:-1].isalpha():
            words.low[at : at + 1] = [low[:-1], "x"]
            words.gap[at : at + 1] = [words.gap[at], " "]
            words.start[at : at + 1] = [words.start[at], words.end[at] - 1]
            words.end[at : at + 1] = [words.end[at] - 1, words.end[at]]


def is_shouted(text: str) -> bool:
    """Tell whether a text is in capitals throughout: then capitals decide nothing."""
    return len(text) > _SHOUTED and _LOWER_RUN.search(text) is None and text != text.lower()


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
        and not (low[at - 1] == "no" and words.written(at, at + 1) in LONG_DASHES)  # taken back
    ]
    for at in joining:
        gap[at + 1] = "-"
    if joining:
        words.drop(joining)


def _join_compounds(words: Words) -> None:
    """Read "stand-by" as one word: with a hyphen it names an amount of help."""
    second = [
        at
        for at in range(1, len(words.low))
        if words.gap[at] == "-" and (words.low[at - 1], words.low[at]) in _COMPOUNDS and _stands_alone(words.gap, at)
    ]
    for at in second:
        words.low[at - 1] += words.low[at]
        words.end[at - 1] = words.end[at]
    if second:
        words.drop(second)


def _stands_alone(gap: list[str], at: int) -> bool:
    """No further word is joined on: not in "stand-by-the-sink"."""
    return gap[at - 1] != "-" and gap[at + 1 : at + 2] != ["-"]


def _part_hours(words: Words) -> None:
    """Read "3.5 h/d" and "2 h/day" as hours by the day."""
    for at in range(len(words.low) - 1, 0, -1):
        low = words.low[at]
        if low not in _BY_HOUR or not words.low[at - 1][0].isdecimal():
            continue
        begin, day = words.start[at], ["day"] if low == "h/d" else []
        words.low[at : at + 1] = ["h", "/", *day]
        words.gap[at : at + 1] = [words.gap[at], "", *("" for _ in day)]
        words.start[at : at + 1] = [begin, begin + 1, *(begin + 2 for _ in day)]
        words.end[at : at + 1] = [begin + 1, begin + 2, *(begin + 3 for _ in day)]


def _read_spoken_quotes(words: Words) -> None:
    """Read "quote ... unquote" as quotation marks."""
    opened = -1
    for at, low in enumerate(words.low):
        if low == "quote":
            opened = at
        elif low == "unquote" and 0 <= opened < at - 1:
            for mark, stuck in ((opened, opened + 1), (at, at)):
                words.low[mark] = words.said[mark] = '"'
                words.gap[stuck] = ""
            opened = -1


def _read_single_quotes(words: Words) -> None:
    """Read "'press through toes'" as a quotation: its marks hug their words, and neither is a foot or an elision."""
    low, gap = words.low, words.gap
    opened = -1
    for at, word in enumerate(low):
        if word == "\n" or (opened >= 0 and at - opened > _LONGEST_QUOTE):
            opened = -1
        if word != "'":
            continue
        hugs_next = at + 1 < len(low) and gap[at + 1] == "" and low[at + 1][0].isalpha()
        if opened < 0 and hugs_next and (at == 0 or gap[at] != "" or low[at - 1] in _BEFORE_QUOTE):
            opened = at
        elif opened >= 0 and gap[at] == "" and not hugs_next:
            for mark in (opened, at):
                low[mark], words.said[mark] = '"', "'"
            opened = -1


def _mark_rows(words: Words) -> None:
    """Read "||" and, where a note uses it so, "//" as the end of a row; "//" is else the parallel bars."""
    low, gap = words.low, words.gap
    inner = range(1, len(low) - 1)
    rows = [at for at in inner if low[at] == low[at + 1] == "|" and gap[at] == " " and gap[at + 1] == ""]
    slashes = [
        at
        for at in inner
        if low[at] == "//" and gap[at] == " " == gap[at + 1] and _BARS.isdisjoint(low[max(0, at - 2) : at + 3])
    ]
    if len(slashes) >= _FEWEST_SLASHES and not any(low[at - 1] in _INTO_BARS for at in slashes):
        rows += slashes
    for at in rows:
        low[at] = "\n"


def _drop_list_numbers(words: Words) -> None:
    """Drop the "1." and "2)" of a list, which count nothing. A list has at least two, in order."""
    low, gap = words.low, words.gap
    runs: list[list[int]] = [[]]
    ends: dict[int, int] = {}
    breaks: set[int] = set()  # numbers inside a line: a new item begins there
    for at, word in enumerate(low[:-2]):
        inline = bool(at) and low[at - 1] not in _OPENINGS
        if inline and (not runs[-1] or low[at - 1] in _COUNTED_BY or not low[at - 1][-1].isalpha()):
            continue
        end = at + 1
        while end < len(low) and low[end] in (".", ")") and gap[end] == "":
            end += 1
        if end == at + 1 or end == len(low) or gap[end] != " " or low[end] == "\n":
            continue
        number = int(word) if word.isdecimal() and len(word) < 3 else _LIST_LETTERS.find(word) + 1
        if not number or (word.isalpha() and low[end - 1] != ")"):
            continue
        if number == 1:
            runs.append([])
        if number == len(runs[-1]) + 1 and (not inline or words.shown(end)[0].isupper()):
            runs[-1].append(at)
            ends[at] = end
            if inline:
                breaks.add(at)
    numbers = [at for run in runs if len(run) >= _FEWEST_ITEMS for at in run]
    for at in breaks.intersection(numbers):
        low[at] = "\n"
    if numbers:
        words.drop({place for at in numbers for place in range(at + (at in breaks), ends[at])})


def _mend_units(words: Words) -> None:
    """Mend a slip of "min" or "sec" right behind a figure."""
    for at, low in enumerate(words.low):
        if at and low in _UNIT_SLIPS and words.low[at - 1][0].isdecimal():
            words.low[at] = words.said[at] = _UNIT_SLIPS[low]
            words.read_as.append(ReadAs(words.start[at], words.end[at], words.written(at, at + 1), words.low[at], True))
