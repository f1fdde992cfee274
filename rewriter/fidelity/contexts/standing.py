"""What the note states without saying when, and a rewrite rightly files under its plan.

A home program, how often it is to be done, when a splint is worn, what is to be avoided, an order, a visit on a day:
"HEP 5x/day", "nights only", "No lifting", "Move bath to a.m.", "AFO check by orthotist Wed". Neither tense is untrue of
it. What was done is told with its verb, a dose or a score, and stays done.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.calendar import WEEKDAYS
from rewriter.fidelity.texts.aspects import DENIAL, DOUBTING
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roundabout import is_tied
from rewriter.fidelity.texts.terms import Terms

_AHEAD = frozenset(
    "next plan will tomorrow later order ordered cont continue recommend recommended recommends rec recs pending tbd "
    "try until till hold held "
    "yet awaits awaiting await".split()
)
# An order opens its sentence: "Move bath to a.m.", "Avoid stairs".
_ORDERS = frozenset(
    "move wear avoid keep order recheck reassess progress advance schedule resume limit bring call switch shift wean "
    "return follow add increase refer obtain request issue begin start cut reduce raise".split()
)
_WORN = frozenset(
    "night nights nighttime nightly noc nocturnal daytime only wear worn waking overnight bedtime sleep "
    "sleeping".split()
)
_WEARING = frozenset("worn wear wears wearing use used on".split())
_MAKING = frozenset(
    "fabricate make mold mould fit issue order fashion form build adjust modify fabricated made molded moulded fitted "
    "issued ordered fashioned formed built adjusted modified obtained purchased provided".split()
)
_DONE = frozenset("given shown taught done was were seen took gave made put had did went held came".split())
_PROGRAM = frozenset({"home_exercise_program", "home_program"})
_WORN_KINDS = frozenset({"device", "equipment"})
_OPENING = frozenset({"no", "avoid", "never"})
_MAYBE = frozenset({"may", "might", "could", "potentially"})
_THEN = frozenset({"then", "->", "\u2192", "followed", "next"})
_FORBIDDEN = frozenset({"activity", "task", "device", "equipment", "surface", "position", "function"})


def is_standing(said: Terms, index: int, texts: Sequence[Terms], partners: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the partners of a term that the rewrite plans has no tense of its own in the note."""
    return any(
        _looks_ahead(texts[text], one)
        or _is_undated(texts[text], one)
        or _is_schedule(said, index, texts[text], one)
        or _is_doubted(said, index, texts[text], one)
        or _is_step(said, index, texts[text], one)
        for text, one in partners
    )


def _looks_ahead(terms: Terms, index: int) -> bool:
    """The sentence of a term tells what comes next, with no cue that the reading knows: "wife to video HEP"."""
    number = terms.sentence[index]
    if number < 0:
        return False
    span = terms.reading.sentences[number]
    low = terms.reading.words.low
    if not _AHEAD.isdisjoint(low[span.first : span.last]):
        return True
    people = (terms.reading.mentions[at] for at in terms.reading.by_sentence[number])
    return any(one.sense.kind == "person" and low[one.last : one.last + 1] == ["to"] for one in people)


def _is_undated(note: Terms, index: int) -> bool:
    """It stands in a home program, an order, a ban or beside a day or a frequency, and no verb says it was done."""
    number = note.sentence[index]
    if number < 0:
        return False
    reading, low = note.reading, note.reading.words.low
    span = reading.sentences[number]
    if span.first >= len(low):
        return False
    place = note.place[index]
    first, last = part_around(note, place, place + 1)
    if any(_is_done(word) for word in low[first:last]):
        return False
    if low[span.first] in _ORDERS:
        return True
    if low[span.first] in _OPENING and note.kind(index) in _FORBIDDEN:
        return bool(note.bits[index] & DENIAL)
    whole = low[span.first : span.last]
    if not WEEKDAYS.isdisjoint(whole) and not any(map(_is_done, whole)):
        return True
    senses = [reading.mentions[at].sense for at in reading.between(first, last)]
    if any(sense.kind == "frequency" for sense in senses):
        return True
    here = [reading.mentions[at].sense for at in reading.by_sentence[number]]
    return any(sense.id in _PROGRAM for sense in here)


def _is_done(word: str) -> bool:
    if word.startswith("un"):
        return False  # "HEP unchanged"
    return word in _DONE or (word.endswith("ed") and word not in ("bed", "red", "need", "seated"))


def _is_schedule(said: Terms, index: int, note: Terms, one: int) -> bool:
    """The rewrite plans only when a thing is worn, and the note has such a schedule: "splint, nights only"."""
    number = note.sentence[one]
    if number < 0 or said.kind(index) not in _WORN_KINDS:
        return False
    place = said.place[index]
    span = note.reading.sentences[number]
    told = said.reading.words.low[slice(*part_around(said, place, place + 1))]
    meant = note.reading.words.low[span.first : span.last]
    worn = not (_WEARING | _WORN).isdisjoint(told) and _MAKING.isdisjoint(told)
    return worn and not _WORN.isdisjoint(meant)


def _is_doubted(said: Terms, index: int, note: Terms, one: int) -> bool:
    """Both doubt it: "it is possible that the daughter will take him home" for "may take him home"."""
    number, there = said.sentence[index], note.sentence[one]
    if number < 0 or there < 0:
        return False
    span = note.reading.sentences[there]
    if DOUBTING.isdisjoint(note.reading.words.low[span.first : span.last]):
        return False
    here = said.reading.sentences[number]
    told = said.reading.words.low[here.first : here.last]
    return said.doubts(number) or is_tied(told) or not _MAYBE.isdisjoint(told)


def _is_step(said: Terms, index: int, note: Terms, one: int) -> bool:
    """It stands under "Next:" for the "then" of the note: the next step of the visit."""
    number, there = said.sentence[index], note.sentence[one]
    if number < 0 or there < 0:
        return False
    here = said.reading.sentences[number]
    low = said.reading.words.low
    if not any(
        pair in (("next", ":"), ("next", ",")) for pair in pairwise(low[max(0, here.first - 2) : here.first + 2])
    ):
        return False
    span = note.reading.sentences[there]
    return not _THEN.isdisjoint(note.reading.words.low[span.first : note.place[one]])
