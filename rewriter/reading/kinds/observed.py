"""What was seen, found or left for another day, though its words name a thing that is done."""

from collections.abc import Sequence

from rewriter.body import SIDES
from rewriter.calendar import WEEKDAYS
from rewriter.reading.mentions import Mention
from rewriter.reading.pluses import is_sign
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.reading import Reading

_ADDRESSED = frozenset("addressed targeted trialed trialled practiced initiated introduced progressed worked".split())
_NEEDING = frozenset({"need", "needs", "needed", "required", "requires", "or"})
_TESTED = frozenset({"positive", "negative", "pos", "neg"})
_SHORT_DAYS = frozenset({"sat", "sun"})
# Behind what a body part did comes when it did so.
_WHEN = frozenset({"when", "as", "if", "whenever", "once"})
# What a part of the body does; "drops", "turns" and "lifts" are exercises as well.
PART_DOES = frozenset(
    "dives dive caves cave collapses collapse buckles clips catches catch drags drag wobbles wobble gives give goes go "
    "comes come keeps keep stays stay wants want clenches clench curls claws claw shakes trembles pops".split()
)
_DOSED = frozenset({"count", "duration", "distance", "load"})
_MEASURED = frozenset({"percent"})
_BEHIND_VALUE = frozenset("after with w/ during on at post following while p".split())
_GRADES = frozenset("ok okay poor fair good weak intact absent slow jerky delayed impaired limited".split())
_MISSED = frozenset("forgot forgotten missed recalled remembered correct incorrect errors".split())
_GRAVE = frozenset(
    "unable inability won't wont didn't didnt don't dont couldn't couldnt can't cant cannot wouldn't wouldnt".split()
)
_GOES_ON = frozenset({"continue", "cont", "continued", "plan", "next"})
_ONCE = frozenset({"when", "once", "if", "after"})
# A slip is told with the repetition it came at: "rolled into inversion on rep 4 lateral hop".
_MISHAPS = frozenset("rolled twisted tripped slipped stumbled fell caught buckled tipped clipped kicked bumped".split())
_TURNS = frozenset("rep reps set trial round lap attempt try step repetition".split())
# What is counted in one visit: "planned 6 reps".
ROUNDS = frozenset("reps rep repetitions sets set bouts bout laps lap trials trial rounds round steps stairs".split())
# What is measured round a limb: "figure of eight edema L 46 cm".
_TAKEN = frozenset({"edema", "swelling", "girth", "circumference"})
# What went wrong in doing it; "drift", "sway" and "trip" may be its names.
_SLIPPED = frozenset(
    "fell stumbled stumbles stumbling stumble staggered staggers staggering stagger veered veers veering veer drifted "
    "drifts drifting lurched lurches lurching dragged drags dragging buckled buckles buckling wobbled wobbles "
    "scissored scissors scissoring circumducted circumducts circumducting swayed sways swaying".split()
)
_AGAINST = frozenset("no not without prevent avoid reduce limit control minimize stop for against to of".split())
_WELL = frozenset({"best", "well", "better"})
_FALLS = frozenset({"falls", "near-falls", "fall", "near-fall", "stumbles", "trips"})
_BEFORE_FALLS = frozenset({"no", "near", "recent", "more", "new", "several", "multiple", "few", "many"})
# What is done about falls.
_ABOUT_FALLS = frozenset(
    "recovery prevention risk training technique techniques practice safety precautions precaution arrest education "
    "drill drills efficacy".split()
)
_FAILED = frozenset({"unable", "unsafe", "impossible"})
# A reach or a range is measured in these; nobody exercises for centimetres.
_SMALL = frozenset({"centimeter", "millimeter"})
_COUNTS = frozenset({"count", "duration", "load"})


def is_observed(reading: Reading, inside: Sequence[int], head: int, first: int, last: int) -> bool:
    """Tell whether a piece about an activity tells what was seen or found, so that no sentence may say it was done.

    "SLR + L", "92% after 2 min seated rest", "unable from 17 in chair", "tandem unable", "trunk shifts L when R leg
    lifts", "history fall from lift", "grasp ok release poor".
    """
    low, mentions = reading.words.low, reading.mentions
    behind = mentions[head].last
    if behind < last and (low[behind] in _TESTED or is_sign(reading.words, behind)):
        return True
    if _counts_falls(low, first, last):
        return True
    if low[first] in _GRAVE or low[first] == "history" or "n/t" in low[first:last]:
        return True
    if low[first] in _MISHAPS and not _TURNS.isdisjoint(low[first : mentions[head].first]):
        return True
    beside = behind + (low[behind : behind + 1] in (["left"], ["right"]))
    if low[min(beside, last - 1)] in _FAILED or low[last - 1] in _FAILED:
        return True  # "tandem unable"
    if _sets_sides_apart(reading, inside, behind) or _is_best(reading, inside) or _went_well(low, behind, last):
        return True
    if _is_compared(reading, inside, behind) or (behind < last and low[behind] in _TAKEN):
        return True
    slipped = next((at for at in range(behind, last) if low[at] in _SLIPPED and low[at - 1] not in _AGAINST), None)
    if slipped is not None and all(mentions[i].sense.kind not in _DOSED or mentions[i].first > slipped for i in inside):
        return True  # "foam EC fell back x3": how often the patient fell is no dose
    graded = beside < last and low[beside] in _GRADES
    if graded and all(mentions[i].sense.kind not in _DOSED for i in inside):
        return True
    if all(mentions[i].sense.kind not in _DOSED for i in inside) and (
        (mentions[head].first > first and low[mentions[head].first - 1] in ("in", "during"))
        or _is_measured(reading, inside, behind)
    ):
        return True
    opened = mentions[inside[0]]
    if opened.first == first and opened.sense.kind in _MEASURED and low[opened.last] in _BEHIND_VALUE:
        return True
    return _is_moving(reading, inside, first, last)


def _counts_falls(low: Sequence[str], first: int, last: int) -> bool:
    """Thus: "2 falls in November, both turning from sink"; "fall recovery" is practised."""
    at = first
    while at < last and (low[at].isdecimal() or low[at] in NUMBER_WORDS or low[at] in _BEFORE_FALLS):
        at += 1
    return at < last and low[at] in _FALLS and _ABOUT_FALLS.isdisjoint(low[at + 1 : at + 2])


def is_ahead(low: Sequence[str], begin: int, first: int, last: int) -> bool:
    """A deed as a bare verb at word `first` is to come: "continue 2x/wk, add hops", "add hops when above 80%".

    `begin` is the first word of its sentence.
    """
    told = first > begin and low[begin] in _GOES_ON
    return told or (first + 1 < last and not _ONCE.isdisjoint(low[first + 1 : last]))


def _is_compared(reading: Reading, inside: Sequence[int], behind: int) -> bool:
    """One side is set against the other: "single leg hop limb symmetry index 82%", "lunge L 6 cm, R 11 cm"."""
    low, mentions = reading.words.low, reading.mentions
    if low[behind : behind + 3] == ["limb", "symmetry", "index"]:
        return True
    held = [mentions[i] for i in inside if mentions[i].sense.kind == "duration"]
    if len(held) == 2 and held[0].sense.id != held[1].sense.id and low[held[1].first - 1] == "/":
        return True  # "SLS 45 s L / 22 s R": nobody is given so uneven a dose
    if any(mentions[i].sense.kind in _COUNTS for i in inside):
        return False
    sides = {mentions[i].last for i in inside if mentions[i].sense.kind == "side" and mentions[i].first >= behind}
    reached = [m for m in (mentions[i] for i in inside) if m.sense.group in _SMALL and m.first in sides]
    return len(reached) > 1


def _is_measured(reading: Reading, inside: Sequence[int], behind: int) -> bool:
    """A side and its figure stand behind what is named, and no dose: "SLR R 35 -> 50", "grip L 18 R 62"."""
    mentions = reading.mentions
    sides = [mentions[i].last for i in inside if mentions[i].sense.kind == "side" and mentions[i].first >= behind]
    return any(mentions[i].sense.kind in ("number", "angle") and mentions[i].first in sides for i in inside)


def _sets_sides_apart(reading: Reading, inside: Sequence[int], behind: int) -> bool:
    """Each side has a figure of its own, and no count: "SLS R 7 L 4 sec"; equal ones may be a dose."""
    mentions = reading.mentions
    if any(mentions[i].sense.kind in ("count", "distance", "load") for i in inside):
        return False
    sides = {mentions[i].last: mentions[i].sense.id for i in inside if mentions[i].sense.kind == "side"}
    figures = [
        (sides[m.first], m.sense.label.split()[0])
        for m in (mentions[i] for i in inside)
        if m.first in sides and m.first > behind and m.sense.kind in ("number", "duration")
    ]
    return len(figures) == 2 and figures[0][0] != figures[1][0] and figures[0][1] != figures[1][1]


def _is_best(reading: Reading, inside: Sequence[int]) -> bool:
    """The best of several tries is a measurement: "static stand 11 sec best"; "best of 3" counts them."""
    low, mentions = reading.words.low, reading.mentions
    ends = {mentions[i].last for i in inside if mentions[i].sense.kind in ("duration", "distance")}
    return any(low[end : end + 1] == ["best"] and low[end + 1 : end + 2] != ["of"] for end in ends)


def _went_well(low: Sequence[str], behind: int, last: int) -> bool:
    """What is said of it is how it did: "wide arc turns with counting worked best"."""
    return any(low[at] == "worked" and low[at + 1] in _WELL for at in range(behind, last - 1))


def _is_moving(reading: Reading, inside: Sequence[int], first: int, last: int) -> bool:
    """A part of the body does something, and when is told: nobody exercised "trunk shifts L when R leg lifts"."""
    low, mentions = reading.words.low, reading.mentions
    if _WHEN.isdisjoint(low[first:last]) or any(mentions[i].sense.kind in _DOSED for i in inside):
        return False
    subject = first
    for index in inside:
        if mentions[index].first == subject and mentions[index].sense.kind in ("side", "part"):
            subject = mentions[index].last
    return first < subject < last - 1 and low[subject].endswith("s") and low[subject + 1] not in ("and", ",")


def does_by_itself(reading: Reading, inside: Sequence[int], first: int, last: int) -> bool:
    """A part of the body does what names no exercise: "knee dives in with each catch", "feet keep creeping forward"."""
    low, mentions = reading.words.low, reading.mentions
    subject = first
    for index in inside:
        if mentions[index].first == subject and mentions[index].sense.kind in ("side", "part"):
            subject = mentions[index].last
    return first < subject < last and low[subject] in PART_DOES and low[subject - 1] not in SIDES


def tells_answer(reading: Reading, inside: Sequence[int], head: int, first: int) -> bool:
    """Tell whether a piece about a cue tells how the patient answers to it, or repeated what was shown.

    "Bears down when cued", "demo 2/5 steps forgot".
    """
    low, mention = reading.words.low, reading.mentions[head]
    if mention.first > first and low[mention.first - 1] in _WHEN | {"unless"}:
        return True
    if mention.first > first + 1 and low[mention.first - 1] == "not" and low[mention.first - 2] in _WHEN:
        return True
    rated = any(reading.mentions[i].sense.kind == "ratio" for i in inside)
    end = reading.mentions[inside[-1]].last
    return mention.sense.id == "demonstration" and rated and not _MISSED.isdisjoint(low[first:end])


def is_of_another_day(reading: Reading, first: int, last: int) -> bool:
    """A day of the week is named in words `first:last`: what happened then, or will, was not done at this visit.

    "Sat" with a capital inside a piece is the day, "sat" what the patient did.
    """
    low = reading.words.low
    if not WEEKDAYS.isdisjoint(low[first:last]):
        return True
    return any(low[at] in _SHORT_DAYS and reading.words.shown(at).istitle() for at in range(first + 1, last))


def tells_aim(reading: Reading, first: int, last: int) -> bool:
    """What was planned for today, told beside what came of it: "planned 6, stopped for foot drop".

    A bare figure or a dose stands behind it; "planned 6 visits" is to come.
    """
    low = reading.words.low
    counted = {"number", "count", "duration", "distance"}
    dose = next(
        (m for m in (reading.mentions[i] for i in reading.between(first + 1, last)) if m.first == first + 1), None
    )
    return dose is not None and dose.sense.kind in counted and (dose.last == last or low[dose.last] in ROUNDS)


def tells_need(reading: Reading, cue: Mention, first: int, last: int) -> bool:
    """A cue that was needed, or was one way of two, was not simply used: "rest needed VC", "bottom or HHA"."""
    low = reading.words.low
    if cue.first > first and low[cue.first - 1] in _NEEDING:
        return True
    return low[cue.last : min(cue.last + 1, last)] in (["required"], ["needed"])


def is_left_out(reading: Reading, at: int, last: int) -> bool:
    """Right behind what could be done stands that it was not: "not addressed", "not trialed"."""
    low = reading.words.low
    return at + 1 < last and low[at] == "not" and low[at + 1] in _ADDRESSED
