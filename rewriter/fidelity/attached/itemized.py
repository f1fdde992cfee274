"""Told with another item of a list: "tandem, SLS 30 s, marching on foam" as "tandem on foam, SLS and marching".

In a list each thing done has its own posture, surface, vision or dose beside it. A condition that the rewrite tells in
an item of other things only, while it lists the condition's own thing without it, has gone from the one to the other;
what is told of all stands in an item of its own, before or behind them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import Words, stretches
from rewriter.fidelity.texts.doses import find_doses
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.posture import PADS, POSTURES
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.once import once
from rewriter.reading.typed.items import DEEDS

_JOINTS = SPLITS | {"and", "then", "followed", "together", "plus", "+", "&", "while", "-"}
# What a dose behind these doses is all that they join: "wobble board + step overs 15 min".
_JOINED = frozenset({"and", "+", "&", "/"})
_CONDITIONS = frozenset({"position", "surface", "vision"})
_NO_DEEDS = frozenset({"person", "link", "verb", "better", "worse", "same", "treatment"})
_ALONE = frozenset({"only", "alone", "just"})
# An item with these tells of others too.
_POINTING = frozenset("it this that these those both all each which same throughout they them while during".split())
_MOST = 80  # items: beyond that nobody can tell which is meant


class _Condition(NamedTuple):
    """Words `first:last` that tell how or how often, with the keys of it."""

    first: int
    last: int
    keys: frozenset[str]


class _Item(NamedTuple):
    """Words `first:last` between two joints, the sentence, the terms of what is done and its conditions."""

    first: int
    last: int
    sentence: int
    deeds: tuple[int, ...]
    conditions: tuple[_Condition, ...]


def find_misitemized(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier]
) -> Iterator[Words]:
    """Yield the words (first, last) that tell a condition with another thing of a list than the note does."""
    there, here = _items(note, asked), _items(said, stated)
    if not (1 < len(there) < _MOST and len(here) < _MOST):
        return
    for item in here:
        words = said.reading.words.low[item.first : item.last]
        if (
            not item.deeds
            or not _POINTING.isdisjoint(words)
            or said.reading.words.low[item.last : item.last + 1] == [":"]
        ):
            continue  # what stands before a list is told of all of it
        homes = [_holding(note, there, said.keys[deed]) for deed in item.deeds]
        if not all(homes):
            continue
        for condition in item.conditions:
            own = [one for one in there if any(condition.keys & other.keys for other in one.conditions)]
            again = [one for one in here if any(condition.keys & other.keys for other in one.conditions)]
            if len(own) != 1 or again != [item] or any(own[0] in found for found in homes):
                continue
            if any(one.sentence != own[0].sentence for found in homes for one in found):
                continue
            if not (_names_deed(said, item) and _names_deed(note, own[0])):
                continue  # a finding is told with any posture it was seen in
            if _is_of_all(note, own[0], condition) or not _is_left(said, here, item, note, own[0]):
                continue
            places = [said.place[deed] for deed in item.deeds]
            yield min(condition.first, *places), max(condition.last, *(place + 1 for place in places))


@once
def _items(terms: Terms, modifiers: Sequence[Modifier]) -> list[_Item]:
    """Return what a text tells between its joints."""
    doses = find_doses(modifiers, source=terms.is_source)
    conditions = [
        _Condition(item.first, item.last, frozenset({f"{item.family}:{item.value}"}))
        for item in modifiers
        if (item.first, item.figure) in doses
    ]
    how = {index for index in range(len(terms.place)) if terms.claims[index] and _is_condition(terms, index)}
    conditions += [_Condition(terms.place[index], terms.place[index] + 1, terms.named[index]) for index in how]
    found = []
    for first, last in stretches(terms.reading.words.low, _JOINTS):
        inside = terms.claiming(first, last)
        if inside:
            deeds = [at for at in inside if at not in how and _is_deed(terms, at)]
            told = [one for one in conditions if first <= one.first < last]
            found.append(_Item(first, last, terms.sentence_at(first), tuple(deeds), tuple(told)))
    return found


def _is_deed(terms: Terms, index: int) -> bool:
    """A cue only tells how; a technique named as one was done."""
    kind = terms.kind(index)
    if not kind and terms.reading.words.low[terms.place[index]] in _ALONE:
        return False
    technique = kind == "cue" and terms.reading.mentions[terms.mention[index]].sense.group == "technique"
    return technique or (kind != "cue" and kind not in _NO_DEEDS)


def _names_deed(terms: Terms, item: _Item) -> bool:
    """Something that was done is named there: "ball kicks", "rhythmic stabilization"."""
    return any(terms.kind(at) in DEEDS or terms.kind(at) == "cue" for at in item.deeds)


def _is_condition(terms: Terms, index: int) -> bool:
    return terms.kind(index) in _CONDITIONS or terms.reading.words.low[terms.place[index]] in POSTURES | PADS


def _holding(note: Terms, items: Sequence[_Item], keys: Sequence[str]) -> list[_Item]:
    """Return the items of the note that tell something by any of the keys."""
    places = [note.place[at] for at in note.partners(keys)]
    return [item for item in items if any(item.first <= place < item.last for place in places)]


def _is_of_all(note: Terms, own: _Item, condition: _Condition) -> bool:
    """A dose behind what is joined to the thing before is of both."""
    dosed = all(":" in key for key in condition.keys)
    return dosed and own.first > 0 and note.reading.words.low[own.first - 1] in _JOINED


def _is_left(said: Terms, here: Sequence[_Item], item: _Item, note: Terms, own: _Item) -> bool:
    """The rewrite tells the condition's own thing in another item of the same sentence, and all of it there."""
    told = [said.partners(note.keys[deed]) for deed in own.deeds]
    others = [one for one in here if one is not item and one.sentence == item.sentence]
    return bool(told) and any(all(found & set(one.deeds) for found in told) for one in others)
