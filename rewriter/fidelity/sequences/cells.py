"""A text in cells: what stands between two marks or joints of a sentence, and the things that are told there.

A thing is a word, a figure, an amount, a cue, a person or a way. It has the keys by which the other text may tell it,
and a class: what is of one class is alike, so that the one may stand where the other stood.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rewriter.fidelity.related.parties import find_parties
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, PERSON, SIDE, Keys, Modifier
from rewriter.fidelity.texts.opposites import WAYS
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.once import once
from rewriter.punctuation import FULL_STOPS

_PARTING = (SPLITS - {":"}) | frozenset(
    "and then while whereas but next versus vs plus + & / though although compared against".split()
)
# Written onto a word these part nothing: "1+ edema", "+4 in", "20 s on/10 s off".
_TIGHT = frozenset({"+", "/"})
_COMPARED = frozenset({"versus", "vs"})
_JOINING = _COMPARED | {",", "and", "+", "&", "plus"}
# What leads in a phrase that belongs to what follows the comma: "In the dayroom, the patient read for 6 minutes".
_LEADING = frozenset("in on at with w/ for from using under during by within over through without among of".split())
# Of the ways that a thing may be, these are links too, and stand everywhere.
_LINKS = frozenset("with w/ using without w/out w/o on off after before".split())
_SWITCHED = frozenset({"on", "off"})  # "on at night", "off for bathing"
_NONE = frozenset("no not none nor never without w/o neither zero \u00d8".split())
_NOW, _THEN = frozenset("now new today current currently present".split()), frozenset("hx history prior old".split())
_TOLD = WAYS.keys() | _NONE | _NOW | _THEN
_BARE = frozenset({f"{FIGURE} number", f"{FIGURE} count"})
_ARTICLES = frozenset({"the", "a", "an", "one", "once"})  # "once the speed was slowed"
_PATIENT, _HELP, _ERA = "patient", "help", "era"
# What one thing may be as well as another; of the other kinds nobody can tell.
_CLASSES = {
    **dict.fromkeys(("activity", "task", "function", "treatment"), "deed"),
    **dict.fromkeys((LEVEL, CUE), _HELP),
    **{kind: kind for kind in ("part", "motion", "device", "position", "surface", "vision", "equipment", "measure")},
}
# An amount told as a manner, behind what was done: "30 seconds on their own".
_IN_WORDS = (
    *((("on", whose, "own"), "independent") for whose in ("his", "her", "their", "own")),
    *((("by", whom), "independent") for whom in ("himself", "herself", "themselves")),
    *((("without", what), "independent") for what in ("help", "assistance")),
    *(((who, where, "by"), "standby") for who in ("someone", "therapist") for where in ("standing", "close")),
)
_OPENING = frozenset(words[0] for words, _ in _IN_WORDS)


class Thing(NamedTuple):
    """What is told at words `first:last`, by its keys, and the number of its cell.

    `own` is the key of the word itself, without what else it may be told as; `alike` its class, "" for none.
    """

    first: int
    last: int
    keys: Keys
    own: str
    alike: str
    claims: bool
    cell: int


@once
def find_things(terms: Terms, modifiers: Sequence[Modifier]) -> list[Thing]:
    """Return the things of a text, cell by cell in order."""
    return place_things(terms, modifiers)


def place_things(
    terms: Terms, modifiers: Sequence[Modifier], others: Iterable[Thing] = (), *, strict: bool = False
) -> list[Thing]:
    """Return the things of a text, cell by cell in order; `others` take the place of those of the same words.

    Where it is `strict`, figures are listed only with those of their own family, and what is compared never.
    """
    named = dict(_named(terms, modifiers))
    for one in others:
        for at in range(one.first, one.last):
            named.pop(at, None)
        named[one.first] = one
    things: list[Thing] = []
    order, begin = sorted(named), 0
    for number, (_, last) in enumerate(_cells(terms, named, strict=strict)):
        end = bisect_left(order, last, begin)
        for at in order[begin:end]:
            here, behind, keys, own, alike, claims, _ = named[at]
            things.append(Thing(here, behind, keys, own, alike, claims, number))
        begin = end + (end < len(order) and order[end] == last)
    return things


def are_alike(one: str, other: str) -> bool:
    """Tell whether two classes are one: figures without a unit are like those with any, the patient like any person."""
    if one == other or not one or not other:
        return one == other != ""
    if one.startswith(FIGURE):
        return other.startswith(FIGURE) and not _BARE.isdisjoint((one, other))
    return {one, other} == {PERSON, _PATIENT}


@once
def _named(terms: Terms, modifiers: Sequence[Modifier]) -> dict[int, Thing]:
    """Return the things by the word that they begin at; what is told in several words takes the place of these."""
    found: dict[int, Thing] = {}
    columns = zip(terms.place, terms.named, terms.keys, terms.kinds, terms.claims, strict=True)
    for at, named, keys, kind, claims in columns:
        found[at] = Thing(at, at + 1, named, keys[0], _CLASSES.get(kind, ""), claims, 0)
    for one in _told(terms):
        beside = found[one.first].keys if one.first in found else frozenset[str]()
        found[one.first] = one._replace(keys=one.keys | beside) if one.alike != _HELP else one
    for one in (*_valued(terms, modifiers), *_persons(terms)):
        for at in range(one.first, one.last):
            found.pop(at, None)
        found[one.first] = one
    return found


def _told(terms: Terms) -> Iterator[Thing]:
    """Yield the words that tell one of two ways, that nothing is so, or then and now."""
    low = terms.reading.words.low
    for at in terms.reading.at_any(_TOLD):
        word = low[at]
        if word in WAYS and (word not in _LINKS or _is_switched(low, at)):
            own, alike = WAYS[word]
        elif word in _NONE:
            own, alike = "none", _HELP
        elif word in _NOW or word in _THEN:
            own, alike = "now" if word in _NOW else "then", _ERA
        else:
            continue
        yield Thing(at, at + 1, frozenset({own}), own, alike, True, 0)


def _is_switched(low: Sequence[str], at: int) -> bool:
    return low[at] in _SWITCHED and at + 1 < len(low) and low[at + 1] in _LEADING


def _valued(terms: Terms, modifiers: Sequence[Modifier]) -> Iterator[Thing]:
    """Yield the figures, amounts and cues; sides have nets of their own."""
    low = terms.reading.words.low
    values: dict[int, list[Modifier]] = defaultdict(list)
    for item in modifiers:
        if item.kind not in (SIDE, PERSON):
            values[item.first].append(item)
    for first, items in values.items():
        item = items[0]
        alike = f"{FIGURE} {item.family}" if item.kind == FIGURE else _CLASSES.get(item.kind, "")
        keys = frozenset(key for one in items for key in _keys_of(one))
        last = max(one.last for one in items)
        yield Thing(first, last, keys, min(keys), "" if low[first] in _ARTICLES else alike, True, 0)
    for at in terms.reading.at_any(_OPENING):
        for words, value in _IN_WORDS:
            if tuple(low[at : at + len(words)]) == words:
                key = f"{LEVEL}:{value}"
                yield Thing(at, at + len(words), frozenset({key}), key, _HELP, True, 0)


def _keys_of(item: Modifier) -> Iterator[str]:
    yield f"{item.kind}:{item.value}"
    if item.kind == FIGURE:
        yield f"{item.kind}:{item.figure}"


def _persons(terms: Terms) -> Iterator[Thing]:
    """Yield who is named; of the kin each is somebody else, an aide is any aide."""
    for party in find_parties(terms):
        own = f"{PERSON}:{party.role}"
        keys = {own} if party.group == "caregiver" else {own, f"{PERSON}:{party.group}"}
        alike = party.group if party.group == _PATIENT else PERSON
        yield Thing(party.first, party.last, frozenset(keys), own, alike, True, 0)


def _cells(terms: Terms, named: Mapping[int, Thing], *, strict: bool) -> Iterator[Words]:
    """Yield the cells of a text.

    "While" before a deed parts nothing ("cues while walking"), nor does the comma behind a phrase that leads in, nor
    what joins two things that are alike ("reacher and sock aid").
    """
    low, gap = terms.reading.words.low, terms.reading.words.gap
    ends = {thing.last: thing.alike for thing in named.values()}
    first, opens = 0, True
    for at in terms.reading.at_any(_PARTING):
        word = low[at]
        if word == "while" and "".join(low[at + 1 : at + 2]).endswith("ing"):
            continue
        if word in _TIGHT and "" in gap[at : at + 2]:
            continue
        if word == "," and opens and not terms.is_source and low[first] in _LEADING:
            opens = False
            if not _has_figure(named, first, at):
                continue
        behind = at + 1 + (low[at + 1 : at + 2] != [] and low[at + 1] in _ARTICLES)
        if word in _JOINING and at in ends and behind in named and not (strict and word in _COMPARED):
            one, other = ends[at], named[behind].alike
            if _are_listed(one, other) and (one == other or not (strict and one.startswith(FIGURE))):
                continue
        yield first, at
        first, opens = at + 1, word in FULL_STOPS
    yield first, len(low)


def _has_figure(named: Mapping[int, Thing], first: int, last: int) -> bool:
    return any(at in named and named[at].alike.startswith(FIGURE) for at in range(first, last))


def _are_listed(one: str, other: str) -> bool:
    """Two persons each do something of their own."""
    return PERSON not in (one, other) and are_alike(one, other)
