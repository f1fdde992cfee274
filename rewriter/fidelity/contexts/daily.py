"""What is denied of one day and told of another: "denies pain today, 5/10 Mon" as "pain 5/10 today, denied Monday".

A part of a sentence that says when, by a word of its own, tells or denies something of that day alone. Where such a
part has nothing but the day and the denial ("none today"), it speaks of what its sentence told before.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.contexts.redated import NO_THINGS, find_dated
from rewriter.fidelity.texts.aspects import DENIAL, denies
from rewriter.fidelity.texts.terms import Terms

_NO = frozenset("no not none never denies denied deny denying negative neg absent without 0 zero nil free gone".split())
_WITHHELD = frozenset("withheld held deferred skipped omitted postponed cancelled canceled".split())
_LEFT_OUT = frozenset({("left", "out"), ("put", "off"), ("called", "off"), ("passed", "over")})
# Of these a denial says only that it is as before: "not changed since eval".
_CHANGES = frozenset("change changes changed different difference better worse unch unchanged".split())


class Told(NamedTuple):
    """Words `first:last` that tell of today or of before whether the terms `about` were so or not."""

    first: int
    last: int
    is_today: bool
    is_denied: bool
    about: tuple[int, ...]
    is_withheld: bool  # told as not done without a denial: "deferred today"


def find_daily(terms: Terms) -> list[Told]:
    """Return what a text tells or denies of a day."""
    found = []
    low = terms.reading.words.low
    for first, last, is_today in find_dated(terms):
        about = _things(terms, first, last) or _things(terms, _begin(terms, first), first)
        words = low[first:last]
        if not _CHANGES.isdisjoint(words):
            continue
        is_denied = not _NO.isdisjoint(words) or any(word.endswith("n't") for word in words)
        if is_denied:
            about = [index for index in about if terms.bits[index] & DENIAL] or about
        if about:
            found.append(Told(first, last, is_today, is_denied, tuple(about), _is_withheld(words)))
    return found


def _begin(terms: Terms, first: int) -> int:
    """Return where the sentence begins that word `first` stands in; a semicolon parts none."""
    number = max(0, terms.sentence_at(first))
    sentences = terms.reading.sentences
    while number and terms.reading.words.low[sentences[number].first - 1] == ";":
        number -= 1
    return sentences[number].first


def _things(terms: Terms, first: int, last: int) -> list[int]:
    """Return the terms of words `first:last` that name what may be so or not; no people, days or measures."""
    here = terms.inside(first, last)
    return [
        index
        for index in here
        if terms.claims[index]
        and terms.kind(index) not in NO_THINGS
        and not any(key.startswith(("day:", "month:")) for key in terms.keys[index])
        and not denies([terms.reading.words.low[terms.place[index]]])
    ]


def find_exchanged(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) that tell of a day what the note denies of it, or deny what it tells."""
    given = find_daily(note)
    if not any(one.is_denied for one in given):
        return
    for told in find_daily(said):
        same = [one for one in given if one.is_today is told.is_today and _share(said, told, note, one)]
        if same and all(_contradict(one, told) for one in same):
            yield min(told.first, said.place[told.about[0]]), told.last


def _contradict(one: Told, other: Told) -> bool:
    """One is denied, and the other told as having been so; "withheld" denies as well as "not" does."""
    affirmed = other if one.is_denied else one
    return one.is_denied is not other.is_denied and not affirmed.is_withheld


def _is_withheld(words: Sequence[str]) -> bool:
    """It was not done: "held today", "the stairs were left out today"."""
    return not _WITHHELD.isdisjoint(words) or any(pair in _LEFT_OUT for pair in pairwise(words))


def is_kept_of_day(note: Terms, places: Sequence[int], said: Terms) -> bool:
    """What the note denies of a day at these places is denied of that day in the rewrite, whatever another day was."""
    meant = [one for one in find_daily(note) if one.is_denied and any(one.first <= at < one.last for at in places)]
    return bool(meant) and all(
        any(
            told.is_denied and told.is_today is one.is_today and _share(said, told, note, one)
            for told in find_daily(said)
        )
        for one in meant
    )


def _share(said: Terms, told: Told, note: Terms, meant: Told) -> bool:
    """At least half of what the one tells of is what the other tells of."""
    shared = {one for one in meant.about if not said.partners(note.keys[one]).isdisjoint(told.about)}
    return 2 * len(shared) >= len(meant.about)
