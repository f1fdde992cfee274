"""Limits: "2 minutes maximum" told as a minimum, "3 times" told as "at least 3 times".

A limit is told before a figure, behind it, or inside it ("at least 3"). Which words tell it does not matter, only
whether the value is the most or the least.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.english import PASTS
from rewriter.fidelity.contexts.coming import is_done_word
from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.quantities.units import UNITS

LEAST, MOST = 1, -1
_BEFORE = (
    (("at", "least"), LEAST), (("more", "than"), LEAST), (("greater", "than"), LEAST), ((">",), LEAST),
    (("\u2265",), LEAST), (("minimum", "of"), LEAST), (("upwards", "of"), LEAST), (("in", "excess", "of"), LEAST),
    (("at", "most"), MOST), (("less", "than"), MOST), (("fewer", "than"), MOST), (("<",), MOST), (("\u2264",), MOST),
    (("maximum", "of"), MOST), (("max", "of"), MOST),
)  # fmt: skip
_BEHIND = (
    (("minimum",), LEAST), (("or", "more"), LEAST), (("at", "least"), LEAST), (("+",), LEAST),
    (("maximum",), MOST), (("max",), MOST), (("or", "less"), MOST), (("or", "fewer"), MOST), (("at", "most"), MOST),
)  # fmt: skip
_OPENINGS = frozenset(words[0] for words, _ in (*_BEFORE, *_BEHIND))
_LONGEST = max(len(words) for words, _ in _BEFORE)
# A limit only where the note has the opposite one: "over 50 feet" may be a distance covered.
_LOOSE = (
    (("over",), LEAST), (("above",), LEAST), (("beyond",), LEAST), (("under",), MOST), (("below",), MOST),
    (("within",), MOST),
)  # fmt: skip
_AHEAD = {words[-1]: way for words, way in _LOOSE}
_ARTICLES = frozenset({"a", "an"})
# Any of these in a sentence of the note may be what the rewrite tells as a limit: "blurs above 100".
_LIMITING = frozenset(
    "over above beyond exceed exceeds exceeded exceeding past under below within w/in limit limits limited limiting "
    "max maximum maximal min minimum until til till up least most more less than no not never only cap threshold goal "
    "target restriction restrictions precaution precautions about to almost nearly just heavier".split()
) | frozenset("><~+\u2264\u2265")
_DENYING = frozenset({"no", "not", "never", "nothing", "avoid", "without", "isn't", "neither", "nor", "prohibited"})
_LACKING = frozenset({"without", "no"})
_DENIAL_REACH = 8
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_REACH = 3


class Limit(NamedTuple):
    """Whether a figure is the least or the most (0 for neither), and the words `first:last` of both."""

    way: int
    first: int
    last: int


def find_misbounded(said: Terms, stated: Shelf, note: Terms, known: Shelf) -> Iterator[Limit]:
    """Yield the limits of the rewrite that the note has the other way, or not at all."""
    low = said.reading.words.low
    for item in stated.items:
        if item.kind != FIGURE or low[item.last - 1] in _ORDINALS:
            continue  # "knee over 2nd toe"
        limit = _limit(said, item)
        loosely = not limit.way
        if loosely and not (limit := _limit_loosely(said, item)).way:
            continue
        same = known.same(item)
        ways = {_limit(note, other).way for other in same}
        if loosely and -limit.way not in ways:
            if (
                same
                and not any(_may_be_limit(note, other) for other in same)
                and _is_anothers(limit, item, said, stated, note, known)
            ):
                yield limit
            continue
        if not same or limit.way in ways:
            continue
        if -limit.way in ways or not any(_may_be_limit(note, other) for other in same):
            yield limit
    yield from _of_one(said, note, known)


def _of_one(said: Terms, note: Terms, known: Shelf) -> Iterator[Limit]:
    """Yield the limits of one of a unit that the note has the other way: "<1 min" as "over a minute"."""
    low = said.reading.words.low
    for at in said.reading.at_any(_ARTICLES):
        if not 0 < at < len(low) - 1:
            continue
        way = _AHEAD.get(low[at - 1], LEAST if low[at - 2 : at] == ["more", "than"] else 0)
        way = MOST if low[at - 2 : at] == ["less", "than"] else way
        if not way or low[at + 1] not in UNITS:
            continue
        kind, _, factor = UNITS[low[at + 1]]
        ways = {_limit(note, item).way for item in known.items if (item.family, item.value) == (kind, f"{factor:g}")}
        if -way in ways and way not in ways:
            yield Limit(way, at - 1, at + 2)


def _is_anothers(limit: Limit, item: Modifier, said: Terms, stated: Shelf, note: Terms, known: Shelf) -> bool:
    """The note has another figure of its family as this limit, which the rewrite tells of no figure but this one."""
    limits = [
        other
        for other in known.items
        if other.family == item.family and _any_limit(note, other).way == limit.way and other.value != item.value
    ]
    return bool(limits) and not any(
        _any_limit(said, told).way == limit.way for other in limits for told in stated.same(other)
    )


def _any_limit(terms: Terms, item: Modifier) -> Limit:
    limit = _limit(terms, item)
    return limit if limit.way else _limit_loosely(terms, item)


def _limit(terms: Terms, item: Modifier) -> Limit:
    low, first, last = terms.reading.words.low, item.first, item.last
    if _OPENINGS.isdisjoint(low[max(0, first - _LONGEST) : last + 1]):
        return Limit(0, first, last)
    for words, way in _BEFORE:
        size = len(words)
        for at in (first, first - size):
            if at >= 0 and tuple(low[at : at + size]) == words:
                if at and low[at - 1] in _DENYING:  # "no more than 2"
                    return Limit(-way, min(at, first), last)
                around = _undone(low[max(0, at - _DENIAL_REACH) : at]) + low[last : last + _DENIAL_REACH]
                denied = not _DENYING.isdisjoint(around)  # "never climbed more than 2": who knows
                return Limit(0 if denied else way, min(at, first), last)
    for words, way in _BEHIND:
        if tuple(low[last : last + len(words)]) == words:
            return Limit(way, first, last + len(words))
    return Limit(0, first, last)


def _undone(words: Sequence[str]) -> list[str]:
    """Return the words before a limit without a thing that was not used: "without support lasted at least"."""
    at = max((place for place, word in enumerate(words) if word in _LACKING), default=-1)
    done = any(is_done_word(word) or word in PASTS for word in words[at + 2 :])
    return list(words[at + 1 :] if at >= 0 and done else words)


def _limit_loosely(terms: Terms, item: Modifier) -> Limit:
    """Return the limit that a word before a figure may tell; a denial before it may turn it."""
    low, first = terms.reading.words.low, item.first
    denied = not _DENYING.isdisjoint(low[max(0, first - _DENIAL_REACH) : first])
    for (word,), way in _LOOSE:
        if not denied and word in (low[first - 1], low[first]) and first:
            return Limit(way, first - (low[first] != word), item.last)
    return Limit(0, first, item.last)


def _may_be_limit(note: Terms, item: Modifier) -> bool:
    """A word near the figure may say that it is a limit."""
    if item.hedged:
        return True
    low = note.reading.words.low
    return not _LIMITING.isdisjoint(low[max(0, item.first - 2 * _REACH) : item.last + _REACH])
