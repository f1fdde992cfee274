"""A word of two words told apart or two told as one, where an aid is held, who is on hand, and one half of a sum.

"Pillbox" is a box of pills; a cane in the left hand is a cane held on the left; "3 forward, 3 back" of six minutes is
half and half. Each is judged where it stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from rewriter.body import SIDES
from rewriter.fidelity.texts.posture import AIDS
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.once import once
from rewriter.paraphrase import stem
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.shorthand.spelling import english

_SHORTEST_PART, _LONGEST_ENDING = 3, 6
# As a part of a word these are no thing that a sentence could name apart.
_PARTICLES = frozenset("out over under off back down with side any some every self non pre post for the and".split())
_UP_AND_DOWN = frozenset({"sit", "stand"})
_SWAPPED = frozenset({"<->", "\u2194", "<>"})
_RISING = frozenset("getting get gets got standing stand stands stood rising rise rises rose coming came".split())
_HELD_REACH, _SUM_REACH = 6, 12

Texts = Sequence[Terms]


def is_told_apart(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a word of a note is told by its parts, or by the side of what a hand holds."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] == "hand" and low[at - 1] in SIDES and _is_aid_near(low, at):
        return any(_is_aid_on(terms.reading.words.low, low[at - 1]) for terms in texts)
    if low[at] in _UP_AND_DOWN and not _SWAPPED.isdisjoint(low[max(0, at - 1) : at + 2]):
        return any(_goes_up_and_down(terms.reading.words.low) for terms in texts)
    pairs = list(_pairs(low, at - 1, at))
    if any(
        _are_joined(pair, word)
        for pair in pairs
        for terms in texts
        for word in _by_opening(terms).get(_opening(pair), ())
    ):
        return True
    return any(
        not sentence.isdisjoint((stem(left), left)) and not sentence.isdisjoint((stem(right), right))
        for left, right in _parts(low[at])
        for terms in texts
        for sentence in _sentences(terms)
    )


def is_apart(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a word of a rewrite is part of a word of the texts, who is at hand, or half of a sum."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] == "hand":
        return low[at - 1] in ("on", "at") and _is_person(one, at - 1)
    if low[at] == "half":
        return any(_has_halves(terms) for terms in texts)
    if any(_are_joined(pair, low[at]) for terms in texts for pair in _pairs_of(terms).get(_opening(low[at]), ())):
        return True
    if any(_is_hyphenated(one, at, terms) for terms in texts):
        return True
    word = low[at].removesuffix("s")
    if len(word) < _SHORTEST_PART or one.sentence[index] < 0:
        return False
    here: Set[str] | None = None
    for whole in (whole for terms in texts for whole in _wholes(terms).get(word, ())):
        rest = whole.removeprefix(word) if whole.startswith(word) else whole.removesuffix(word)
        if (word, rest) not in _parts(whole) and (rest, word) not in _parts(whole):
            continue
        if here is None:
            span = one.reading.sentences[one.sentence[index]]
            here = {stem(near) for near in low[span.first : span.last]}
        if stem(rest) in here:
            return True
    return False


def _is_hyphenated(one: Terms, at: int, terms: Terms) -> bool:
    """Half of a word with a hyphen that the other text has without: "push-ups" for "pushups"."""
    low, gap = one.reading.words.low, one.reading.words.gap
    pairs = [low[last - 1] + low[last] for last in (at, at + 1) if 0 < last < len(low) and gap[last] == "-"]
    return any(pair.removesuffix("s") == word.removesuffix("s") for pair in pairs for word in terms.written)


def _opening(word: str) -> str:
    """Return the letters that whatever is joined has in common."""
    return word[: 2 * _SHORTEST_PART]


@once
def _by_opening(terms: Terms) -> dict[str, list[str]]:
    """Return the words of a text by how they open."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in terms.written:
        found[_opening(word)].append(word)
    return dict(found)


@once
def _pairs_of(terms: Terms) -> dict[str, list[str]]:
    """Return the pairs of neighbouring words of a text, written as one, by how they open."""
    low = terms.reading.words.low
    found: dict[str, list[str]] = defaultdict(list)
    for pair in _pairs(low, 0, len(low) - 2):
        found[_opening(pair)].append(pair)
    return dict(found)


def _pairs(low: Sequence[str], first: int, last: int) -> Iterator[str]:
    """Yield the pairs of neighbouring words, written as one, that begin at the words from `first` to `last`."""
    for at in range(max(0, first), min(last + 1, len(low) - 1)):
        behind = at + 1 + (low[at + 1] == "-")
        if behind < len(low) and low[at].isalpha() and low[behind].isalpha():
            yield low[at] + low[behind]


def _are_joined(pair: str, word: str) -> bool:
    """Thus: "clean up" and the "cleanup", "sub max" and "submaximally"."""
    return len(pair) >= 2 * _SHORTEST_PART and word.startswith(pair) and len(word) - len(pair) <= _LONGEST_ENDING


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[tuple[str, str], ...]:
    """Return the two English words that a word is made of: "pillbox" of a pill and a box."""
    if len(word) < 2 * _SHORTEST_PART or not word.isalpha():
        return ()
    known = english()
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    pairs = ((word[:cut], word[cut:]) for cut in cuts)
    return tuple(pair for pair in pairs if pair[0] in known and pair[1] in known and _PARTICLES.isdisjoint(pair))


@once
def _sentences(terms: Terms) -> list[Set[str]]:
    low = terms.reading.words.low
    return [{stem(word) for word in low[span.first : span.last]} for span in terms.reading.sentences]


@once
def _wholes(terms: Terms) -> dict[str, set[str]]:
    """Return the words of a text that are made of two, by either."""
    found: dict[str, set[str]] = defaultdict(set)
    for whole in terms.reading.places:
        for pair in _parts(whole):
            for part in pair:
                found[part].add(whole)
    return dict(found)


def _is_aid_near(low: Sequence[str], at: int) -> bool:
    """Thus: "SPC L hand 150 ft"."""
    return any(word in AIDS for word in low[max(0, at - _HELD_REACH) : at])


def _is_aid_on(low: Sequence[str], side: str) -> bool:
    """Thus: "a cane held on the left", "cane, left"; the side is compared on its own."""
    for at, word in enumerate(low):
        if word in AIDS:
            ahead = low[at + 1 : at + _HELD_REACH]
            end = next((place for place, near in enumerate(ahead) if near in SPLITS), len(ahead))
            if side in ahead[:end] or low[at - 1] == side:
                return True
    return False


def _goes_up_and_down(low: Sequence[str]) -> bool:
    """Thus: "getting up from a bench and back down" for "sit<->stand"."""
    return any(
        word in _RISING and low[at + 1 : at + 2] == ["up"] and "down" in low[at + 2 : at + 2 + _HELD_REACH]
        for at, word in enumerate(low)
    )


def _is_person(terms: Terms, at: int) -> bool:
    """Somebody is named right before a word: "with an interpreter (#12) on hand"."""
    near = [terms.reading.mentions[one] for one in terms.reading.between(max(0, at - _HELD_REACH), at)]
    return any(one.sense.kind == "person" for one in near)


def _has_halves(terms: Terms) -> bool:
    """A sentence tells a sum and both its halves: "6 min, 3 forward / 3 back"."""
    low = terms.reading.words.low
    figures = [(at, NUMBER_WORDS.get(word, word)) for at, word in enumerate(low) if _is_whole(word)]
    values = [(at, int(value)) for at, value in figures]
    return any(
        first == second > 1
        and place - at <= _HELD_REACH
        and any(whole == 2 * first and 0 < at - spot <= _SUM_REACH for spot, whole in values)
        for (at, first), (place, second) in pairwise(values)
    )


def _is_whole(word: str) -> bool:
    return word.isdecimal() or word in NUMBER_WORDS
