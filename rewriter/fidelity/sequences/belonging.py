"""Which of several like things a word belongs to: the nearest of its cell, or else of its sentence.

"25# x8, 35# x6": eight belongs to the 25 pounds, six to the 35. Sides, colours and "with" beside "without" are things
here too, and whoever "stood by" gave standby assistance.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate, combinations, groupby

from rewriter.english import DETERMINERS
from rewriter.fidelity.rewording.sided import ways_between
from rewriter.fidelity.sequences.cells import Thing, are_alike, place_things
from rewriter.fidelity.texts.bounds import parted
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, PERSON, SIDE, Modifier
from rewriter.fidelity.texts.terms import Terms
from rewriter.once import once
from rewriter.punctuation import FULL_STOPS, SENTENCE_ENDS
from rewriter.reading.mentions import COLOURS

COLOUR, PEOPLE = "colour", frozenset({PERSON, "patient"})
STANDBY = f"{LEVEL}:standby"
_NUMBER = f"{FIGURE} number"
_STANDING = frozenset({"stood", "standing", "stands"})
_TELLING = COLOURS | _STANDING | {"once"}
_WITH, _WITHOUT = frozenset({"with", "w/"}), frozenset({"without", "w/o", "no"})
_DETERMINERS = DETERMINERS | {"this", "my", "our"}
# Behind these somebody does something; behind any other word it is done to, with or by them.
_OPENING = frozenset(", ; : and then while whereas but which who when as after before + & / ( -".split())


class Belonging:
    """The things of a text, and which of those of one class each belongs to."""

    def __init__(self, terms: Terms, modifiers: Sequence[Modifier]) -> None:
        self.low = terms.reading.words.low
        self.things = place_things(terms, modifiers, _others(terms, modifiers), strict=True)
        self._stops = list(accumulate(map(SENTENCE_ENDS.__contains__, self.low), initial=0))
        self._ways = {at for way in ways_between(self.low, modifiers) for at in (way.first, way.goal)}
        self._sentences: dict[int, list[Thing]] = defaultdict(list)
        for thing in self.things:
            self._sentences[self._stops[thing.first]].append(thing)

    def sentence_of(self, thing: Thing) -> Sequence[Thing]:
        """Return all things of the sentence that a thing stands in."""
        return self._sentences[self._stops[thing.first]]

    def within_sentences(self, things: Iterable[Thing]) -> Iterator[tuple[Thing, Thing]]:
        """Yield each two of some things in order that stand in one sentence."""
        for _, together in groupby(things, lambda thing: self._stops[thing.first]):
            yield from combinations(together, 2)

    def together(self, one: Thing, other: Thing) -> bool:
        """Tell whether two things stand in one sentence."""
        return self._stops[one.first] == self._stops[other.first]

    def may_change(self, thing: Thing) -> bool:
        """Tell whether a thing has words of its own: no side of a way ("R->L"), of persons only who does something."""
        if thing.alike not in PEOPLE:
            return thing.first not in self._ways
        at = thing.first - 1
        while at >= 0 and self.low[at] in _DETERMINERS:
            at -= 1
        return at < 0 or self.low[at] in _OPENING or self.low[at] in FULL_STOPS

    def nearest(self, thing: Thing, values: Set[Thing]) -> Thing | None:
        """Return the value that a thing belongs to, if one is nearest."""
        found = []
        for value in self.sentence_of(thing):
            if value in values and value is not thing:
                gap = thing.first - value.last if value.first < thing.first else value.first - thing.last
                found.append(((value.cell != thing.cell, gap), value))
        least = min([far for far, _ in found], default=None)
        nearest = [value for far, value in found if far == least]
        return nearest[0] if len(nearest) == 1 else None


@once
def find_belonging(terms: Terms, modifiers: Sequence[Modifier]) -> Belonging:
    """Return the things of a text."""
    return Belonging(terms, modifiers)


def are_like(one: str, other: str) -> bool:
    """Tell whether two classes are one: a bare number may be of any family, no other figure of another's."""
    if one.startswith(FIGURE) and other.startswith(FIGURE):
        return one == other or _NUMBER in (one, other)
    return are_alike(one, other)


def _others(terms: Terms, modifiers: Sequence[Modifier]) -> Iterator[Thing]:
    low = terms.reading.words.low
    for item in modifiers:
        if item.kind == SIDE and item.value != "bilateral":
            yield _thing(item.first, item.last, f"{SIDE}:{item.value}", SIDE)
    for at in terms.reading.at_any(_TELLING):
        word = low[at]
        if word in COLOURS:
            yield _thing(at, at + 1, word, COLOUR)
        elif word == "once":
            yield _thing(at, at + 1, f"{FIGURE}:1", f"{FIGURE} count")
        elif word in _STANDING and low[at + 1 : at + 2] == ["by"]:
            yield _thing(at, at + 2, STANDBY, "help")
    for first, last in parted(terms.reading, SENTENCE_ENDS):
        if not _WITHOUT.isdisjoint(low[first:last]):
            yield from (_thing(at, at + 1, "with", "") for at in range(first, last) if low[at] in _WITH)


def _thing(first: int, last: int, key: str, alike: str) -> Thing:
    return Thing(first, last, frozenset({key}), key, alike, True, 0)
