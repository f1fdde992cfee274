"""A word that a pack allows to stand where it stands, for what the other text holds (see `rewriter.plain`)."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.plain import END, MENTION, SAME, SEVERAL, SHARED, START, WORDS, Allowance, Condition, Pattern, Piece
from rewriter.reading.quantities import NUMBER_WORDS

_STARTS = frozenset({".", ";", "\n", "-", "\u2022"})
_LONGEST_NAME = 8

Texts = Sequence[Terms]


class _Known(NamedTuple):
    """What the pieces of a pattern stand for that both texts are to have: a word, and the keys of a term."""

    word: str = ""
    keys: tuple[str, ...] = ()


def is_allowed(one: Terms, index: int, texts: Texts, allowances: Sequence[Allowance]) -> bool:
    """Tell whether a term stands where one of the allowances for its word lets it stand."""
    return any(_is_met(one, one.place[index], texts, allowance) for allowance in allowances)


def _is_met(one: Terms, at: int, texts: Texts, allowance: Allowance) -> bool:
    known = _follow(one, allowance.before, at - 1, -1, _Known())
    if known is not None:
        known = _follow(one, allowance.after, at + 1, 1, known)
    if known is None:
        return False
    return not allowance.licences or any(
        all(_holds(texts, condition, known) for condition in licence) for licence in allowance.licences
    )


def _holds(texts: Texts, condition: Condition, known: _Known) -> bool:
    found = any(
        _follow(terms, condition.pattern, at, 1, known) is not None
        for terms in texts
        for at in range(len(terms.reading.words.low))
    )
    return found is condition.holds


def _follow(terms: Terms, pattern: Pattern, at: int, step: int, known: _Known) -> _Known | None:
    """Return what is known when the pattern is found from a place on, read forwards or backwards, else None."""
    if not pattern:
        return known
    piece, rest = pattern[0], pattern[1:]
    low = terms.reading.words.low
    for place in range(at, at + step * (piece.reach + 1), step):
        found = _match(terms, piece, place, step, known)
        if found is not None and piece.absent:
            return None
        if found is not None:
            length, learned = found
            if (end := _follow(terms, rest, place + step * length, step, learned)) is not None:
                return end
        if not 0 <= place < len(low) or (piece.unbroken and low[place] in SPLITS):
            break
        if piece.sort == SHARED and not known.keys and place in terms.claimed:
            break  # the next claim is meant
    return _follow(terms, rest, at, step, known) if piece.absent else None


def _match(terms: Terms, piece: Piece, at: int, step: int, known: _Known) -> tuple[int, _Known] | None:
    """Return how many words a piece covers at a place, and what is known then; None where it does not match."""
    low = terms.reading.words.low
    if piece.sort == START:
        return (0, known) if at == 0 or low[at - 1] in _STARTS else None
    if piece.sort == END:
        return (0, known) if at >= len(low) or low[at] in SPLITS else None
    if not 0 <= at < len(low):
        return None
    if piece.sort == MENTION:
        length = _mentioned(terms, piece, at, step)
        return (length, known) if length else None
    if piece.sort == SHARED:
        return _match_term(terms, at, known)
    if piece.sort == SAME:
        return (1, known._replace(word=low[at])) if known.word in ("", low[at]) else None
    matches = low[at] in piece.names if piece.sort == WORDS else _is_figure(low[at], piece.sort)
    return (1, known) if matches else None


def _match_term(terms: Terms, at: int, known: _Known) -> tuple[int, _Known] | None:
    index = bisect_left(terms.place, at)
    if index == len(terms.place) or terms.place[index] != at:
        return None
    if not known.keys and not terms.claims[index]:
        return None
    if not known.keys:
        return 1, known._replace(keys=terms.keys[index])
    return None if set(known.keys).isdisjoint(terms.keys[index]) else (1, known)


def _mentioned(terms: Terms, piece: Piece, at: int, step: int) -> int:
    """Return the length of what is named so at a place, asserted of today."""
    numbers = terms.reading.between(at if step > 0 else max(0, at - _LONGEST_NAME), at + 1)
    for number in numbers:
        (kind, group, name, *_), first, last = terms.reading.mentions[number]
        fits = (not piece.names or kind in piece.names) and piece.group in ("", group, name)
        if fits and at == (first if step > 0 else last - 1) and not terms.reading.bits[number]:
            return last - first
    return 0


def _is_figure(word: str, sort: str) -> bool:
    if sort == SEVERAL:
        return (int(word) if word.isdecimal() else NUMBER_WORDS.get(word, 0)) > 1
    return word[0].isdecimal() or word in NUMBER_WORDS
