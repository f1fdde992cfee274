"""Typing slips: an unknown word is mended only when exactly one word fits.

Candidates come from the pack's own vocabulary. A common English word that fits as well or better stands against
the repair, and so does a second clinical word: then the word stays as written.
"""

from functools import lru_cache
from pathlib import Path

_LIST = Path(__file__).parents[1] / "packs" / "english.txt"
_SHORTEST = 4
_LONG = 9
_VOWELS = frozenset("aeiouy")
_STEMS = ("s", "es", "ing", "ed", "d", "ly")


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Return common English words, lower case (about 37,000; origin in NOTICE)."""
    return frozenset(_LIST.read_text("utf-8").split())


@lru_cache(maxsize=8)
def _by_shape(vocabulary: frozenset[str]) -> dict[tuple[str, int], list[str]]:
    """Index words by first letter and length."""
    shapes: dict[tuple[str, int], list[str]] = {}
    for word in sorted(vocabulary):
        if len(word) >= _SHORTEST and word.isalpha():
            shapes.setdefault((word[0], len(word)), []).append(word)
    return shapes


@lru_cache(maxsize=4096)
def repair(word: str, vocabulary: frozenset[str], name: bool = False) -> str | None:
    """Return `word` itself if it is an English word, the one word that fits a slip, or None.

    `name` says that the word is capitalised inside a sentence: then it is never mended.

    >>> repair("gaurd", frozenset({"guard"})), repair("xyzzy", frozenset({"guard"}))
    ('guard', None)
    """
    words = english()
    if word in words or _stem_known(word, words):
        return word
    if name or len(word) < _SHORTEST or not word.isalpha():
        return None
    clinical = _fits(word, _by_shape(vocabulary))
    if not clinical:
        return None
    best = min(clinical.values())
    nearest = [fit for fit, cost in clinical.items() if cost == best]
    if len(nearest) != 1:
        return None
    rivals = _fits(word, _by_shape(words))
    if any(cost < best for fit, cost in rivals.items() if not _same_stem(fit, nearest[0])):
        return None
    equal = [fit for fit, cost in rivals.items() if cost == best and not _same_stem(fit, nearest[0])]
    return None if equal else nearest[0]


def _stem_known(word: str, words: frozenset[str]) -> bool:
    return any(
        word.endswith(end) and (word[: -len(end)] in words or word[: -len(end)] + "e" in words)
        for end in _STEMS
        if len(word) > len(end) + 2
    ) or ("'" in word and word.split("'")[0] in words)


def _same_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:-1]) and len(long) - len(short) <= 3


def _fits(word: str, shapes: dict[tuple[str, int], list[str]]) -> dict[str, int]:
    """Return the words within one slip, or two in a long word, with the slip's cost.

    A swapped pair, a dropped or doubled vowel costs 1, a dropped or added letter 2, another letter 3: in that order
    they are frequent in typing. Two slips are allowed from nine letters on, and cost 6 at least.
    """
    fits: dict[str, int] = {}
    reach = 2 if len(word) >= _LONG else 1
    for length in range(len(word) - reach, len(word) + reach + 1):
        for other in shapes.get((word[0], length), ()):
            cost = _slip(word, other)
            if cost is None and reach == 2 and _distance_is_two(word, other):
                cost = 6
            if cost is not None:
                fits[other] = cost
    return fits


def _slip(word: str, other: str) -> int | None:
    """Return the cost of the one slip that makes `other` into `word`, or None."""
    at = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        at += 1
    if len(word) == len(other):
        if word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]:
            return 1
        if len(word) == _SHORTEST or word[at + 1 :] != other[at + 1 :]:
            return None
        return 2 if word[at] in _VOWELS and other[at] in _VOWELS else 3
    if len(word) + 1 == len(other) and word[at:] == other[at + 1 :]:
        return 1 if other[at] in _VOWELS or other[at - 1] == other[at] else 2
    if len(word) == len(other) + 1 and word[at + 1 :] == other[at:] and len(other) > _SHORTEST:
        return 2
    return None


def _distance_is_two(word: str, other: str) -> bool:
    """Tell whether two edits make one word the other (the first letter always agrees)."""
    row = list(range(len(other) + 1))
    for i, one in enumerate(word, 1):
        above, row = row, [i]
        for j, two in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (one != two)))
        if min(row) > 2:
            return False
    return row[-1] <= 2
