"""Typing slips and clips: an unknown word is mended only when exactly one word fits.

Candidates come from the pack's own vocabulary and from the commonest English words. A word that any large dictionary
knows is no slip ("reflux" is not "reflex"), nor is a name, nor what may be a word cut short ("strat").
Each fit has a price: how unlikely the slip is, and how rare the word. The cheapest is taken only if every other word
that fits is clearly dearer; else the word stays as written. Slips that count: a swapped pair, dropped vowels, a letter
dropped or added, a wrong vowel, the key beside the right one, a forgotten apostrophe.
"""

import zlib
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_LISTS = Path(__file__).parents[2] / "packs"
_GZIP = 31  # the format, to zlib
_SHORTEST, _LONG = 4, 6
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_NO_VOWELS = str.maketrans("", "", "aeiou")
# Endings, and the letter that a stem may have lost before them.
_STEMS = (("s", ""), ("es", ""), ("ing", "e"), ("ed", "e"), ("ly", ""))
_UNLIKELY, _RARE = 2, 3
# How much dearer every other fit must be; a swap of letters other than the first hardly comes about otherwise.
_MARGIN, _MARGIN_OF_SWAP = 3, 2
_FEWEST_CONSONANTS = 4
# What is cut short loses at least so many letters.
_CUT = 3
# So long may be what inflects a word: "mobilization", "mobilizing".
_ENDING = 4
# The only words that a slip of three letters is mended to: more letters than that make an abbreviation.
_LITTLE = frozenset(
    "and are but can did down for from had has have her his how not off our out over she some than that the them then "
    "they this was were what when where which while who with".split()
)
_DENIED = (
    "aren't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't "
    "wouldn't".split()
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: "".join(
        _ROWS[other][max(0, at - before) : at + after]
        for other, before, after in ((row - 1, 0, 2), (row, 1, 2), (row + 1, 1, 1))
        if 0 <= other < len(_ROWS)
    ).replace(key, "")
    for row, keys in enumerate(_ROWS)
    for at, key in enumerate(keys)
}


class _Words(NamedTuple):
    """What a slip may be mended to, or must not be taken for: each word's rarity, and what is written bare."""

    clinical: frozenset[str]
    rarity: dict[str, int]
    bare: dict[str, str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Return common English words, lower case (about 40,000; origin in NOTICE)."""
    return frozenset((_LISTS / "english.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def rare_english() -> frozenset[str]:
    """Return the other words of a large dictionary (about 74,000); read only when a repair is about to be made."""
    return _unpack("english-rare.txt.gz")


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Return names and abbreviations of a large dictionary (about 15,000); read only when a repair is about to be made.

    They are in lower case, since thumbs type names so, and are no words.
    """
    return _unpack("names.txt.gz")


def _unpack(name: str) -> frozenset[str]:
    return frozenset(zlib.decompress((_LISTS / name).read_bytes(), _GZIP).decode("utf-8").split())


@lru_cache(maxsize=8)
def _prepare(vocabulary: frozenset[str]) -> _Words:
    """Return the words to mend to. Rarity: 0 clinical and most common, 1 one of these, 2 common; else `_RARE`."""
    most, more = ((frozenset(line.split())) for line in (_LISTS / "english-common.txt").read_text("utf-8").splitlines())
    known = english()
    spoken = frozenset(word for word in vocabulary if not _VOWELS.isdisjoint(word)) - _shortened(vocabulary)
    clinical = frozenset(word for word in spoken if len(word) >= _SHORTEST and word.isalpha())
    written = {word.replace("'", ""): word for word in sorted(word for word in vocabulary if "'" in word)} | {
        word.replace("'", ""): word for word in _DENIED
    }
    bare = {plain: word for plain, word in written.items() if len(plain) >= _SHORTEST and plain not in known}
    rarity = dict.fromkeys(bare, 1)
    for words, price in ((more, 2), (most, 1), (spoken, 1), (most & spoken, 0), (_LITTLE, 0)):
        rarity.update(dict.fromkeys(words, price))
    return _Words(clinical, rarity, bare, most | more)


@lru_cache(maxsize=64)
def _by_consonants(vocabulary: frozenset[str], first: str) -> dict[str, list[str]]:
    """Index clinical and common words that begin with the letter `first` by what is left of them without vowels."""
    words = _prepare(vocabulary)
    index: dict[str, list[str]] = {}
    for word in sorted(word for word in {*words.clinical, *words.common, *words.bare} if word[0] == first):
        index.setdefault(_consonants(word), []).append(word)
    return index


@lru_cache(maxsize=8)
def _in_order(vocabulary: frozenset[str]) -> list[str]:
    return sorted(_prepare(vocabulary).clinical)


def _shortened(vocabulary: frozenset[str]) -> frozenset[str]:
    """Return the forms that are words of the vocabulary less some vowels ("tandm"): shorthand, nothing to mend to."""
    known = (vocabulary & english()) | (vocabulary & rare_english())
    strange: dict[str, list[str]] = {}
    for word, left in _all_consonants(vocabulary - known):
        strange.setdefault(left, []).append(word)
    pairs = ((word, other) for other, left in _all_consonants(known) for word in strange.get(left, ()))
    return frozenset(word for word, other in pairs if _lacks_letters(word, other))


def _consonants(word: str) -> str:
    return word[:1] + word[1:].translate(_NO_VOWELS)


def _all_consonants(words: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each word and its consonants; all at once is five times as quick."""
    tails = "\n".join([word[1:] for word in words]).translate(_NO_VOWELS).split("\n")
    return ((word, word[:1] + tail) for word, tail in zip(words, tails, strict=False))  # no words are one empty line


@lru_cache(maxsize=4096)
def repair(word: str, vocabulary: frozenset[str], name: bool = False) -> str | None:
    """Return `word` itself if it is an English word, the one word that fits a slip, or None.

    `name` says that the word is capitalised inside a sentence: then it is never mended.

    >>> repair("gaurd", frozenset({"guard"})), repair("didnt", frozenset()), repair("xyzzy", frozenset({"guard"}))
    ('guard', "didn't", None)
    """
    known = english()
    if word in known or _stem_known(word, known):
        return word
    if name or len(word) < _SHORTEST - 1 or not (word.isascii() and word.isalpha()):
        return None
    if word in rare_english():
        return word
    words = _prepare(vocabulary)
    if word in words.bare:
        return words.bare[word]
    past = word[:-1] + "ed"
    if len(word) > _SHORTEST and word[-1] == "d" and word[-2] not in _VOWELS and past in known:
        return past  # "recoverd": the e is left out
    if word in names():
        return None
    sparse = 3 * sum(letter in _VOWELS for letter in word) <= len(word)
    alike = _by_consonants(vocabulary, word[0]).get(_consonants(word), []) if sparse else []
    best = _cheapest(word, words, alike)
    if best is None and len(word) >= _LONG and next(_fits(word, words, alike), None) is None:
        return _complete(word, _in_order(vocabulary))
    if best is None or (len(word) <= _LONG and _cut_short(word, best, _in_order(vocabulary))):
        return None
    return words.bare.get(best, best)


def _stem_known(word: str, words: frozenset[str]) -> bool:
    return any(
        word.endswith(end) and (word[: -len(end)] in words or word[: -len(end)] + lost in words)
        for end, lost in _STEMS
        if len(word) > len(end) + 2
    ) or ("'" in word and word.split("'")[0] in words)


def _cheapest(word: str, words: _Words, alike: list[str]) -> str | None:
    """Return the word that fits best, if no other fits nearly as well; `alike` have the same consonants."""
    prices: dict[str, int] = {}
    slips: dict[str, tuple[int, bool]] = {}
    for other, slip, mends in _fits(word, words, alike):
        if other not in slips or (slip, not mends) < (slips[other][0], not slips[other][1]):
            prices[other], slips[other] = slip + words.rarity.get(other, _RARE), (slip, mends)
    if not prices:
        return None
    best = min(prices, key=lambda other: (prices[other], other))
    slip, mends = slips[best]
    is_swap = best[0] == word[0] and sorted(best) == sorted(word)
    dear = prices[best] + (_MARGIN_OF_SWAP if is_swap else _MARGIN + slip // _UNLIKELY)
    if any(price < dear for other, price in prices.items() if other != best):
        return None
    if len(word) >= _SHORTEST and _consonants(word) == word and len(alike) > 1:
        return None  # without vowels, all that sounds alike fits
    return best if mends and _may_be(word, best, slip, is_swap, words) else None


def _may_be(word: str, best: str, slip: int, is_swap: bool, words: _Words) -> bool:
    """A short word takes only a likely slip; a common word that is not clinical is mended only to undo a swap."""
    if len(word) < _SHORTEST:
        return slip == 1 and best in _LITTLE and best[0] == word[0]
    if best in words.clinical or best in words.bare:
        return slip == 1 or len(word) > _SHORTEST
    return is_swap and words.rarity.get(best, _RARE) <= 1


def _cut_short(word: str, best: str, in_order: list[str]) -> bool:
    """Whether `word` begins some other word: what is cut short is an abbreviation ("strat" is not "start")."""
    at = bisect_left(in_order, word)
    while at < len(in_order) and in_order[at].startswith(word):
        if len(in_order[at]) - len(word) >= _CUT and not in_order[at].startswith(best[:-1]):
            return True
        at += 1
    return False


def _complete(word: str, in_order: list[str]) -> str | None:
    """Return the one clinical word that begins so, for a word cut short: "postop", "sternocleid"; plurals count once.

    Where a word of another stem or ending begins so too it is not known which was cut: "oscill" may be oscillations,
    "necrot" necrotic.
    """
    at = bisect_left(in_order, word)
    begun: list[str] = []
    while at < len(in_order) and in_order[at].startswith(word):
        if not (begun and in_order[at] in (begun[-1] + "s", begun[-1] + "es")):
            begun.append(in_order[at])
        at += 1
    if len(begun) != 1 or len(begun[0]) - len(word) < _CUT:
        return None
    return None if _begins_another(word, begun[0]) else begun[0]


def _begins_another(word: str, whole: str) -> bool:
    """Whether an English word begins with the clip `word` and is not `whole` but for its ending."""
    stem = whole[: max(len(word) + 1, len(whole) - _ENDING)]
    return any(other.startswith(word) and not other.startswith(stem) for other in english() | rare_english())


def _fits(word: str, words: _Words, alike: list[str]) -> Iterator[tuple[str, int, bool]]:
    """Yield the words one slip away, and those of which only vowels were dropped, as `_slips` does."""
    known, rare = english(), rare_english()
    for other, slip, mends in _slips(word):
        if other in words.rarity or other in known or other in rare:
            yield other, slip, mends
    mends = len(_consonants(word)) >= _FEWEST_CONSONANTS
    for other in alike:
        if _lacks_letters(word, other):
            yield other, 2 * (len(other) - len(word)) - 1, mends


def _lacks_letters(word: str, other: str) -> bool:
    """Whether `word` is `other` with letters left out."""
    left = iter(other)
    return len(word) < len(other) and all(letter in left for letter in word)


def _slips(word: str) -> Iterator[tuple[str, int, bool]]:
    """Yield what may have been meant, the slip's price (1 is a likely slip), and whether one mends by it.

    What nothing is mended by is there to stand against others: so the first letter is sure but for a swap, and of the
    ending only a swap and a dropped vowel count, since another ending is more often another word.
    """
    last = len(word) - 1
    for at in range(last):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :], 1, True
    for at in range(last + 2):
        for letter in _LETTERS:
            likely = at > 0 and (letter in _VOWELS or letter == word[at - 1])
            yield word[:at] + letter + word[at:], 1 if likely else 2 if at else 3, likely or 0 < at <= last
    for at in range(last + 1):
        inside = 0 < at < last
        price = 2 if inside or (at and word[at] in _BESIDE[word[at - 1]] + word[at - 1]) else 4 if at else 3
        doubled = at > 1 and inside and word[at] == word[at - 1]
        mends = last >= _LONG - 1 and (doubled or (inside and word[at] not in word[:1]))
        yield word[:at] + word[at + 1 :], 1 if doubled and mends else price, mends
        is_end = at == last - 1 and word[last] == "s"
        vowels = _VOWELS if inside and word[at] in _VOWELS and last >= _SHORTEST else ""
        for letter in _LETTERS:
            if letter != word[at] and (letter in vowels or letter in _BESIDE[word[at]]):
                mends = inside and not is_end and (letter in vowels or last >= _LONG - 1)
                yield word[:at] + letter + word[at + 1 :], 2 if at else 3, mends
