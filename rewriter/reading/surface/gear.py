"""The preposition before what something was done with, in or from: "STS RW" is "sit to stand with a rolling walker".

A seat behind standing up is what one stands up from, two seats behind a transfer are where it led from and to, a rail
behind stairs is what was held. Anything else that stands bare may be a part of a longer noun, and stays.
"""

from collections.abc import Mapping, Sequence

from rewriter.body import SIDES
from rewriter.pattern import late
from rewriter.reading.mentions import CUEING_THINGS, GEAR, QUANTITIES, Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.seams import CUE_ENDS
from rewriter.reading.reading import Reading
from rewriter.reading.surface.bridges import ends_phrase

_AIDS = ("walker", "cane", "crutch", "crutches", "stedy")
_SEATS = frozenset(
    "chair wheelchair mat bed recliner toilet commode couch sofa stool bench box plinth table seat".split()
)
_SORTS = frozenset(
    "low high raised elevated firm soft dining school classroom standard regular kitchen shower tub transfer".split()
)
_RISING = late(r"^(?:sit_to_stand|stand_up|rising|squat|mini_squat)")
_MOVED = late(r"transfer|pivot")
_UPRIGHT = late(r"stand|transfer|pivot|march|step|balance|weight_shift|turn|squat|reach|toss|kick")
_STAIRS = late(r"stair|step|curb|squat|ascend|descend|lunge|raise|march")
_STEPPED = late(r"^(?:lateral_|forward_)?step_up")
_RAILS = frozenset({"rail", "rails", "handrail", "handrails"})
_LIMBS_HELD = frozenset({"hand", "hands"})
_DONE = frozenset({"activity", "task", "function", "position"})
_PLACED = GEAR | {"distance", "function"}
_HELD_ON = (["upper", "extremity"], ["upper", "extremities"], ["assistive", "device"])
_MOST_SORTS = 3
_WHERE_TO = frozenset({">", "->", "\u2192", "<->", "/"})
# Behind these it has its preposition, or a phrase has ended.
_LED = PREPOSITIONS | CUE_ENDS | {"to", "of", "no", "the", "a", "an", "without"}
_COUNTS = frozenset({"1", "2", "one", "two", "both", "bilateral", "no"})


def gear_word(reading: Reading, at: int, first: int, last: int, inside: Sequence[int]) -> str:
    """Return the preposition that belongs before word `at` of words `first:last`, or ""."""
    low = reading.words.low
    before = low[at - 1] if at > first else "."
    if before in _LED or not before[0].isalnum() or reading.words.gap[at] in ("-", ""):
        return ""
    held = [reading.mentions[i] for i in inside]
    behind = [m for m in held if m.last == at]
    done = [m for m in held if m.last <= at and (m.sense.kind in _DONE or _is_upright(m))]
    if low[at] in SIDES and low[at + 1 : at + 2] != [] and low[at + 1] in _LIMBS_HELD and at + 2 <= last:
        aid = any(m.sense.kind == "device" and _is_aid(m) for m in behind)
        return "in the" if aid and ends_phrase(reading, at + 2) else ""
    if not done:
        return ""
    if low[at] in _RAILS and before in SIDES | _COUNTS:
        return ""
    rail = at + (low[at] in SIDES | _COUNTS)
    if low[rail : rail + 1] != [] and low[rail] in _RAILS and rail < last:
        climbed = any(_STAIRS.search(m.sense.id) for m in done)
        return "with" if climbed and _ends(reading, rail + 1, last, held) else ""
    if low[at] in _COUNTS and (end := _ends_support(low, at + 1)):
        return "with" if end <= last and _ends(reading, end, last, held) else ""
    here = [m for m in held if m.first == at]
    if any(m.sense.id in CUEING_THINGS for m in here) and any(m.sense.kind in ("activity", "task") for m in done):
        return "with"
    device = next((m for m in here if m.sense.kind == "device"), None)
    if device is not None and device.sense.id == "parallel_bars":
        return "in" if _ends(reading, device.last, last, held) else ""
    if device is not None and _is_aid(device) and _ends(reading, device.last, last, held):
        led = any(m.sense.kind in QUANTITIES or _UPRIGHT.search(m.sense.id) for m in behind)
        return "with" if led and any(_UPRIGHT.search(m.sense.id) for m in done) else ""
    return _seat_word(reading, at, last, held, behind)


def _seat_word(reading: Reading, at: int, last: int, held: Sequence[Mention], behind: Sequence[Mention]) -> str:
    low = reading.words.low
    ended = [m for m in behind if m.sense.kind in ("activity", "task")]
    if any(_MOVED.search(m.sense.id) for m in ended) or low[at - 1] in ("transfer", "transfers", "xfer"):
        seat = at
        while seat < last and low[seat] in _SORTS:
            seat += 1
        led = low[seat : seat + 2][1:] == ["to"] and low[seat] in _SEATS
        return "from" if led and low[seat + 2 : seat + 3] != [] and low[seat + 2] != "and" else ""
    if not any(_RISING.search(m.sense.id) or _STEPPED.search(m.sense.id) for m in ended):
        return ""
    starts: Mapping[int, Mention] = {m.first: m for m in held if m.sense.kind in _PLACED}
    seat = at
    for _ in range(_MOST_SORTS):
        size = starts.get(seat)
        if size is not None and size.sense.kind == "distance" and size.last < last:
            seat = size.last
        elif seat < last and low[seat] in _SORTS and (size is None or size.last == seat + 1):
            seat += 1
    thing = starts.get(seat)
    if thing is None or thing.sense.kind == "distance" or low[thing.last - 1] not in _SEATS:
        return ""
    if low[thing.last : thing.last + 1] != [] and thing.last < last and low[thing.last] in _WHERE_TO:
        return ""
    return "onto" if any(_STEPPED.search(m.sense.id) for m in ended) else "from"


def _ends_support(low: Sequence[str], at: int) -> int:
    """Return where what somebody held on to ends: "no assistive device", "1 upper extremity support"; else 0."""
    if list(low[at : at + 2]) in _HELD_ON:
        return at + 2 + (low[at + 2 : at + 3] == ["support"])
    handed = low[at : at + 1] != [] and low[at] in _LIMBS_HELD and low[at + 1 : at + 2] == ["support"]
    return at + 2 if handed else 0


def _ends(reading: Reading, at: int, last: int, held: Sequence[Mention]) -> bool:
    """Nothing follows that the thing would belong to: the phrase ends, or a value, a level, a side or a limb begins."""
    if at >= last or ends_phrase(reading, at) or reading.words.low[at] in SIDES:
        return True
    return any(m.first == at and m.sense.kind in QUANTITIES | {"level", "part", "frequency"} for m in held)


def _is_upright(mention: Mention) -> bool:
    return mention.sense.kind == "verb" and _UPRIGHT.search(mention.sense.id) is not None


def _is_aid(mention: Mention) -> bool:
    return mention.sense.id.endswith(_AIDS)
