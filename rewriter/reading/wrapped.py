"""Line breaks that nobody typed: a program broke the text where a word no longer fitted the line.

A wrapped text shows by its lines: each that was broken is so full that the next line's first word had no room on it, at
one and the same width. One such line proves nothing, for the longest of any list is full; several do, and so does one
of a writer who ends what he tells by full stops and broke off without.
"""

import re
from itertools import pairwise
from typing import NamedTuple

_BREAK = re.compile("\r\n|[\n\r\u2028\u2029\x85]")
_NARROWEST, _WIDEST = 40, 160  # characters of a line
_FEWEST = 2  # full lines that are no chance
_SHARE = 0.5  # of the lines that could have been broken
_LONG = 60  # a line so long holds more than one item of a list
# What begins an item, a heading or a row: "- ", "2) ", "Goal: ", "O: ", "| ".
_ITEM = re.compile(
    r"\s*(?:[-*+>#|\u2022\u25cf\u25aa\u2023\u25e6\u00b7\u2013\u2014]|\d{1,2}[.)]\s|[A-Za-z]\)|[^\W\d][\w/& ]{0,24}:)"
)
_CAPITALISED = re.compile(r"[A-Z][a-z]")
_ENDED = frozenset(".!?:;")
_FULL_STOP = re.compile(r"[.;!?] ")
# Something must follow these.
_UNFINISHED = frozenset(
    "with without to of the an and or at for in into onto on by from than per via during w/ w/o d/t s/p @ + & is was "
    "were".split()
)


class _Line(NamedTuple):
    """A line of a text without the spaces behind it, and where its break begins and ends."""

    text: str
    start: int
    end: int

    @property
    def indent(self) -> int:
        """The spaces before it."""
        return len(self.text) - len(self.text.lstrip())


def unwrap(text: str) -> str:
    r"""Return a text with spaces for the line breaks that a program put inside running text; offsets stay.

    >>> unwrap("Wt shift onto R LE in // bars 2x10 w/ TC @ pelvis. VC to push through\nthe heel")[62:]
    'through the heel'
    """
    lines = _split_lines(text)
    width = max(len(line.text) for line in lines)
    if len(lines) < 2 or width < _NARROWEST:
        return text
    pairs = list(pairwise(lines))
    full = [width <= _WIDEST and _is_full(one, other, width) for one, other in pairs]
    could = [is_full for pair, is_full in zip(pairs, full, strict=True) if _may_go_on(*pair)]
    wrapped = sum(could) >= max(_FEWEST, _SHARE * len(could))
    alone = all(could)
    found = [
        one
        for (one, other), is_full in zip(pairs, full, strict=True)
        if _may_go_on(one, other)
        and (
            _is_unfinished(one)
            or (is_full and (wrapped or _is_second_line(one, other)))
            or (alone and _breaks_off(one, other))
        )
    ]
    characters = list(text)
    for one in found:
        characters[one.start : one.end] = " " * (one.end - one.start)
    return "".join(characters)


def _split_lines(text: str) -> list[_Line]:
    lines, begin = [], 0
    for mark in _BREAK.finditer(text):
        lines.append(_Line(text[begin : mark.start()].rstrip(), mark.start(), mark.end()))
        begin = mark.end()
    return [*lines, _Line(text[begin:].rstrip(), len(text), len(text))]


def _is_full(one: _Line, other: _Line, width: int) -> bool:
    """The first word of the next line had no room on this one."""
    first = other.text.split(None, 1)[:1]
    return bool(one.text and first) and len(one.text) + 1 + len(first[0]) > width


def _may_go_on(one: _Line, other: _Line) -> bool:
    return bool(one.text and other.text) and _ITEM.match(other.text) is None


def _is_unfinished(one: _Line) -> bool:
    """A long line ends in a word that something must follow: it was broken, whatever the others are."""
    return len(one.text) >= _LONG and one.text.split()[-1].lower() in _UNFINISHED


def _is_second_line(one: _Line, other: _Line) -> bool:
    """An item goes on behind its mark: "- ", and an indented line."""
    return _ITEM.match(one.text) is not None and other.indent > one.indent


def _breaks_off(one: _Line, other: _Line) -> bool:
    """A long line of a writer who ends by full stops has none."""
    if len(one.text) < _LONG or one.text[-1] in _ENDED or _CAPITALISED.match(other.text.lstrip()):
        return False
    return _FULL_STOP.search(one.text) is not None or one.text.endswith(",")
