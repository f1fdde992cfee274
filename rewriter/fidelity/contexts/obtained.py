"""What was only talked of, asked for or ordered, told as had or done: "needs ramp" as "a ramp is in place".

A thing or a service goes from being needed or discussed over being asked for to being ordered, and is had in the end.
Where the note's clause says how far it is, and the rewrite tells it as further on, somebody is told to have done what
nobody did.
"""

from collections.abc import Iterator, Sequence

from rewriter.english import BE, HAVE
from rewriter.fidelity.contexts.coming import is_done_word
from rewriter.fidelity.texts.aspects import PLANNING, denies
from rewriter.fidelity.texts.bounds import Words, around, end_of
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roundabout import is_due
from rewriter.fidelity.texts.terms import SPLITS, Terms

_TALKED = frozenset(
    "discussed discuss consider considered considering suggested suggest mentioned explored needs need lacks wants "
    "want interested offered declined".split()
)
_ASKED = frozenset("asked requested recommended recommend referred proposed advised rec recs submitted applied".split())
_ORDERED = frozenset("ordered scheduled planned booked due pending awaiting awaits arranged backordered".split())
_TO_GET = frozenset("order buy purchase get obtain install request rent borrow".split())
_HAD = frozenset(
    "completed done performed provided given received obtained installed delivered issued fitted conducted supplied "
    "arrived built purchased bought placed refilled".split()
)
_HELD = (("in", "place"), ("took", "place"), ("taken", "place"), ("carried", "out"), ("was", "held"))
# How far each goes; a word of one stage is never compared with one of its own.
_STAGES = (_TALKED, _ASKED, _ORDERED)
_EARLY = _TO_GET.union(*_STAGES)
_NAMED = frozenset("order orders request referral recommendation".split())  # "an order has been placed"
_BEING = BE | HAVE
# "Due to", "needs cues", "asked pt to stand" say something else.
_TO = frozenset({"to", "for", "about", "if", "whether", "how", "why", "what"})
_HELP = frozenset({"level", "cue", "assist", "symptom", "impairment"})
_REACH, _LEADING = 6, 3


def find_obtained(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that tell as had or done, or as ordered, what the note has at an earlier stage."""
    for at, word in enumerate(note.reading.words.low):
        if word not in _EARLY:
            continue
        stage = next((number for number, words in enumerate(_STAGES) if word in words), None)
        if stage is None and note.reading.words.low[at - 1 : at + 1] == ["on", "order"]:
            stage = len(_STAGES) - 1
        if stage is None and word in _TO_GET and note.reading.words.low[at - 1 : at] == ["to"]:
            stage = _STAGES.index(_ASKED)  # "tub bench to order"
        if stage is None:
            continue
        matter = _matter(note, at)
        told = [found for index in matter if (found := said.partners(note.keys[index]))]
        if 2 * len(told) < len(matter) or not matter or not said.partners(note.keys[matter[-1]]):
            continue
        if any(not _is_at(note, one, at) for index in matter for one in note.partners(note.keys[index])):
            continue  # named again, perhaps at another stage
        for place in sorted(said.place[one] for one in told[-1]):
            first, last = part_around(said, place, place + 1)
            inside = range(first, last)
            if all(any(said.place[one] in inside for one in found) for found in told):
                further = _further(said, first, last, stage, place)
                if further is not None:
                    yield min(place, further), max(place, further) + 1


def _matter(note: Terms, at: int) -> list[int]:
    """Return the terms of what a word of a stage is about: before it, or behind it where it opens its clause."""
    low = note.reading.words.low
    first, last = around(low, at, at + 1, SPLITS, _REACH)
    if low[at] not in _ORDERED - {"due"} and not _TO.isdisjoint(low[at + 1 : at + 2]):
        return []
    before = note.claiming(first, at)
    behind = [index for index in note.claiming(at + 1, last) if note.kind(index) != "person"]
    people = [index for index in before if note.kind(index) == "person"]
    inside = behind if len(people) == len(before) else [] if behind and low[at] in _TALKED else before
    inside = [index for index in inside if note.kind(index) not in ("proper", "person", "planned")]
    kinds = {note.reading.mentions[one].sense.kind for one in note.reading.between(first, last)}
    if not kinds.isdisjoint(_HELP) or denies(low[first:last]) or _goes_further(low, last):
        return []
    return inside


def _goes_further(low: Sequence[str], last: int) -> bool:
    """The clause behind says no more than how far it went: "grab bars discussed, ordered"."""
    end = end_of(low, last + 1, SPLITS)
    return last < len(low) and any(low[at] in _HAD | _ORDERED for at in range(last + 1, min(end, last + 1 + _LEADING)))


def _is_at(note: Terms, index: int, at: int) -> bool:
    """The term stands in the clause of the word at `at`."""
    first, last = around(note.reading.words.low, at, at + 1, SPLITS)
    return first <= note.place[index] < last


def _further(said: Terms, first: int, last: int, stage: int, place: int) -> int | None:
    """Return the place of the word that tells the part as further on; None where the part tells a lower stage too."""
    low: Sequence[str] = said.reading.words.low
    words = low[first:last]
    early = frozenset().union(*_STAGES, _NAMED) | PLANNING
    late = _STAGES[-1] if stage == 0 else frozenset()
    if not (early - late).isdisjoint(words) or denies(words) or is_due(words) or "to" in words[:_LEADING]:
        return None
    for at in range(first, last):
        led = not _BEING.isdisjoint(low[max(first, at - _LEADING) : at])
        if led and (low[at] in _HAD | late or (at == place and is_done_word(low[at]))):
            return at
        if tuple(low[at : at + 2]) in _HELD:
            return at
    return None
