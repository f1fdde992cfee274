"""Told with another deed of the same sentence: "tub transfer with bench, toilet transfer with grab bar" exchanged.

A part of a text is one thing done and what is told of it, up to the next thing done. What the note tells in one part
only, and the rewrite in a part whose deeds all stand in other parts of the note, was torn from its own deed. That deed
must be told in the rewrite too. Where either text only lists it behind several deeds, nobody can tell whose it is.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import begin_of, end_of, parted
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.posture import POSTURES
from rewriter.fidelity.texts.terms import Terms
from rewriter.once import once
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.typed.items import DEEDS

_JOINTS = frozenset({",", ":", "and", "then", "while", "whereas", "but", "(", "followed", "plus", "+", "&", "next"})
# A part with these tells of others too.
_POINTING = frozenset(
    "it this that these those both all each which same throughout they them former latter overall session every "
    "everything respectively either during goal so".split()
)
_NO_THINGS = frozenset({"person", "diagnosis", "link", "better", "worse", "same", "verb"})
_UNBOUND = DEEDS | {"vital", "measure"}
# What a deed is for is none that was done.
_PURPOSES = frozenset(
    "for to toward towards before after prior following pre post until of cannot can't unable not no".split()
)
_MANNER = frozenset("with w/ w + plus".split())
_CUES = frozenset("cue cues cued cueing cuing reminded reminder reminders told".split())
_HEADS = frozenset({"", "verb", "equipment", "device", "impairment", "symptom", "measure", "ability"})
_AS_MANNER = "manner"
_LEADING = frozenset("with using w/ w without given at against under".split())
# There are many of each; a visit lasts, too; a score is of what is rated, whatever was done.
_BARE = frozenset({"number", "ordinal", "count", "duration", "ratio"})
_MOST = 60  # parts: beyond that nobody can tell which is meant

Keys = frozenset[str]


class Thing(NamedTuple):
    """Words `first:last`, the keys of each of them, the kind of what they name, and whether that was done."""

    first: int
    last: int
    words: tuple[Keys, ...]
    kind: str
    done: bool


class Part(NamedTuple):
    """Words `first:last` about one thing done; `alone` in its sentence, `final` of several."""

    first: int
    last: int
    things: tuple[Thing, ...]
    alone: bool
    final: bool


class Uprooted(NamedTuple):
    """Words `first:last` of the rewrite, their kind, and the words of the note that they are told in (`meant`)."""

    first: int
    last: int
    kind: str
    meant: tuple[int, int]


class _Text:
    """A text in parts, and the parts that have a key."""

    def __init__(self, terms: Terms, modifiers: Sequence[Modifier], known: Keys = frozenset()) -> None:
        self.terms, self.low = terms, terms.reading.words.low
        self.parts = find_parts(terms, modifiers, known)
        self._having: dict[str, set[int]] = defaultdict(set)
        for number, part in enumerate(self.parts):
            for thing in part.things:
                for keys in thing.words:
                    for key in keys:
                        self._having[key].add(number)

    def homes(self, thing: Thing) -> frozenset[int]:
        """Return the parts that have most of the words of a thing."""
        counts: dict[int, int] = defaultdict(int)
        for keys in thing.words:
            for number in {number for key in keys for number in self._having.get(key, ())}:
                counts[number] += 1
        most = max(counts.values(), default=0)
        return frozenset(number for number, count in counts.items() if count == most)

    def binds(self, number: int, thing: Thing) -> bool:
        """Tell whether a thing belongs to the deed of its part clearly.

        It stands in the words of the deed, or behind them; but not behind a list of deeds. What no lexicon names may
        be a deed itself: it must stand in the words of one, and behind it.
        """
        part = self.parts[number]
        before = self.parts[number - 1] if number else part
        if not part.alone and before.last == part.first and all(other.kind in DEEDS for other in before.things):
            return False  # "bridges and step-ups with tactile cues"
        begin = next(deed.first for deed in part.things if deed.done)
        first = begin_of(self.low, thing.first, _JOINTS, part.first)
        last = end_of(self.low, thing.last, _JOINTS, part.last)
        if any(other.done and first <= other.first < last for other in part.things):
            return thing.first > begin or (self.low[first - 1] != "and" and bool(thing.kind))
        if not thing.kind:
            return False
        if thing.first < begin:
            return self.low[first] in _LEADING
        return part.alone or not part.final


def find_uprooted(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[Uprooted]:
    """Yield what the rewrite (`said`, its modifiers `stated`) tells with another deed than the note does."""
    there = _Text(note, asked)
    if not 1 < len(there.parts) < _MOST:
        return
    here = _Text(said, stated, _named([thing for part in there.parts for thing in part.things if thing.done]))
    for number, part in enumerate(here.parts):
        if not _POINTING.isdisjoint(here.low[part.first : part.last]):
            continue
        if all(thing.done or thing.kind in _UNBOUND for thing in part.things):
            continue
        homes = [(thing, there.homes(thing)) for thing in part.things]
        deeds = [(thing, found) for thing, found in homes if thing.done or thing.kind in DEEDS]
        if not all(found for _, found in deeds):
            continue
        done = [thing for thing, _ in deeds if thing.done]
        for thing, found in homes:
            if thing.done or thing.kind in _UNBOUND or len(found) != 1 or any(found & others for _, others in deeds):
                continue
            (home,) = found
            if thing.kind == FIGURE and _stands_again(thing, note):
                continue  # "35# x6, loses neutral at 35"
            own = there.parts[home]
            if any(own.first <= note.place[at] < own.last for at in note.partners(_named(done))):
                continue  # "walked backwards": a word that is no name of a deed tells it too
            meant = _own(there, home, thing)
            if meant is None or not there.binds(home, meant) or not here.binds(number, thing):
                continue
            deed_keys = _named(deed for deed in there.parts[home].things if deed.done)
            told = {said.place[at] for at in said.partners(deed_keys) if not said.bits[at]}
            if not told or any(part.first <= place < part.last for place in told):
                continue
            again = {said.place[at] for keys in thing.words for at in said.partners(keys)}
            if not all(part.first <= place < part.last for place in again):
                continue
            nearest = min(done, key=lambda deed: abs(deed.first - thing.first))
            span = min(thing.first, nearest.first), max(thing.last, nearest.last)
            yield Uprooted(*span, thing.kind, (meant.first, meant.last))


def _stands_again(thing: Thing, note: Terms) -> bool:
    """The note has the figure more than once, be it without its unit."""
    (key,) = next(iter(thing.words))
    return note.reading.words.low.count(key.partition(":")[2].partition(" ")[0]) > 1


def _named(deeds: Iterable[Thing]) -> Keys:
    """Return the keys by which any of the deeds is told, whole."""
    return frozenset().union(*(frozenset.intersection(*deed.words) for deed in deeds))


def _own(text: _Text, number: int, thing: Thing) -> Thing | None:
    """Return the thing of a part of the note that has a word of the thing; none for the deed itself."""
    keys = frozenset().union(*thing.words)
    found = [other for other in text.parts[number].things if any(not keys.isdisjoint(words) for words in other.words)]
    return found[0] if found and all(other.kind not in DEEDS for other in found) else None


@once
def find_parts(terms: Terms, modifiers: Sequence[Modifier], known: Keys = frozenset()) -> list[Part]:
    """Return the parts of a text that tell something done; `known` are keys of deeds of the other text."""
    low = terms.reading.words.low
    things = _things(terms, modifiers, known)
    if terms.is_source:
        things = list(_with_heads(things, terms))
    starts = [thing.first for thing in things]
    deeds = [thing.first for thing in things if thing.done]
    found = []
    for begin, end in parted(terms.reading, FULL_STOPS):
        spans, start = [], begin
        joints = [at for at in range(begin, end) if low[at] in _JOINTS]
        for at, after in pairwise([*joints, end]):
            if _any_in(deeds, start, at) and _any_in(deeds, at, after):
                spans.append((start, at))
                start = at
        spans.append((start, end))
        told = [span for span in spans if _any_in(deeds, *span)]
        for span in told:
            inside = tuple(things[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])
            found.append(Part(*span, inside, len(told) == 1, span == told[-1]))
    return found


def _with_heads(things: Sequence[Thing], terms: Terms) -> Iterator[Thing]:
    """Count the first thing of a statement that names no deed as one: "wrapped RL, 1 VC fig-8"."""
    starts = [thing.first for thing in things]
    for begin, end in parted(terms.reading, FULL_STOPS):
        inside = things[bisect_left(starts, begin) : bisect_left(starts, end)]
        if inside and inside[0].kind in _HEADS and not any(thing.done for thing in inside):
            inside = [inside[0]._replace(done=True), *inside[1:]]
        yield from inside


def _any_in(places: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last


def _things(terms: Terms, modifiers: Sequence[Modifier], known: Keys) -> list[Thing]:
    """Return what a text names, in order: the words of one name are one thing."""
    low = terms.reading.words.low
    found: list[Thing] = []
    named: dict[int, list[int]] = defaultdict(list)
    columns = zip(terms.mention, terms.claims, terms.kinds, terms.keys, strict=True)
    for index, (mention, claims, kind, keys) in enumerate(columns):
        if claims and (kind not in _NO_THINGS or not known.isdisjoint(keys)):
            named[mention if mention >= 0 else -2 - index].append(index)
    for run in named.values():
        words = tuple([terms.named[index] for index in run])
        first, last, kind = terms.place[run[0]], terms.place[run[-1]] + 1, terms.kind(run[0])
        if last - first == 1 and low[first] in POSTURES:
            kind, is_deed = "position", False
        else:
            is_deed = kind in DEEDS or not known.isdisjoint(frozenset.intersection(*words))
        if is_deed and _is_manner(terms, first):
            kind, is_deed = _AS_MANNER, False
        done = is_deed and not (terms.bits[run[0]] or (first and low[first - 1] in _PURPOSES))
        found.append(Thing(first, last, words, kind, done))
    for item in modifiers:
        if item.kind == LEVEL or (item.kind == FIGURE and item.family not in _BARE):
            told = frozenset({f"{item.kind}:{item.value}"})
            found.append(Thing(item.first, item.last, (told,), item.kind, False))
    return sorted(found)


def _is_manner(terms: Terms, first: int) -> bool:
    """A deed is told as how another was done: "tandem with head turns"; or as what a cue was for: "VC hip hinge"."""
    low = terms.reading.words.low
    while first and low[first - 1] not in FULL_STOPS and low[first - 1] not in _JOINTS - _MANNER:
        first -= 1
        if low[first] in _MANNER:
            return True
        if low[first] in _CUES:
            return True
    return False
