"""Told with another thing: a cue, an amount, a device, a posture or a finding that left the statement it stands in.

A statement is what stands between two full marks. The words that only one statement of the note has are its own. What
the rewrite tells among own words of another statement, and without any of the statement that the note has it in, has
strayed; but only where the rewrite tells that statement too, elsewhere and without it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.texts.doses import find_doses
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.mentions import TASKS

_JOINTS = frozenset(
    {",", "and", "then", "while", "whereas", "(", ")", "+", "with", "w/", "w", "&", ":", "during", "when"}
)
# A statement with these tells of others too, or what for.
_POINTING = frozenset(
    "it this that these those both all which same throughout they them each session overall every everything "
    "limit limits limiting affects affecting target targets targeting address addresses addressing".split()
)
_NAMED = frozenset({"device", "equipment", "cue", "position", "vision", "surface"})
_NO_THINGS = frozenset({"person", "cue", "treatment", "link", "better", "worse", "same"})
# What the patient has is told where it fits: with the diagnosis first, or with the deed that showed it.
_UNBOUND = frozenset({"diagnosis", "impairment", "symptom", "ability", "measure", "vital"})
_NO_HOME = frozenset({"verb"})  # "dropped", "held" stand with many things
_NOT_MOVED = TASKS | _NO_THINGS | _NO_HOME | _UNBOUND
_LOADS = "load"
_DOSE = "dose:"
_FEWEST = 2
_MOST = 120  # statements: beyond that nobody can tell which is meant

Words = tuple[int, int]


class Strayed(NamedTuple):
    """Words `first:last` of the rewrite, their kind, and the words of the note that they are told in (`meant`)."""

    first: int
    last: int
    kind: str
    meant: Words


class _Thing(NamedTuple):
    """A word that names something, or a dose: where it begins, its keys and the kind of what it names."""

    place: int
    keys: tuple[str, ...]
    kind: str


class _Text(NamedTuple):
    """A text in statements: where each begins, for each key the statements that have it, and the words of deeds."""

    terms: Terms
    firsts: list[int]
    having: dict[str, set[int]]  # those that were asked for
    deeds: frozenset[int]
    doses: list[_Thing]
    things: dict[int, list[_Thing]]  # by statement

    def at(self, word: int) -> int:
        return bisect_right(self.firsts, word) - 1

    def statements(self, key: str) -> set[int]:
        """Return the statements that have a key."""
        if key not in self.having:
            terms = self.terms
            self.having[key] = {self.at(terms.place[at]) for at in terms.by_key.get(key, ()) if terms.claims[at]}
        return self.having[key]

    def words(self, number: int) -> Words:
        end = self.firsts[number + 1] if number + 1 < len(self.firsts) else len(self.terms.reading.words.low)
        return self.firsts[number], end

    def told(self, number: int, without: Words) -> list[_Thing]:
        """Return what a statement names, and its doses, without the words given."""
        left, right = without
        return [one for one in self.things.get(number, ()) if not left <= one.place < right]


def find_strayed(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> Iterator[Strayed]:
    """Yield what the rewrite (`said`, its modifiers `stated`) tells with another statement than the note does."""
    there = _text(note, asked.items)
    if not 1 < len(there.firsts) < _MOST:
        return
    here = _text(said, stated.items)
    if len(here.firsts) > _MOST:
        return
    doses = {one.keys[0]: one.place for one in here.doses}
    for item in stated.items:
        is_dose = doses.get(f"{_DOSE}{item.figure}") == item.first
        if is_dose:
            meant = [(one.place, one.place + 1) for one in there.doses if one.keys[0] == f"{_DOSE}{item.figure}"]
            if any(_tells_of(here, here.at(item.first), there, there.at(first)) for first, _ in meant):
                continue
        elif item.kind in (CUE, LEVEL) or item.family.startswith(_LOADS):
            meant = [_phrase(there, one.first, one.last) for one in asked.same(item)]
        else:
            continue
        if (item.kind == CUE or is_dose) and not all(_has_deed(there, first) for first, _ in meant):
            continue  # "Gait 50 ft. VC for posture + pacing": it says what for, not with what
        strayed = _strayed(here, there, _phrase(here, item.first, item.last), meant)
        if strayed is not None:
            yield _with(strayed, item.first, item.last, item.kind)
    taken = {at for one in stated.items for at in range(one.first, one.last)}
    for run in _runs(said, taken):
        first, last = said.place[run[0]], said.place[run[-1]] + 1
        kind = said.kind(run[0])
        places = set.intersection(*({there.at(note.place[i]) for i in note.partners(said.keys[at])} for at in run))
        if len(places) != 1 or (len(run) < _FEWEST and kind not in _NAMED):
            continue
        home = places.pop()
        if any(one.kind == "diagnosis" for one in there.told(home, (0, 0))):
            continue  # "R TTA, prosthesis 3rd wk": what the patient has, too
        meant = [_whole(note, i) for i in sorted(note.partners(said.keys[run[0]])) if there.at(note.place[i]) == home]
        held = [i for at in run for i in note.partners(said.keys[at]) if there.at(note.place[i]) == home]
        span = min(note.place[i] for i in held), max(note.place[i] for i in held) + 1
        strayed = _strayed(here, there, (first, last), [span])
        if strayed is not None and (kind in _NAMED or not here.deeds.isdisjoint(strayed[1])):
            yield _with(strayed, first, last, kind)


def _runs(said: Terms, taken: set[int]) -> Iterator[list[int]]:
    """Yield the claims of a text that are no deeds, those together that follow at once."""
    run: list[int] = []
    for at, place in enumerate(said.place):
        fits = said.claims[at] and place not in taken and said.kind(at) not in _NOT_MOVED
        if run and (not fits or place > said.place[run[-1]] + 1 or said.kind(at) != said.kind(run[-1])):
            yield run
            run = []
        if fits:
            run.append(at)
    if run:
        yield run


def _text(terms: Terms, modifiers: Sequence[Modifier]) -> _Text:
    low = terms.reading.words.low
    deeds = frozenset([place for place, kind in zip(terms.place, terms.kinds, strict=True) if kind in TASKS])
    firsts = [0]
    stops = terms.reading.at_any(FULL_STOPS)
    for at, end in pairwise([*stops, len(low)]):
        if low[at] != ";" or not deeds.isdisjoint(range(at + 1, end)):
            firsts.append(at + 1)  # "x3: 40 s, 35 s; min A, mod A" is one statement
    once = find_doses(modifiers, source=terms.is_source)
    doses = [
        _Thing(one.first, (f"{_DOSE}{one.figure}",), FIGURE) for one in modifiers if (one.first, one.figure) in once
    ]
    having: dict[str, set[int]] = defaultdict(set)
    for one in doses:
        having[one.keys[0]].add(bisect_right(firsts, one.place) - 1)
    columns = zip(terms.place, terms.keys, terms.kinds, terms.claims, strict=True)
    cues = {place - 1 for place, kind in zip(terms.place, terms.kinds, strict=True) if kind == "cue"}  # with its word
    things = defaultdict(list)
    for one in doses:
        things[bisect_right(firsts, one.place) - 1].append(one)
    for place, keys, kind, claims in columns:
        if claims and kind not in _NO_THINGS and place not in cues:
            things[bisect_right(firsts, place) - 1].append(_Thing(place, keys, kind))
    return _Text(terms, firsts, having, deeds, doses, things)


def _tells_of(here: _Text, number: int, there: _Text, home: int) -> bool:
    """Some word of the rewrite's statement, whatever it names, stands in that of the note too."""
    terms = here.terms
    return any(home in _statements(there, terms.keys[at]) for at in terms.claiming(*here.words(number)))


def _whole(terms: Terms, index: int) -> Words:
    mention, place = terms.mention[index], terms.place[index]
    return terms.reading.mentions[mention][1:3] if mention >= 0 else (place, place + 1)


def _has_deed(text: _Text, word: int) -> bool:
    return not text.deeds.isdisjoint(range(*text.words(text.at(word))))


def _phrase(text: _Text, first: int, last: int) -> Words:
    """Return a cue or an amount with what it was given at or for: "TC low trap"; a deed is no part of it."""
    low, deeds = text.terms.reading.words.low, text.deeds
    while last < len(low) and low[last] not in FULL_STOPS and low[last] not in _JOINTS and last not in deeds:
        last += 1
    while first and low[first - 1] not in FULL_STOPS and low[first - 1] not in _JOINTS and first - 1 not in deeds:
        first -= 1
    return first, last


def _with(found: tuple[Words, list[int]], first: int, last: int, kind: str) -> Strayed:
    """Show what strayed up to the nearest of the words that it is told with."""
    meant, others = found
    nearest = min(others, key=lambda place: max(first - place, place - last))
    return Strayed(min(first, nearest), max(last, nearest + 1), kind, meant)


def _strayed(here: _Text, there: _Text, words: Words, meant: Sequence[Words]) -> tuple[Words, list[int]] | None:
    """Return the first of the words of the note that are `meant`, if the rewrite tells them in another statement.

    With it the places of the rewrite's words that belong to the other statement.
    """
    number = here.at(words[0])
    begin, end = here.words(number)
    if not meant or not _POINTING.isdisjoint(here.terms.reading.words.low[begin:end]):
        return None
    homes = {there.at(first) for first, _ in meant}
    around = [one for place in meant for one in there.told(there.at(place[0]), place)]
    own = [one for one in around if one.kind not in _NO_HOME and _own(there, one.keys, homes)]
    if not own:
        return None
    told = here.told(number, words)
    others: dict[int, list[_Thing]] = defaultdict(list)
    for one in told:
        found = _statements(there, one.keys)
        if found & homes:
            return None
        if one.kind not in _NO_HOME:
            for other in found & _done(there, one.keys):
                others[other].append(one)
    best = max(others.values(), key=len, default=[])
    if len(best) < _FEWEST and not any(one.kind in TASKS for one in best):
        return None
    placed = [_statements(here, one.keys) for one in own]
    if any(found and number not in found for found in placed) or (len(best) >= _FEWEST and not any(placed)):
        return meant[0], [one.place for one in best]
    return None


def _done(text: _Text, keys: Sequence[str]) -> set[int]:
    """Return the statements that tell any of the keys as done today: no goal, plan or past."""
    terms = text.terms
    doses = {text.at(one.place) for one in text.doses if one.keys == keys}
    return doses | {text.at(terms.place[at]) for at in terms.partners(keys) if not terms.bits[at]}


def _own(text: _Text, keys: Iterable[str], homes: set[int]) -> bool:
    return homes.issuperset(_statements(text, keys))


def _statements(text: _Text, keys: Iterable[str]) -> set[int]:
    return {number for key in keys for number in text.statements(key)}
