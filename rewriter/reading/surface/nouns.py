"""The article before a noun of a closed set, whatever else the lexicon makes of it: "at a bench", "by the end".

"A" stands before one of a kind that was used, "the" before what there is one of where the patient is, or whom everybody
knows. What goes on into a longer noun ("bench press", "end range", "chair follow") stays without.
"""

from rewriter.reading.reading import Reading
from rewriter.reading.surface.bridges import BIDDEN, ends_phrase
from rewriter.reading.surface.verbs import TAKING

_USED_WITH = TAKING | frozenset("with w/ using via onto on at from over under against behind into".split())
_USED = frozenset(
    "bench strap mirror metronome puzzle dowel pillow hammer timer trolley reminder wedge bolster tray calendar belt "
    "peanut kickboard handout easel whiteboard chair stool cuff ball towel stick wand cue platform bucket mat "
    "recliner couch sofa stopwatch clipboard spoon fork knife rail grabber doorframe tabletop".split()
)
_TIMED = frozenset("end start beginning".split())
_WHEN = frozenset("at by from near until till toward towards @".split())
_WHERE = frozenset("in at into through from near by against around over under behind onto on @".split())
_THERE = frozenset("doorway doorways driveway corner corridor lobby waist clinic".split())
# There is one of each where the patient is: "at sink" is "at the sink", but "from wall to wall" stays.
_FIXTURES = frozenset(
    "sink counter countertop mat floor wall table stairwell fridge microwave stove mirror doorframe porch curb "
    "dresser closet mailbox shower tub bathtub toilet car".split()
)
_AT_FIXTURES = frozenset({"in", "at", "on", "onto", "off", "against", "@"})
_ROOMS = frozenset("kitchen bathroom bedroom hallway gym room hall".split())
_IN_ROOMS = _AT_FIXTURES | {"to", "into", "through"}
_SORTS_OF_ROOMS = _ROOMS | frozenset("dining living waiting treatment hospital laundry".split())
_LIMBS = frozenset(
    "hips knees ankles shoulders elbows wrists feet heels thighs ribs waist trunk pelvis knee arm hip ankle shoulder "
    "elbow wrist heel thigh chest forearm scapula sternum sacrum".split()
)
_BESIDE_LIMBS = frozenset("at under behind around across onto against @".split())
_BY = frozenset({"by", "with", "w/", "from"})
_PERSONS = frozenset(
    "therapist assistant nurse aide caregiver technician tech student teacher patient spouse husband wife daughter son "
    "brother sister mother father family parents interpreter surgeon orthotist vendor neighbor".split()
)
_LEAVING = frozenset("discharged discharge dc d/c referred referral released graduated".split())
_STANDING_BY = frozenset({"present", "in", "watching", "at"})
# What a cue is by itself.
_CUES = frozenset({"mirror", "metronome", "timer", "stopwatch"})
_FOR = BIDDEN | {"to", "for", "not", "with"}


def say_before_noun(reading: Reading, at: int, first: int, last: int, before: str, kind: str) -> str:
    """Return the article that belongs before word `at` of a piece of this kind that begins at `first`, or ""."""
    low = reading.words.low
    if at == first:
        bidden = low[at] == "cue" and low[at + 1 : last][:1] != [] and low[at + 1] in _FOR
        end = at + (2 if low[at : at + 2] == ["mirror", "box"] else 1)
        alone = low[at] in _CUES and (_ends(reading, end, last) or low[end][0].isdecimal())
        return "a" if kind == "cue" and (alone or bidden) else ""
    if reading.words.gap[at] in ("-", "") or reading.words.shown(at)[:1].isupper():
        return ""
    if before == "in" and low[at - 2][0].isdecimal():
        return ""  # "18 in mat" is its height
    if low[at] in _TIMED and before in _WHEN and ends_phrase(reading, at + 1):
        return "the"
    if _names_place(reading, at, before):
        return "the"
    way = before == "from" and (low[at + 1 : at + 2] == ["to"] or low[at - 2] == "and")  # "from mat to chair"
    if low[at] in _USED and before in _USED_WITH and not way and _ends(reading, at + 1, last):
        return "a"
    placed = (low[at] in _THERE and before in _WHERE) or (low[at] in _LIMBS and before in _BESIDE_LIMBS)
    if placed and ends_phrase(reading, at + 1):
        return "the"
    left = before == "from" and low[at - 2] in _LEAVING  # one is discharged from therapy, and not from a therapist
    if before in _BY and not left and (end := _ends_person(reading, at)):
        told = ends_phrase(reading, end) or low[end] in _STANDING_BY
        return "the" if told else ""
    return ""


def _names_place(reading: Reading, at: int, before: str) -> bool:
    """A room, or what is fixed in one, ends here: "in kitchen", "at kitchen counter", "to dining room"."""
    low = reading.words.low
    head = at + (low[at] in _SORTS_OF_ROOMS and low[at + 1 : at + 2] != [] and low[at + 1].isalpha())
    if head > at and low[head] not in _FIXTURES | _ROOMS | _THERE:
        head = at
    placed = (low[head] in _FIXTURES | _THERE and before in _AT_FIXTURES) or (
        low[head] in _ROOMS and before in _IN_ROOMS
    )
    # neither "2 in mat", "push-in gym" nor "from room to room", "kitchen to bedroom"
    joined = low[at - 2][0].isdecimal() or reading.words.gap[at - 1] == "-"
    led = low[at - 2] in _FIXTURES | _ROOMS | _THERE and low[at - 1] in ("to", "into")
    return placed and not (joined or led) and ends_phrase(reading, head + 1)


def _ends(reading: Reading, at: int, last: int) -> bool:
    """Nothing, a dose or a level of help stands behind the noun."""
    here = reading.between(at, at + 1) if at < last else ()
    return ends_phrase(reading, at) or at >= last or any(reading.mentions[i].sense.kind == "level" for i in here)


def _ends_person(reading: Reading, at: int) -> int:
    """Return where the name of a person who opens at word `at` ends; 0 where none does."""
    named = (reading.mentions[i] for i in reading.between(at, at + 1))
    end = max((m.last for m in named if m.sense.kind == "person" and m.first == at), default=0)
    return end if end and reading.words.low[end - 1] in _PERSONS else 0
