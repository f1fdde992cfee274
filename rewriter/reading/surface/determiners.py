"""The article before what somebody uses, stands on or is at: "with a front wheeled walker", "from an 18-inch chair".

"A" says only that there was one, which the singular says as well. What cannot be counted ("on foam"), what is a name
and what belongs to a longer noun ("walker height") stays without.
"""

from collections.abc import Mapping, Sequence

from rewriter.reading.mentions import COLOURS, GEAR, QUANTITIES, Mention
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.reading import Reading
from rewriter.reading.surface.bridges import ends_phrase
from rewriter.reading.surface.verbs import TAKING

_BEFORE = TAKING | frozenset("with w/ using on onto at @ in into against over under behind from via off".split())
_EDGED = frozenset({"bed", "mat", "chair", "table", "plinth", "seat"})
_MOST_BEFORE = 6
_ATTRIBUTES = COLOURS | frozenset(
    "left right small large big medium soft firm low long short wide narrow tall heavy light thin thick rolling "
    "raised padded weighted built-up adapted folded rolled elastic standard manual new spare regular plastic metal "
    "wooden electric unstable wobbly full empty elevated high-back molded closed kitchen classroom dining shower tub "
    "transfer pull-up".split()
)
_MOST_ATTRIBUTES = 3
# Of these there is so much, and not so many; or they stand without an article by custom.
_UNCOUNTED = frozenset(
    "foam putty theraputty playdoh tape velcro oxygen air grass carpet gravel sand turf tile linoleum pavement "
    "concrete asphalt hardwood telemetry jenga dycem coban tubigrip cotton rice paper music water ice traction bed "
    "clay yarn rubber leather felt lotion cream soap toothpaste adaptive equipment floor velcro sidewalk cobblestone "
    "uneven airex stockinette oxygen suction heat biofeedback pool tilt one standing sitting tv bus school theraband "
    "kinesiotape tubing".split()
)
_HEAVY_UNITS = frozenset({"load", "distance"})
_VOWELS = ("a", "e", "i", "o", "u")
_EIGHTS = ("8", "11", "18")


def say_article(reading: Reading, at: int, told: Sequence[str], last: int, inside: Sequence[int]) -> str:
    """Return "a" or "an" where one belongs between what is `told` and word `at`, else ""; the piece ends at `last`."""
    low = reading.words.low
    before = told[-1].split()[-1:] if told else []
    if low[max(0, at - 2) : at] == ["edge", "of"] and low[at] in _EDGED and before == ["of"]:
        return "the" if "the" in told[-_MOST_BEFORE:] else ""
    if not before or before[0] not in _BEFORE or reading.words.gap[at] == "-":
        return ""
    if low[at] in NUMBER_WORDS and low[at + 1 : at + 2] not in (["wheeled"], ["point"]):
        return ""  # "with one rail"
    if before[0] == "in" and at > 1 and low[at - 2][0].isdecimal():
        return ""  # "18 in mat" is its height
    if low[at : at + 2] == ["edge", "of"] and low[at + 2 : at + 3] and low[at + 2] in _EDGED:
        return "the"
    starts: Mapping[int, list[Mention]] = _starts(reading, inside, at)
    end = _skip_size(reading, at, starts)
    for _ in range(_MOST_ATTRIBUTES):
        if end < last and low[end] in _ATTRIBUTES and not _is_gear(starts.get(end, [])):
            end += 1
    here = [mention for mention in starts.get(end, []) if mention.sense.kind in GEAR]
    if not here or end >= last:
        return ""
    while further := next((m for m in starts.get(here[0].last, []) if m.sense.kind in GEAR), None):
        here = [further]  # "wheelchair armrest"
    head = here[0].last
    if (
        not (_is_one(low[head - 1]) or (end > at and low[head - 1] == "bed"))
        or _is_named(reading, at, head, starts)
        or not (head >= last or _ends(reading, head, starts))
    ):
        return ""
    if before[0] == "from" and (low[head : head + 1] == ["to"] or low[at - 2] == "and"):
        return ""  # "from wheelchair to mat", "to and from mat"
    if low[head : head + 1] and low[head] in ("/", "-"):
        return ""
    shown = reading.words.shown(at).lower()
    return "an" if shown.startswith(_VOWELS) or (shown.startswith(_EIGHTS) and end > at) else "a"


def _ends(reading: Reading, at: int, starts: Mapping[int, list[Mention]]) -> bool:
    """Nothing follows that the thing would only be part of; a level of help stands by itself."""
    return ends_phrase(reading, at) or any(m.sense.kind == "level" for m in starts.get(at, []))


def _starts(reading: Reading, inside: Sequence[int], at: int) -> Mapping[int, list[Mention]]:
    starts: dict[int, list[Mention]] = {}
    for mention in (reading.mentions[index] for index in inside):
        if mention.first >= at:
            starts.setdefault(mention.first, []).append(mention)
    return starts


def _skip_size(reading: Reading, at: int, starts: Mapping[int, list[Mention]]) -> int:
    """Return the word behind a size that is told before its thing: "8-inch" in "on 8 in step"."""
    size = next((m for m in starts.get(at, []) if m.sense.kind in _HEAVY_UNITS), None)
    return size.last if size is not None and size.sense.label[0].isdecimal() else at


def _is_gear(mentions: Sequence[Mention]) -> bool:
    return any(mention.sense.kind in GEAR for mention in mentions)


def _is_one(noun: str) -> bool:
    return noun not in _UNCOUNTED and noun.isalpha() and (not noun.endswith("s") or noun.endswith("ss"))


def _is_named(reading: Reading, at: int, head: int, starts: Mapping[int, list[Mention]]) -> bool:
    """A name carries a capital, and a figure that is no size counts it: "on Airex", "with 1 crutch"."""
    figures = QUANTITIES - _HEAVY_UNITS
    told = [mention for place in range(at, head) for mention in starts.get(place, [])]
    capital = any(reading.words.shown(place)[:1].isupper() for place in range(at, head))
    return capital or any(mention.sense.kind in figures | {"proper", "part"} for mention in told)
