"""Letters that a figure beside them pins down: "L4" and "spina bifida L four" are spinal levels, "4pt" four points.

Elsewhere the same letters are shorthand: L the left side, pt the patient.
"""

from rewriter.punctuation import BREAKS
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.quantities.units import UNITS, is_help
from rewriter.reading.words import Words

# Letters that name spinal segments, when a figure follows at once ("L4").
# What is steadied, and what says that it is not steady enough.
_STEADIED = frozenset(
    "core scap scapular scapula trunk lumbar gaze pelvic pelvis hip hips shoulder shldr proximal postural dynamic "
    "lumbopelvic cervical left right l r le ue".split()
)
_LACKING = frozenset(
    "decr decreased dec poor impaired reduced limited weak lacks lacking lack inadequate insufficient diminished "
    "deficient \u2193".split()
)
_SEGMENTS = "cltsir"
_LUMBAR = 5
# Levels of the neck, the chest, the loins and the sacrum.
_LEVELS = {"c": 8, "t": 12, "l": _LUMBAR, "s": 5}
_JOINTS = frozenset({"-", "/", "to", "and", "l", "s", "through", "on"})
_SPINE = frozenset(
    "spina bifida myelomeningocele mmc meningocele level levels lesion sci injury incomplete complete burst "
    "compression fracture fx fusion fused laminectomy laminotomy discectomy microdiscectomy decompression disc discs "
    "disk hnp herniation herniated bulge stenosis spondylolisthesis radiculopathy radic nerve root roots dermatome "
    "dermatomes myotome myotomes facet facets segment segments vertebra vertebrae vertebral asia ais tetraplegia "
    "paraplegia paraplegic quadriplegia tlif plif alif xlif corpectomy kyphoplasty pars listhesis mob mobs "
    "mobilization mobilizations pa upa cpa hypomobile".split()
)
_NEAR = 4
# What is counted by the figure behind a side: "to the L four times".
_COUNTED = frozenset(
    "times time reps rep repetitions sets set steps step trials x of out feet foot ft minutes min seconds sec inches "
    "in more each laps bouts rounds pounds lb lbs reaches turns".split()
)
_POSES = frozenset("kneel kneeling quadruped tall half prone crawl crawling".split())
_POINTED = frozenset(
    "kneel kneeling position pos stance gait rock rocking rocks crawl crawling cane canes crutch crutches harness "
    "restraint discrimination discrim turn turns pattern support scale change improvement gain drop decline pinch "
    "chuck rhythmic stab stabs stabilization wb weight plank orthosis belt arm arms leg legs alt alternating "
    "contralateral reciprocal".split()
)
# Into a posture on so many points: "in 4 pt, reaching".
_INTO = frozenset({"in", "into", "assume", "assumes", "assumed", "quadruped"})
_FEWEST_HELD, _MOST_HELD = 3, 4
_ARROWS = frozenset({"->", "\u2192", ">", ",", "to", "-"})
_MOST_POINTS = 10
# What one walks with by two, three or four points.
_STEPPED_WITH = frozenset(
    "crutch crutches loftstrand loftstrands lofstrand lofstrands forearm axillary canes cane kafos kafo poles".split()
)
_PRINTED = frozenset("print font reading read text letters typeface".split())
_MOST_PRINTED, _NEAR_PRINT = 72, 4
_WAYS_OF_POINTS = frozenset({"2", "3", "4"})
_BESIDE_POINTS = 4
# What oxygen is given by, or called.
_OXYGEN = frozenset(
    "nc hfnc nasal cannula oxygen trach tracheostomy collar venti venturi nonrebreather nrb fio2 "
    "oxymizer concentrator t-piece".split()
)
_BEHIND_LITRES = frozenset(
    ", . ; ) ( : \n / -> \u2192 > via nc hfnc nasal o oxygen at @ on with w/ by per during while throughout continuous "
    "cont rest and & + when for to home baseline trach mask".split(" ")
)
_BEFORE_LITRES = frozenset(
    "on at to from via ( home baseline with w/ -> \u2192 needs needed requires required up down = : <".split()
)
# A cue is spoken of.
_CUED = frozenset("vc vcs tcs cue cues cueing cuing cued tactile verbal".split())
_GIVEN_WITH = frozenset({"with", "w/", "w", "min", "mod", "max", "by", "needs", "needed"})
_CAPACITIES = frozenset({"vc", "fvc", "capacity", "fev1"})
_MOST_LITRES = 15
_FAR = 10


def names_segment(words: Words, at: int, end: int) -> bool:
    """Tell whether the letter at word `at` names a level of the spine, not a side: "L4", "spina bifida L four".

    A figure follows it at once; or, with a gap, a figure in words or a pair ("L 4-5") beside a word for the spine.
    """
    low = words.low
    if end != at + 1 or low[at] not in _SEGMENTS or end >= len(low):
        return False
    if words.gap[end] == "" and low[end][0].isdecimal():
        return True
    is_level = 1 <= NUMBER_WORDS.get(low[end], 0) <= _LEVELS.get(low[at], 0)
    if not is_level and not (low[at] == "l" and _is_pair(low, end)):
        return False
    behind = end
    while behind < len(low) and (low[behind] in _JOINTS or low[behind].isdecimal() or low[behind] in NUMBER_WORDS):
        behind += 1
    if low[behind : behind + 1] and low[behind] in _COUNTED:
        return False
    before = low[max(0, at - _NEAR) : at]
    for stop in range(len(before) - 1, -1, -1):
        if before[stop] in BREAKS:
            before = before[stop + 1 :]
            break
    return not _SPINE.isdisjoint((*before, *low[behind : behind + 2]))


def ends_in_measure(words: Words, at: int, end: int) -> bool:
    """Tell whether the last of a name's two figures has a unit behind it: "back to 3 in 1 min" tells no commode."""
    low = words.low
    figures = end == at + 3 and low[at].isdecimal() and low[at + 1] == "in" and low[end - 1].isdecimal()
    is_help = low[end + 1 : end + 2] in (["a"], ["assist"], ["assistance"])  # "1 min A"
    return figures and end < len(low) and low[end] in UNITS and not is_help


def _is_pair(low: list[str], at: int) -> bool:
    """Two levels that touch: "4-5", "5/1"."""
    pair = low[at], low[at + 1 : at + 2], low[at + 2 : at + 3]
    if pair[1] not in (["-"], ["/"]) or not pair[0].isdecimal() or not pair[2] or not pair[2][0].isdecimal():
        return False
    return pair[1] == ["-"] and 1 <= int(pair[0]) < _LUMBAR and int(pair[2][0]) == int(pair[0]) + 1


def is_lacking(words: Words, at: int) -> bool:
    """A word for too little stands before word `at`, but for parts of the body: "decr core", "poor trunk + hip"."""
    before = at - 1
    while before > 0 and (words.low[before] in _STEADIED or words.low[before] in ("and", "+", "/", "&")):
        before -= 1
    return before >= 0 and words.low[before] in _LACKING


def _goes_to_other_points(low: list[str], at: int) -> bool:
    """One way of walking follows another: "3 pt then 2 pt in // bars"; so many patients there never are."""
    ways = [
        (there, low[there - 1])
        for there in range(max(1, at - _BESIDE_POINTS), min(len(low), at + _BESIDE_POINTS + 1))
        if low[there] == "pt" and low[there - 1] in _WAYS_OF_POINTS
    ]
    return len({figure for _, figure in ways}) > 1 and any(there == at for there, _ in ways)


def counts_points(words: Words, at: int) -> bool:
    """Tell whether the "pt" at word `at` means points: stuck to a figure ("4pt"), or by what has them ("3 pt gait").

    Behind a count it is the patient: "sit to stand x4 pt tolerated well".
    """
    low = words.low
    if low[at] != "pt" or at == 0 or (at > 1 and low[at - 2] in ("x", "/")):
        return False
    if at > 1 and low[at - 2] == "." and words.gap[at - 1] == "":
        return False
    figure = low[at - 1]
    value = int(figure) if figure.isdecimal() else NUMBER_WORDS.get(figure, 0)
    if 1 < value <= _MOST_PRINTED and not _PRINTED.isdisjoint(low[max(0, at - _NEAR_PRINT) : at + _NEAR_PRINT]):
        return True  # "reading 14 pt"
    if not 1 < value <= _MOST_POINTS:
        return False
    if words.gap[at] in ("", "-"):
        return True
    behind = low[at + 1 : at + 2]
    if behind and behind[0] in _POINTED:
        return True
    if _FEWEST_HELD <= value <= _MOST_HELD and at > 1 and low[at - 2] in _INTO:
        return True
    if _goes_to_other_points(low, at):
        return True
    if value <= _MOST_HELD and not _STEPPED_WITH.isdisjoint(low[at + 1 : at + 1 + _NEAR]):
        return True  # "4 pt w loftstrands"
    moved = (behind and behind[0] in _ARROWS and not _POSES.isdisjoint(low[at + 2 : at + 4])) or (
        at > 1 and low[at - 2] in _ARROWS and not _POSES.isdisjoint(low[max(0, at - 4) : at - 2])
    )
    return bool(moved)


def counts_litres(words: Words, at: int) -> bool:
    """Tell whether the "L" at word `at` counts litres of oxygen: "trach collar 5 L", "4 L NC (home 2 L)".

    A figure that oxygen can have stands before it, a word for oxygen in its sentence, and no part behind it.
    """
    low = words.low
    if low[at] != "l" or at == 0 or words.written(at, at + 1) != "L" or not low[at - 1][0].isdecimal():
        return False
    if not _is_flow(low[at - 1]) or (at > 1 and low[at - 2] in ("x", "/", "#")):
        return False
    if low[at + 1 : at + 2] and low[at + 1] not in _BEHIND_LITRES:
        return False
    before = low[at - 2] if at > 1 else ""
    if before in _CAPACITIES and "." in low[at - 1]:
        return True
    led = before in _BEFORE_LITRES | _OXYGEN or low[max(0, at - 3) : at - 1] == ["o", "2"]
    if not led and (low[at + 1 : at + 2] == [] or low[at + 1] not in _OXYGEN):
        return False
    first = next((k + 1 for k in range(at - 1, max(-1, at - _FAR), -1) if low[k] in BREAKS), max(0, at - _FAR))
    last = next((k for k in range(at, min(len(low), at + _FAR)) if low[k] in BREAKS), at + _FAR)
    said = low[first:last]
    if any(word in ("r", "right") and said[n][0].isdecimal() for n, word in enumerate(said[1:])):
        return False  # "6 L, 8 R": sides
    return not _OXYGEN.isdisjoint(said) or any(said[n : n + 2] == ["o", "2"] for n in range(len(said)))


def names_capacity(words: Words, at: int) -> bool:
    """Tell whether the "VC" at word `at` is a lung's capacity, which has tenths of a litre: "VC 1.8 L"."""
    low = words.low
    tenths = at + 1 < len(low) and low[at + 1][0].isdecimal() and "." in low[at + 1]
    return low[at] == "vc" and tenths and low[at + 2 : at + 3] in (["l"], ["liters"])


def names_share(words: Words, at: int) -> bool:
    """The "TC" of "TC 40%" may be anything that has a share: of a cue it is told what it was for, or how often."""
    low = words.low
    if low[at] != "tc" or low[at + 2 : at + 3] != ["%"] or not low[at + 1][0].isdecimal():
        return False
    bare = at + 3 >= len(low) or low[at + 3] in BREAKS | {","}
    led = at > 0 and low[at - 1] in _GIVEN_WITH
    return bare and not led and _CUED.isdisjoint(low[max(0, at - _FAR) : at + _FAR])


def _is_flow(figure: str) -> bool:
    try:
        return 0 < float(figure) <= _MOST_LITRES
    except ValueError:
        return False


def counts_help(words: Words, at: int) -> bool:
    """The "min" of "cushion 3x min", "1-2 Mod, 3-5 Min" is help that was needed so often, and counts no minutes."""
    low = words.low
    stuck = at > 1 and low[at - 1] == "x" and low[at - 2].isdecimal() and words.gap[at - 1] == ""
    return is_help(low, at) or (low[at] == "min" and stuck)
