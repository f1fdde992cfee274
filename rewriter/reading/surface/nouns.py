"""The article before a noun of a closed set, whatever else the lexicon makes of it: "at a bench", "by the end".

"A" stands before one of a kind that was used, "the" before what there is one of where the patient is, or whom everybody
knows. What goes on into a longer noun ("bench press", "end range", "chair follow") stays without.
"""

from rewriter.reading.reading import Reading
from rewriter.reading.surface.bridges import ends_phrase

_USED_WITH = frozenset("with w/ using used via onto on at from over under against behind into".split())
_USED = frozenset(
    "bench strap mirror metronome puzzle dowel pillow hammer timer trolley reminder wedge bolster tray calendar belt "
    "peanut kickboard handout easel whiteboard chair stool cuff ball towel stick wand cue platform bucket mat "
    "stopwatch clipboard spoon fork knife rail grabber doorframe tabletop".split()
)
_TIMED = frozenset("end start beginning".split())
_WHEN = frozenset("at by from near until till toward towards @".split())
_WHERE = frozenset("in at into through from near by against around over under behind onto on @".split())
_THERE = frozenset("doorway doorways driveway corner corridor lobby waist clinic".split())
_LIMBS = frozenset(
    "hips knees ankles shoulders elbows wrists feet heels thighs ribs waist trunk pelvis knee arm".split()
)
_BESIDE_LIMBS = frozenset("at under behind around across onto against @".split())
_BY = frozenset({"by", "with", "w/", "from"})
_PERSONS = frozenset(
    "therapist assistant nurse aide caregiver technician tech student teacher patient spouse husband wife daughter son "
    "brother sister mother father family parents interpreter surgeon orthotist vendor neighbor".split()
)
_STANDING_BY = frozenset({"present", "in", "watching", "at"})
# What a cue is by itself.
_CUES = frozenset({"mirror", "metronome", "timer", "stopwatch"})


def say_before_noun(reading: Reading, at: int, first: int, last: int, before: str, kind: str) -> str:
    """Return the article that belongs before word `at` of a piece of this kind that begins at `first`, or ""."""
    low = reading.words.low
    if at == first:
        return "a" if kind == "cue" and low[at] in _CUES and _ends(reading, at + 1, last) else ""
    if reading.words.gap[at] in ("-", "") or reading.words.shown(at)[:1].isupper():
        return ""
    if before == "in" and low[at - 2][0].isdecimal():
        return ""  # "18 in mat" is its height
    if low[at] in _TIMED and before in _WHEN and ends_phrase(reading, at + 1):
        return "the"
    if low[at] in _USED and before in _USED_WITH and _ends(reading, at + 1, last):
        return "a"
    placed = (low[at] in _THERE and before in _WHERE) or (low[at] in _LIMBS and before in _BESIDE_LIMBS)
    if placed and ends_phrase(reading, at + 1):
        return "the"
    if before in _BY and (end := _ends_person(reading, at)):
        told = ends_phrase(reading, end) or low[end] in _STANDING_BY
        return "the" if told else ""
    return ""


def _ends(reading: Reading, at: int, last: int) -> bool:
    """Nothing, a dose or a level of help stands behind the noun."""
    here = reading.between(at, at + 1) if at < last else ()
    return ends_phrase(reading, at) or at >= last or any(reading.mentions[i].sense.kind == "level" for i in here)


def _ends_person(reading: Reading, at: int) -> int:
    """Return where the name of a person who opens at word `at` ends; 0 where none does."""
    named = (reading.mentions[i] for i in reading.between(at, at + 1))
    end = max((m.last for m in named if m.sense.kind == "person" and m.first == at), default=0)
    return end if end and reading.words.low[end - 1] in _PERSONS else 0
