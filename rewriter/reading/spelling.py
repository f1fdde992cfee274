"""Typing slips: an unknown word is mended only when exactly one word fits.

Candidates come from the pack's own vocabulary. A word that any large dictionary knows is no slip ("reflux" is not
"reflex"); a
common English word that fits as well stands against the repair, and so does a second clinical word: then the word
stays as
written. Only the commonest slips count: a swapped pair, a dropped letter, a wrong vowel, an added letter.
"""

import gzip
from functools import lru_cache
from pathlib import Path

_LISTS = Path(__file__).parents[1] / "packs"
_SHORTEST = 4
_VOWELS = frozenset("aeiouy")
_STEMS = ("s", "es", "ing", "ed", "d", "ly")


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Return common English words, lower case (about 40,000; origin in NOTICE)."""
    return frozenset((_LISTS / "english.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def rare_english() -> frozenset[str]:
    """Return the other words of a large dictionary (about 74,000); read only when a repair is about to be made."""
    packed = (_LISTS / "english-rare.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split())


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
    if word in rare_english():
        return word
    best = min(clinical.values())
    if len(word) == _SHORTEST and best > 1:
        return None
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
    """Return the words one slip away, with the slip's cost: the less likely, the higher."""
    fits: dict[str, int] = {}
    for length in range(len(word) - 1, len(word) + 2):
        for other in shapes.get((word[0], length), ()):
            cost = _slip(word, other)
            if cost is not None:
                fits[other] = cost
    return fits


def _slip(word: str, other: str) -> int | None:
    """Return the cost of the one slip that makes `other` into `word`, or None.

    A swapped pair or a dropped vowel costs 1; another dropped, or an added, letter or a wrong vowel 2. Endings are left
    alone: another ending is more often another word.
    """
    at = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        at += 1
    if len(word) == len(other):
        if word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]:
            return 1
        vowels = word[at] in _VOWELS and other[at] in _VOWELS
        same_rest = word[at + 1 :] == other[at + 1 :]
        return 2 if vowels and same_rest and len(word) > _SHORTEST and at < len(word) - 1 else None
    if len(word) + 1 == len(other) and word[at:] == other[at + 1 :]:
        return 1 if other[at] in _VOWELS or other[at - 1] == other[at] else 2
    if len(word) == len(other) + 1 and word[at + 1 :] == other[at:] and len(other) > _SHORTEST and at < len(word) - 1:
        return 2
    return None
