"""Today or before: what the note dates before the visit is told as of today, or what it saw today as of before.

Asked of parts of sentences that say when by a word of their own ("today", "last week", "Sat"), on both sides: where a
text does not say when, nothing is compared here.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.calendar import DAYS
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import VISITS, WEEKS
from rewriter.once import once
from rewriter.reading.context import PLANNED

_TODAY = frozenset({"today", "today's", "now", "currently", "presently"})
_VISIT = frozenset("visit session treatment tx appointment".split())
_THESE = frozenset("week wk month mo morning afternoon time".split())  # "this week"
DURING = frozenset({"during", "throughout", "within", "in"})
_BEFORE = frozenset(
    "yesterday yest ago previously formerly plof soc admission eval evaluation initially baseline".split()
)
_LAST = frozenset({"last", "previous", "prior", "past", "preceding", "earlier"})
_SPANS = WEEKS | VISITS | DAYS.keys() | {"time", "night", "weekend", "level", "function"}
_DATING = _TODAY | _VISIT | _THESE | _BEFORE | _LAST
_DAY = "day:"  # begins the key of a day of the week
NO_THINGS = frozenset({"measure", "vital", "person", "proper"})
_FEWEST = 2


class Part(NamedTuple):
    """A part of a sentence at words `first:last`, and whether it says that it was today."""

    first: int
    last: int
    is_today: bool


def find_redated(said: Terms, note: Terms, stated: Shelf, given: Shelf) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each dated part of the rewrite that tells what the note has at another time."""
    parts = find_dated(note)
    if not parts:
        return
    for part in find_dated(said):
        inside = [
            index
            for index, place in enumerate(said.place)
            if part.first <= place < part.last and said.claims[index] and said.kind(index) not in NO_THINGS
        ]
        if any(
            _stands_undated(note, parts, other.first, part.is_today)
            for item in stated.items
            if item.kind in (FIGURE, LEVEL) and part.first <= item.first < part.last
            for other in given.same(item)
        ):
            continue  # "bed mobility mod A last week, today min A": what was dated twice is named once
        known = [partners for index in inside if (partners := note.partners(said.keys[index]))]
        turned = [
            partners
            for partners in known
            if not any(_stands_undated(note, parts, note.place[one], part.is_today) for one in partners)
        ]
        if len(turned) >= _FEWEST and 2 * len(turned) > len(known):
            yield part.first, part.last  # with the word that says when


def _stands_undated(note: Terms, parts: Sequence[Part], place: int, is_today: bool) -> bool:
    """A word of the note stands in a part of the same time, in one that does not say when, or before one without it.

    Thus: "bladder accident last visit, none today" tells of accidents today too.
    """
    return not any(part.first <= place < part.last and part.is_today is not is_today for part in parts) or any(
        part.is_today is is_today
        and note.sentence_at(part.first) == note.sentence_at(place)
        and place < part.first
        and not _tells_things(note, part)
        for part in parts
    )


def _tells_things(note: Terms, part: Part) -> bool:
    """The part names anything but when it was, and that there was none."""
    low = note.reading.words.low
    words = [low[note.place[index]] for index in note.claiming(part.first, part.last)]
    return not (_DATING | {"none", "not", "same", "again"}).issuperset(words)


@once
def find_dated(terms: Terms) -> list[Part]:
    """Return the parts of a text that say when; those that say both times, or plan, are left out."""
    low = terms.reading.words.low
    found: dict[tuple[int, int], set[bool]] = {}
    days = {terms.place[one] for key, found in terms.by_key.items() if key.startswith(_DAY) for one in found}
    for at in (at for at, word in enumerate(low) if word in _DATING or at in days):
        when = _when(low, at, is_day=at in days)
        if when is not None:
            found.setdefault(part_around(terms, at, at + 1), set()).add(when)
    planned = {at for left, right, bit in terms.reading.scopes if bit & PLANNED for at in range(left, right)}
    return [
        Part(first, last, next(iter(whens)))
        for (first, last), whens in found.items()
        if len(whens) == 1 and planned.isdisjoint(range(first, last))
    ]


def _when(low: Sequence[str], at: int, *, is_day: bool) -> bool | None:
    """Return whether a word says today (True) or before (False), None where it says neither."""
    word = low[at]
    if word in _TODAY:
        return True
    if word in _VISIT:
        before = low[max(0, at - 2) : at]
        if before[-1:] == ["this"] or (before[-1:] == ["the"] and not DURING.isdisjoint(before[:-1])):
            return True
        return True if before[-1:] == ["during"] else None
    if word in _THESE and low[at - 1] == "this":
        return True
    if word in _BEFORE or (word in _LAST and low[at + 1 : at + 2] and low[at + 1] in _SPANS):
        return False
    return False if is_day and low[at - 1] not in ("next", "by", "this") else None
