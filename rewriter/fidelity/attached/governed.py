"""Told of another deed than the note's: a cue, help, a load or a distance that left the deed which governs it.

A part of a text stands between two marks or joints. What opens a statement, or is named as a deed, governs what stands
behind it, whether a lexicon knows it or not: "carry 40# 50 ft x4, 1 rest". In the note more than one deed may govern a
detail: those of a bare list before it, and the next. The rewrite must tell the detail with one of them. Where it tells
it with a deed of another part only, and the detail's own deed elsewhere without it, the detail was moved.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.texts.doses import find_doses
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, SIDE, Modifier
from rewriter.fidelity.texts.posture import POSTURES
from rewriter.fidelity.texts.terms import Terms
from rewriter.once import once
from rewriter.punctuation import SENTENCE_ENDS
from rewriter.reading.typed.items import DEEDS

_MARKS = frozenset({",", ";", "(", ")", "\u2014", "\u2013"})
_TURNS = frozenset({"while", "whereas", "but", "then", "followed", "plus", "next"})
_JOINING = frozenset({"and", "+", "&", "/"})
_PARTING = SENTENCE_ENDS | _MARKS | _TURNS
_PARTING_NOTES = _PARTING | _JOINING
# Behind these stands how, where or when it was done, not what.
_LEADING = frozenset(
    "with w/ w for to at on from using via by under in of over @ d/t during against after before when".split()
)
# A part with these tells of others too.
_POINTING = frozenset(
    "it this that which they them former latter overall session every everything respectively either so afterwards "
    "thereafter following".split()
)
# A deed behind these is another than the one told.
_APART = frozenset({"before", "after", "until", "prior", "since", "except", "without", "instead"})
# What stands behind these is what a cue or a deed was for: "verbal cues for sequencing".
_FOR = frozenset({"for", "to"})
_AHEAD = 5
_NO_THINGS = frozenset({"person", "link", "better", "worse", "same"})
_UNABLE = "deficit"  # "can't do the bus steps"
_CUES = frozenset({"cue", "cues"})  # bare, they name no technique
_TECHNIQUE = "technique"  # named as a cue is, but itself what was done: "slow rock", "contract-relax x5"
_GIVEN = ("load", "distance", "rate")  # figures of what a deed is done with; a count, time or score stands anywhere
# The other figures dose a deed. Only one whose value stands nowhere else is missed if told of another.
_COUNT, _DOSE = "count", "dose"
_DOSES = frozenset({CUE, LEVEL, FIGURE, _COUNT, _DOSE})
_MOVING = frozenset({CUE, LEVEL, FIGURE, _DOSE})
_UNNAMED = frozenset({"", _TECHNIQUE, "position", "device", "surface"})
_OPENERS = _UNNAMED | {"verb", "equipment"}
_MANY_HOMES = 4
_MOST = 150  # things: beyond that nobody can tell which is meant

Keys = frozenset[str]
Words = tuple[int, int]


class Thing(NamedTuple):
    """Words `first:last`, the keys of each of them, the kind of what they name, and whether it is of today's doing."""

    first: int
    last: int
    words: tuple[Keys, ...]
    kind: str
    today: bool


class Part(NamedTuple):
    """Words `first:last` between two marks, in a statement that it `opens` or not; `joined` to the part before.

    `heads` are the things that it opens with. They govern what follows if the part is `main`.
    """

    first: int
    last: int
    number: int
    statement: int
    opens: bool
    joined: bool
    things: tuple[Thing, ...]
    heads: tuple[Thing, ...]
    main: bool


class Moved(NamedTuple):
    """Words `first:last` of the rewrite, their kind, and the words of the note that tell the detail (`meant`)."""

    first: int
    last: int
    kind: str
    meant: Words


@dataclass(frozen=True)
class _Text:
    """A text in parts."""

    terms: Terms
    parts: Sequence[Part]

    @cached_property
    def things(self) -> list[Thing]:
        return [thing for part in self.parts for thing in part.things]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """The numbers of the things that have a key, by key."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, thing in enumerate(self.things):
            for keys in thing.words:
                for key in keys:
                    found[key].append(number)
        return dict(found)

    @cached_property
    def part_of(self) -> dict[Thing, Part]:
        return {thing: part for part in self.parts for thing in part.things}

    @cached_property
    def governing(self) -> frozenset[Thing]:
        return frozenset(head for part in self.parts if part.main for head in part.heads)

    @cached_property
    def _before(self) -> dict[Thing, Thing]:
        pairs = pairwise(self.things)
        return {
            two: one
            for one, two in pairs
            if one.last <= two.first and self.part_of[one].statement == self.part_of[two].statement
        }

    def before(self, thing: Thing) -> Thing | None:
        """Return what is told right before a thing in its statement."""
        return self._before.get(thing)

    @cached_property
    def _likest(self) -> dict[tuple[Keys, ...], list[Thing]]:
        return {}

    def like(self, thing: Thing) -> list[Thing]:
        """Return the things that have the most words of one of the other text."""
        if thing.words not in self._likest:
            counts: dict[int, int] = {}
            for keys in thing.words:
                for number in {number for key in keys for number in self._having.get(key, ())}:
                    counts[number] = counts.get(number, 0) + 1
            best = max(counts.values(), default=0)
            self._likest[thing.words] = [self.things[number] for number in sorted(counts) if counts[number] == best]
        return self._likest[thing.words]

    def governors(self, part: Part) -> list[Part]:
        """Return the parts that may govern what a part tells: itself, those before it, and the next.

        Before it the nearest with a deed is the last, unless that is joined to others or ends a bare list. A dose that
        stands by itself goes with the statement before: "reach to shelf 4/10. 3x10".
        """
        found, main, last = [part], part.main, part
        for before in reversed(self.parts[: part.number]):
            if before.statement != part.statement:
                break
            if main and not last.joined and (self._turns(last) or _is_dosed(before)):
                break
            found.append(before)
            main, last = main or before.main, before
        for after in self.parts[part.number + 1 :] if not part.main else ():
            if after.statement != part.statement:
                break
            if after.main or not after.joined:
                return [*found, after]
        if all(thing.kind in (_DOSE, _COUNT) for thing in part.things):
            above = [one for one in self.parts[: part.number] if one.statement == part.statement - 1]
            heads = [head for one in above for head in one.heads]
            named = [head for head in heads if head.kind in DEEDS] or heads  # "reach to shelf no hike": the reach
            if all(head.today for head in named) and all(head.kind != _UNABLE for head in heads):
                found += above
        return found

    def is_deed(self, head: Thing) -> bool:
        """Tell whether what governs was clearly done: a deed of a dosed statement, or what opens a dosed part."""
        part = self.part_of[head]
        if head.kind in DEEDS:
            return part.opens or any(_is_dosed(one) for one in self.parts if one.statement == part.statement)
        return part.opens and _is_dosed(part) and head.kind in _OPENERS

    def _turns(self, part: Part) -> bool:
        return self.terms.reading.words.low[part.first] in _TURNS


def _is_dosed(part: Part) -> bool:
    return any(thing.kind in _DOSES for thing in part.things)


def find_governed(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]) -> Iterator[Moved]:
    """Yield what the rewrite (`said`, its modifiers `stated`) tells of a deed that does not govern it in the note."""
    there = _Text(note, _parts(note, asked))
    if len(there.governing) < 2 or len(there.things) > _MOST:
        return
    techniques = frozenset().union(
        *(words for part in there.parts for head in part.heads if head.kind == _TECHNIQUE for words in head.words)
    )
    here = _Text(said, _parts(said, stated, _plain(techniques) - _CUES))
    if len(here.things) > _MOST:
        return
    told: dict[Thing, list[Thing]] = defaultdict(list)
    for part, thing in [(one, thing) for one in here.parts for thing in one.things]:
        if not _may_move(thing, here, there):
            continue
        homes = there.like(thing)
        governors = [one for home in homes for one in there.governors(there.part_of[home])]
        deed = _told_with(thing, part, here, there, governors)
        if deed is None:
            continue
        for one in here.things if not told else ():
            for other in there.like(one):
                told[other].append(one)
        if _is_parted(thing, homes, governors, here, told):
            span = min(thing.first, deed.first), max(thing.last, deed.last)
            yield Moved(*span, FIGURE if thing.kind == _DOSE else thing.kind, (homes[0].first, homes[0].last))


def _may_move(thing: Thing, here: _Text, there: _Text) -> bool:
    """It is told of today in both texts, governs nothing, and does not stand behind what it has before it there."""
    if thing.kind not in _MOVING or not thing.today:
        return False
    homes = there.like(thing)
    if not 0 < len(homes) <= _MANY_HOMES or not all(home.today for home in homes):
        return False
    if thing.kind == _DOSE and any(home.kind != _DOSE for home in homes):
        return False
    if not there.governing.isdisjoint(homes):
        return False
    before = here.before(thing)
    return before is None or not any(left in there.like(before) for left in map(there.before, homes))


def _told_with(thing: Thing, part: Part, here: _Text, there: _Text, governors: Sequence[Part]) -> Thing | None:
    """Return the deed that the rewrite tells a thing with, if no governor of the note stands there too.

    It stands in the thing's own part, or in the nearest before it in the statement.
    """
    statements = {one.statement for one in governors}
    for scope in reversed(here.parts[: part.number + 1]):
        if scope.statement != part.statement:
            return None
        if not _POINTING.isdisjoint(here.terms.reading.words.low[scope.first : scope.last]):
            return None
        deeds = []
        for other in scope.things:
            homes = there.like(other)
            heads = [home for home in homes if home in there.governing]
            if other is thing or not heads or here.terms.reading.words.low[other.first - 1] in _FOR:
                continue
            if any(there.part_of[head] in governors for head in heads):
                return None
            if any(home not in heads and there.part_of[home].statement in statements for home in homes):
                continue  # it may be a detail that came along
            if not _JOINING.isdisjoint(here.terms.reading.words.low[thing.last : other.first]):
                continue  # "right 58, left 66 cm and stance on foam": what is joined behind begins anew
            if _is_deed(other, heads, here, there):
                if len(heads) > 1:
                    return None  # told of two deeds, or of one twice
                deeds.append(other)
        if deeds:
            return min(deeds, key=lambda one: abs(one.first - thing.first))
    return None


def _is_deed(other: Thing, heads: Sequence[Thing], here: _Text, there: _Text) -> bool:
    is_posture = other.last - other.first == 1 and here.terms.reading.words.low[other.first] in POSTURES
    ahead = here.terms.reading.words.low[max(0, other.first - _AHEAD) : other.first]
    if is_posture or not _APART.isdisjoint(ahead) or not all(one.today for one in (other, *heads)):
        return False
    return other.kind in DEEDS | _UNNAMED and all(there.is_deed(head) for head in heads)


def _is_parted(
    thing: Thing,
    homes: Sequence[Thing],
    governors: Iterable[Part],
    here: _Text,
    told: dict[Thing, list[Thing]],
) -> bool:
    """The rewrite tells the thing's own deed too, and not beside it; a cue's in another statement.

    What two deeds of one statement are cued with may be told with either.
    """
    own = [one for part in governors if part.main for head in part.heads for one in told[head]]
    again = [one for home in homes for one in told[home]]
    for deed in own:
        place = here.part_of[deed]
        for one in again:
            other = here.part_of[one]
            if one is deed or place.statement != other.statement or (thing.kind == _DOSE and one is not thing):
                continue  # told of both, a dose is false of one
            if place is other or (one is not thing and abs(place.number - other.number) <= 1):
                return False
    statement = here.part_of[thing].statement
    return any(thing.kind != CUE or here.part_of[deed].statement != statement for deed in own)


def _plain(keys: Keys) -> Keys:
    """Return the keys that are words, no groups or concepts."""
    return frozenset(key for key in keys if key[0] not in "@=")


@once
def _parts(terms: Terms, modifiers: Sequence[Modifier], techniques: Keys = frozenset()) -> list[Part]:
    """Return the parts of a text that name things; `techniques` are the words of the note's that open something."""
    low = terms.reading.words.low
    things = _things(terms, modifiers, techniques)
    firsts = [thing.first for thing in things]
    whole = {at for item in modifiers for at in range(item.first + 1, item.last - 1)}
    whole |= {at for mention in terms.reading.mentions for at in range(mention.first + 1, mention.last - 1)}
    found: list[Part] = []
    start, statement, joined, opened = 0, 0, False, -1
    marks = terms.reading.at_any(_PARTING_NOTES if terms.is_source else _PARTING)
    for at in (*[at for at in marks if at not in whole], len(low)):
        word = low[at] if at < len(low) else "."
        joins = terms.is_source and word in _JOINING
        inside = tuple(things[bisect_left(firsts, start) : bisect_left(firsts, at)])
        if inside:
            opens = statement != opened
            heads = _heads(low, start, inside, opens)
            before = found[-1] if found and found[-1].statement == statement else None
            main = any(head.kind in DEEDS for head in heads)
            if joined and before is not None and not before.heads and not main:
                heads = ()  # "TC pelvis + quad tapping"
            main = main or (opens and bool(heads))
            found.append(Part(start, at, len(found), statement, opens, joined, inside, heads, main))
            opened = statement
        joined = joins
        start = at if word in _TURNS else at + 1
        statement += word in SENTENCE_ENDS
    return found


def _heads(low: Sequence[str], start: int, things: Sequence[Thing], opens: bool) -> tuple[Thing, ...]:
    """Return the things that a part opens with, up to a dose or a word that leads to a manner; a dose may lead."""
    first = start
    while len(things) > 1 and things[0].kind in (FIGURE, _COUNT, _DOSE) and (opens or things[1].kind in DEEDS):
        things = things[1:]
        first = things[0].first
    heads: list[Thing] = []
    for thing in things:
        led = not _LEADING.isdisjoint(low[first : thing.first])
        if thing.kind in _DOSES or (led and (heads or not opens)):
            break
        heads.append(thing)
        first = thing.last
    return tuple(heads)


def _things(terms: Terms, modifiers: Sequence[Modifier], techniques: Keys) -> list[Thing]:
    """Return what a text names, in order: the words of one name are one thing, a dose is told by its value."""
    dosed = [
        item
        for item in modifiers
        if item.kind in (LEVEL, FIGURE) or (item.kind == CUE and not _is_technique(terms, item, techniques))
    ]
    taken = {at for item in dosed for at in range(item.first, item.last)}
    taken.update(at for item in modifiers if item.kind == SIDE for at in range(item.first, item.last))
    named: dict[int, list[int]] = defaultdict(list)
    columns = zip(terms.mention, terms.claims, terms.kinds, terms.place, strict=True)
    for index, (mention, claims, kind, place) in enumerate(columns):
        if claims and kind not in _NO_THINGS and place not in taken:
            named[mention if mention >= 0 else -2 - index].append(index)
    found = set()
    for run in named.values():
        words = tuple([terms.named[index] for index in run])
        kind = terms.kind(run[0])
        today = not terms.bits[run[0]]
        span = terms.place[run[0]], terms.place[run[-1]] + 1
        found.add(Thing(*span, words, _TECHNIQUE if kind == CUE else kind, today))
    doses = find_doses(modifiers, source=terms.is_source, often=1 if terms.is_source else 2)
    for item in dosed:
        keys = frozenset({f"{item.family}:{item.value}"})
        kind = item.kind
        if kind == FIGURE and not item.family.startswith(_GIVEN):
            kind = _DOSE if (item.first, item.figure) in doses else _COUNT
        found.add(Thing(item.first, item.last, (keys,), kind, True))
    order = sorted(found, key=_place_of)
    if any(_place_of(one) == _place_of(two) for one, two in pairwise(order)):
        order.sort(key=lambda thing: (*_place_of(thing), [sorted(words) for words in thing.words]))
    return order


def _place_of(thing: Thing) -> tuple[int, int, str]:
    return thing.first, thing.last, thing.kind


def _is_technique(terms: Terms, item: Modifier, techniques: Keys) -> bool:
    """A name of a cue that does not say so: in the note "slow rock", in the rewrite what the note names so."""
    if terms.is_source:
        return not any(word.startswith("cue") for word in terms.reading.words.low[item.first : item.last])
    keys = frozenset().union(*(terms.keys[index] for index in terms.inside(item.first, item.last)))
    return not techniques.isdisjoint(_plain(keys))
