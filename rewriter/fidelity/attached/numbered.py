"""Figures inside a name: "an eight-inch step" for the note's four-inch step, a two-minute walk test for the six-minute.

A name is compared by its words, and its figure is none of them. A figure that the note has nowhere is another thing's,
where the note has such a thing with a figure of its own.
"""

import re
from collections.abc import Iterator

from rewriter.fidelity.texts.modifiers import FIGURE, Keys
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import plain
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.quantities.units import UNITS

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_IN_WORDS = re.compile(r"\d+(?=[A-Za-z])|(?<=[A-Za-z])\d+")  # of "6MWT", "2PD", "FES7"
_FAMILIES = frozenset({"number", "ordinal"})
_ROWS = frozenset({"group", "person", "level", "code", "admin"})

Name = tuple[str, str, str, Keys, int, int]


def find_misnumbered(said: Terms, note: Terms, asked: Shelf) -> Iterator[tuple[int, int]]:
    """Yield the words of each name of the rewrite whose figure the note has for no such thing, but another one."""
    names = list(_names(said))
    if not names:
        return
    given = list(_names(note))
    figures = _figures_of(note)
    named = frozenset(_IN_WORDS.findall(note.reading.words.text)) | {name[0] for name in given}
    for figure, unit, kind, keys, first, last in names:
        if figure in (named if kind == "measure" else figures) or any(
            key[0] == "@" and key in note.by_key for key in keys
        ):
            continue
        plainly = {key for key in keys if key[0] != "@"}
        rival = any(other != figure and alike == kind and plainly & theirs for other, _, alike, theirs, _, _ in given)
        if unit and not rival:
            rival = any(
                item.kind == FIGURE and (unit in item.family or item.family in _FAMILIES) and plainly & item.head
                for item in asked.items
            )
        if rival:
            yield first, last


def _figures_of(terms: Terms) -> frozenset[str]:
    """Return every figure that a text writes, in figures or words, alone or inside a word ("2PD")."""
    words = terms.reading.words
    written = {plain(digits) for digits in _DIGITS.findall(words.text)}
    return frozenset(written | {str(NUMBER_WORDS[low]) for low in words.low if low in NUMBER_WORDS})


def _names(terms: Terms) -> Iterator[Name]:
    """Yield figure, unit, kind, keys and words of each name that has a figure in it."""
    low = terms.reading.words.low
    by_place = dict(zip(terms.place, terms.keys, strict=True))
    for sense, first, last in terms.reading.mentions:
        if sense.kind in QUANTITIES or sense.kind in _ROWS or last - first < 2:
            continue
        for at in range(first, last):
            if low[at] in NUMBER_WORDS or low[at].isdecimal():
                keys = frozenset(key for place in range(first, last) for key in by_place.get(place, ()))
                unit = UNITS[low[at + 1]][1] if at + 1 < last and low[at + 1] in UNITS else ""
                yield str(NUMBER_WORDS.get(low[at], low[at])), unit, sense.kind, keys, first, last
