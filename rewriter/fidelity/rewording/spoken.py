"""Cues told by how they were given: 'cued "big steps"', "was reminded aloud", "touch at the knee"; not to others."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from rewriter.fidelity.texts.terms import SPLITS, Terms

_SPEAKING = frozenset(
    "reminded reminder reminders prompted prompt prompts told asked instructed encouraged cue cues cued cueing cuing "
    "said says saying".split()
)
_ALOUD = frozenset({'"', "aloud", "loud", "verbally"})
_TOUCHING = frozenset(
    "tap taps tapped tapping stroke stroked stroking brush brushed brushing vibrated vibrating vibration press pressed "
    "pressing squeeze squeezed pinch pinched".split()
)
_GUIDING = frozenset("guided guiding guide steered steering directed directing redirected redirecting".split())
_MODES = frozenset({"aloud", "loud", "verbally", "manually", "hands-on", "tactilely"})
# Between a hand's cue and its place; how often a cue was given.
_AT = frozenset({"at", "to", "over", "on", "near", "along", "the", "both", "left", "right"})
_HOW_OFTEN = frozenset("constant continuous intermittent occasional frequent rare repeated consistent ongoing".split())
_APART = frozenset({"verbal", "visual", "auditory", "gestural", "grading"})  # no hand has a place
_TOUCH = frozenset("touch touches touched touching".split())
_REACH, _MODE_REACH, _TOUCH_REACH = 4, 6, 8
_TREATED = frozenset({"patient", "therapist"})


def is_spoken(one: Terms, index: int, texts: Sequence[Terms]) -> bool:
    """Tell whether a verbal cue of a note is told by its very words or as said aloud, a tactile one by its touch."""
    mention = one.mention[index]
    if mention >= 0 and one.reading.mentions[mention].sense.group == "tactile":
        return any(_is_touched(one, index, terms) for terms in texts)
    if mention < 0 or one.reading.mentions[mention].sense.group != "verbal":
        return False
    asked = {key for ahead in _asked(one, mention) for key in one.keys[ahead]}
    for terms in texts:
        low = terms.reading.words.low
        for at, word in enumerate(low):
            if word not in _SPEAKING or is_of_others(terms, at):
                continue
            if not _ALOUD.isdisjoint(low[max(0, at - 1) : at + _REACH]):
                return True
            if low[at + 1 : at + 2] == ["to"] and any(
                not asked.isdisjoint(terms.keys[told])
                for told in range(bisect_left(terms.place, at + 2), bisect_left(terms.place, at + 2 + _REACH))
            ):
                return True
    return False


def _is_touched(one: Terms, index: int, terms: Terms) -> bool:
    """Thus: "with touch at the lateral knee" for "TC lat knee": the same place, which the cue of the note names."""
    cue = one.reading.mentions[one.mention[index]]
    parts = [at for at in _parts(one, cue.first, cue.last + _REACH) if one.clause[at] == one.clause[index]]
    named = [frozenset(one.keys[at]) for at in parts]
    low = terms.reading.words.low
    return any(
        not keys.isdisjoint(terms.keys[at])
        for place, word in enumerate(low)
        if word in _TOUCH and named
        for at in _parts(terms, place + 1, place + _TOUCH_REACH)
        if SPLITS.isdisjoint(low[place : terms.place[at]])
        for keys in named
    )


def _parts(terms: Terms, first: int, last: int) -> list[int]:
    """Return the terms among the words `first:last` that name a part of the body."""
    inside = range(bisect_left(terms.place, first), bisect_left(terms.place, last))
    return [at for at in inside if terms.kind(at) == "part"]


def _asked(one: Terms, mention: int) -> list[int]:
    """Return the first terms of what a cue asks for: "look ahead" of "VC look ahead"."""
    last = one.reading.mentions[mention].last
    first = bisect_left(one.place, last)
    ahead = range(first, min(len(one.place), first + 2))
    return [at for at in ahead if one.claims[at] and one.clause_of[one.place[at]] == one.clause_of[last - 1]]


def is_of_others(terms: Terms, at: int) -> bool:
    """Tell whether somebody beside patient and therapist stands close to a word: "the nurse was told of the rash"."""
    near = (terms.reading.mentions[index] for index in terms.reading.between(max(0, at - _REACH), at + _REACH))
    return any(one.sense.kind == "person" and one.sense.group not in _TREATED for one in near)


def is_touch(terms: Terms, at: int) -> bool:
    """Tell whether a word tells of a hand on a muscle: "tap on rhomboid", "the quadriceps was tapped"; no step tap."""
    low = terms.reading.words.low[at]
    if low not in _TOUCHING and low != "touch":
        return False
    near = [terms.reading.mentions[one].sense for one in terms.reading.between(max(0, at - _REACH), at + _REACH)]
    return any(sense.kind == "part" and (sense.group == "muscle" or low == "touch") for sense in near)


def is_part_of_cue(terms: Terms, at: int) -> bool:
    """Tell whether a word says where a cue's hand was, or how often it came: "tactile cues at the hip", "rare cues"."""
    low, mentions = terms.reading.words.low, terms.reading.mentions
    if low[at] in _HOW_OFTEN:
        return any(mentions[one].sense.kind == "cue" for one in terms.reading.between(at + 1, at + _REACH))
    if all(mentions[one].sense.kind != "part" for one in terms.reading.between(at, at + 1)):
        return False
    first = at
    while first and low[first - 1] in _AT:
        first -= 1
    led = (mentions[one] for one in terms.reading.between(max(0, first - _REACH), first))
    return first < at and any(
        one.last == first and one.sense.kind == "cue" and one.sense.group not in _APART for one in led
    )


def is_cueing(terms: Terms, at: int) -> bool:
    """Tell whether a skilled verb is told with the way of a cue: "reminded aloud", "guided the hips by hand"."""
    low = terms.reading.words.low
    if low[at] not in _SPEAKING and low[at] not in _GUIDING:
        return False
    end = next((one for one in range(at, len(low)) if low[one] in SPLITS), len(low))
    near = low[max(0, at - 1) : min(end, at + _MODE_REACH)]
    return not _MODES.isdisjoint(near) or ("by", "hand") in pairwise(near)
