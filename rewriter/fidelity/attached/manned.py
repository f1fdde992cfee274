"""How many people helped: "max A x2" told as maximal assistance of one.

The number stands right behind the amount. One person goes without saying, so a number is held only against a number of
the same amount.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rewriter.fidelity.texts.modifiers import LEVEL, Modifier
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.quantities import NUMBER_WORDS

_JOINING = frozenset({"x", "+", "of", "from", "by", "with", "(", "assist", "assistance", "a"})
_PEOPLE = frozenset("person people persons helpers staff therapists caregivers aides clinicians assist".split())
_AFTER = frozenset("for to with and then at in on during while was were when w/ due d/t".split())
_MOST = 4
_REACH = 3


class Manned(NamedTuple):
    """An amount of assistance, how many people gave it, and the words of the number."""

    level: str
    people: int
    first: int
    last: int


def find_manned(terms: Terms, modifiers: Iterable[Modifier]) -> list[Manned]:
    """Return the amounts of assistance that say how many people gave it."""
    return [manned for manned, is_sure in _counts(terms, modifiers) if is_sure]


def _counts(terms: Terms, modifiers: Iterable[Modifier]) -> Iterator[tuple[Manned, bool]]:
    """Yield each amount with the count right behind it, and whether it can only be one of people.

    It may be one of what is named next: "mod A x2 laps", "mod A x1 knees blocked".
    """
    low = terms.reading.words.low
    for item in modifiers:
        if item.kind != LEVEL:
            continue
        at = item.last
        while at < min(len(low), item.last + _REACH) and low[at] in _JOINING:
            at += 1
        count = _count(low[at]) if at < len(low) else 0
        tight = at > item.last or (at < len(low) and low[at][0] == "x")
        named = not _PEOPLE.isdisjoint(low[at + 1 : at + 2])
        ended = not low[at + 1 : at + 2] or not low[at + 1][0].isalpha() or low[at + 1] in _AFTER
        if 0 < count <= _MOST and tight:
            yield Manned(item.value, count, item.first, at + 1), named or ended


def _count(word: str) -> int:
    digits = word.removeprefix("x")
    return int(digits) if digits.isdecimal() else NUMBER_WORDS.get(word, 0)


def find_miscounted_people(
    said: Terms, stated: Iterable[Modifier], note: Terms, asked: Iterable[Modifier]
) -> Iterator[Manned]:
    """Yield the amounts of the rewrite given by another number of people than the note has for them anywhere."""
    given: dict[str, set[int]] = defaultdict(set)
    counted = set()
    for manned, is_sure in _counts(note, asked):
        counted.add((manned.level, manned.people))
        if is_sure:
            given[manned.level].add(manned.people)
    for manned in find_manned(said, stated) if given else ():
        if given[manned.level] and (manned.level, manned.people) not in counted:
            yield manned
