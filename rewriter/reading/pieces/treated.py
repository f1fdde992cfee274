"""Pieces that are a treatment though none of their words is known as one: an exercise's dose behind what was done.

"Glenohumeral inferior and posterior glides grade III-IV 3 x 45 s", "prone lying 10 min for hip flexor tightness".
"""

from collections.abc import Sequence

from rewriter.reading.reading import Reading

# What is done for a time, whatever it is called in full.
NOUNS = frozenset(
    "lying lie play game games work practice training drill drills glide glides mob mobs mobilization mobilizations "
    "stretch stretches pendulum pendulums massage circuit pulleys rocking exercise exercises activity "
    "activities".split()
)
# Named at the end of a piece these need no dose.
_GAMES = frozenset({"game", "games", "drill", "drills"})
# A dose is told of these too, and none of them is an exercise.
_OTHER = frozenset(
    "symptom vital measure pressure percent planned goal education deficit frequency level boilerplate "
    "admin person diagnosis better worse same".split()
)
_RESTS = frozenset(
    "rest rests break breaks pause pauses recovery wear worn wears wearing wore sat slept nap naps latency delay wait "
    "return returned returns back missed no none hours hour daily bid tid prn best was prev previous ice "
    "gone cleared resolved settled eased subsided ceased".split()
)
QUALITIES = frozenset(
    "repeated seated supported unsupported resisted unresisted assisted weighted banded modified elevated raised "
    "staggered controlled loaded closed red reclined inclined advanced combined timed propped".split()
)
_WITH = frozenset({"with", "w/", "using", "to"})
_PLACED = frozenset({"part", "position", "surface", "equipment", "vision", "device"})
_HELD = frozenset({"hold", "holds", "isometric", "isometrics", "flexion", "extension", "rotation", "abduction"})


def is_exercise(reading: Reading, inside: Sequence[int], first: int, last: int) -> bool:
    """Tell whether words `first:last` are an exercise with its dose, and nothing that was found, felt or rated."""
    low, mentions = reading.words.low, reading.mentions
    told = low[first:last]
    if _tells_more(reading, inside, first, last):
        return False
    if not low[first][0].isalnum() or (low[first].endswith("ed") and low[first] not in QUALITIES):
        return False  # "stretched hamstrings 3x30": who did it is not told
    dose = next(
        (i for i in inside if mentions[i].sense.kind in ("count", "duration") and mentions[i].first > first), None
    )
    if dose is None:
        return low[last - 1] in _GAMES and last - first > 1 and all(mentions[i].sense.kind != "verb" for i in inside)
    before = low[first : mentions[dose].first]
    if not any(word.isalpha() for word in before):
        return False
    if _is_of_sets(reading, dose):
        return True
    placed = any(mentions[i].sense.kind in _PLACED for i in inside)
    counted = any(mentions[i].sense.kind == "count" and mentions[i].first == mentions[dose].last for i in inside)
    if mentions[inside[0]].sense.kind == "position" and mentions[inside[0]].first == first:
        return True  # "long sit 5 min for hamstring tightness"
    if mentions[dose].sense.kind == "duration":
        return not NOUNS.isdisjoint(before) or (counted and (placed or not _HELD.isdisjoint(told)))
    loaded = any(mentions[i].sense.kind == "load" and mentions[i].last == mentions[dose].first for i in inside)
    return loaded and placed and mentions[dose].sense.label[:2] != "1 "


def _is_of_sets(reading: Reading, dose: int) -> bool:
    """Only what is done in sets is told so: "2x10", "3 x 45 s"."""
    sense = reading.mentions[dose].sense
    return sense.group == "sets" or (sense.kind == "duration" and "x" in sense.id)


def _tells_more(reading: Reading, inside: Sequence[int], first: int, last: int) -> bool:
    """Something beside the exercise is told: a value, a complaint, a denial, a rest; what it is for is not."""
    low, mentions = reading.words.low, reading.mentions
    if any(mentions[i].sense.kind == "cue" and low[mentions[i].first - 1] not in _WITH for i in inside):
        return True  # a cue is told of, and its dose
    aim = next((at for at in range(first + 1, last) if low[at] == "for"), last)
    bracket = next((at for at in range(first, last) if low[at] == "("), last)
    if not _RESTS.isdisjoint(low[first:last]) or ":" in low[first:last]:
        return True
    for index in inside:
        sense, at = mentions[index].sense, mentions[index].first
        if reading.bits[index] or sense.kind in _OTHER or sense.kind == "negation":
            if at < min(aim, bracket):
                return True
        elif sense.kind in ("ratio", "impairment") and at < min(aim, bracket):
            return True
    return False
