"""Seams: where two things stand side by side in a note, and a sentence needs a mark or a "for" between them.

A comma, brackets and the "for" of a dose join what the note joined, and claim nothing of how.
"""

from collections.abc import Sequence

from rewriter.body import MOTIONS
from rewriter.reading.mentions import QUANTITIES, TASKS, Mention
from rewriter.reading.pieces.treated import NOUNS
from rewriter.reading.reading import Reading

# Words at which what a cue is about ends.
CUE_ENDS = frozenset(
    "only total given provided needed used x each every first and or as per with to for at on from during throughout "
    "plus not while via by in of - ( , / + & \u2192 -> no required necessary prn need needs require requires".split()
)
_DONE = frozenset({"ability", "activity", "side", "part", "surface", "equipment", "device", "position", "task"})
_LASTS = _DONE - {"side"} | {"level", "vision"}
# So far one walks: "60 ft 4WW" is no size of the walker, "40 ft gravel drive" none of the drive.
WALKED = frozenset({"foot", "yard", "meter", "mile"})
# One of several in a row, each with a figure of its own: "right 48 s left 31 s", "EO 30 s EC 10 s".
_SERIES = ("side", "vision")
_BETWEEN = frozenset({"side", "part"})
_CONDITIONS = frozenset({"diagnosis", "impairment"})
_NEAR = 4
_RATES = frozenset({"vital", "measure"})
_RATED = frozenset({"vital", "measure", "symptom"})
_HOLDS = frozenset({"hold", "holds"})
_LOWER = frozenset({"minimal", "moderate", "min", "mod", "light"})
# What stands behind them is theirs, and no aside: "weight bearing through R UE".
_LEADS = frozenset("through on onto over across with to at in of for".split())
_NOT_COME = frozenset("complaints pain dizziness loss lob losses issues symptoms nausea adverse falls".split())
_TAKING_NO = CUE_ENDS | frozenset(
    "reports reported had has have shows showed is was were states stated notes noted feels felt says said with w/ "
    "demonstrates demonstrated experienced but if there denies denied reporting stating virtually almost".split()
)
_ASIDE = frozenset({"activity", "level"})


def pauses(reading: Reading, at: int, inside: Sequence[int]) -> bool:
    """Tell whether a comma belongs before word `at`: the next of several figures, or of two conditions, begins."""
    if _adds_none(reading.words.low, at):
        return True
    here = _beginning(reading, at, inside)
    behind = _ending(reading, at, inside)
    side = next((m for m in here if m.sense.kind == "side"), None)
    since = next((m for m in behind if m.sense.kind == "duration"), None)
    dated = since is not None and "diagnosis" in kinds_leading(reading, since.first, inside)
    if side is not None and ("diagnosis" in _kinds(behind) or dated):
        return not _kinds(_beginning(reading, side.last, inside)).isdisjoint(_CONDITIONS)  # "L CVA R hemi"
    if "diagnosis" in _kinds(behind) and any(m.sense.kind == "measure" for m in here):
        return True  # "diplegia GMFCS III": how severe it is
    figure = next((m for m in behind if m.sense.kind in QUANTITIES), None)
    if figure is not None and figure.sense.kind == "count" and "load" in _kinds(here):
        return True  # "3x12 60#"
    if figure is not None and not _kinds(here).isdisjoint(_RATES) and _kinds(here).isdisjoint(_DONE):
        behind_name = reading.words.low[max(m.last for m in here) :][:_NEAR]
        if not any(word[0].isdecimal() for word in behind_name):
            return False  # "pain 4/10 VAS": the scale of the value before
        near = reading.between(max(0, figure.first - _NEAR), figure.first)
        before = (reading.mentions[i] for i in near if reading.mentions[i].last == figure.first)
        return any(mention.sense.kind in _RATED for mention in before)  # "BP 104/58 HR 92"
    for kind in _SERIES:
        if figure is not None and kind in _kinds(here) and kind in kinds_leading(reading, figure.first, inside):
            return not _follows_figure(reading, figure.first, figure.sense.kind, inside)
        value = next((m for m in here if m.sense.kind in QUANTITIES), None)
        if value is not None and kind in kinds_leading(reading, at, inside):
            leads = kind in _kinds(_beginning(reading, value.last, inside))
            return leads and _follows_figure(reading, at, value.sense.kind, inside)
    return False


def _adds_none(low: Sequence[str], at: int) -> bool:
    """What did not come is told behind how it went: "tolerated well no complaints"."""
    if low[at] != "no" or low[at + 1 : at + 2] == [] or low[at + 1] not in _NOT_COME:
        return False
    return low[at - 1].isalpha() and low[at - 1] not in _TAKING_NO


def ends_aside(reading: Reading, at: int, last: int, inside: Sequence[int]) -> int:
    """Return where the brackets close that open before word `at`, 0 for none: "step taps (right leg)".

    What the part has to do with the deed or the help before it the note does not say.
    """
    led = [m for m in _ending(reading, at, inside) if m.sense.kind in _ASIDE]
    opener = reading.words.low[at - 1]
    if not led or opener.endswith("ing") or opener in _LEADS or reading.words.gap[at] == "-":
        return 0
    end = at
    side = next((m for m in _beginning(reading, at, inside) if m.sense.kind == "side"), None)
    if side is not None:
        end = side.last
    elif all(m.sense.kind != "level" for m in led):
        return 0
    part = max((m.last for m in _beginning(reading, end, inside) if m.sense.kind == "part"), default=0)
    if not part or part > last:
        return 0
    word = reading.words.low[part] if part < last else "."
    after = _kinds(_beginning(reading, part, inside))
    return part if after & QUANTITIES or not word[0].isalnum() or word in CUE_ENDS else 0


def leads_level(reading: Reading, at: int) -> bool:
    """Word `at` stands between the lower end of a range of help and the level that ends it: "minimal to moderate"."""
    low = reading.words.low
    if low[at : at + 1] not in (["to"], ["-"], ["/"]) or at == 0 or low[at - 1] not in _LOWER:
        return False
    return any(reading.mentions[i].sense.kind == "level" for i in reading.between(at + 1, at + 2))


def takes_for(reading: Reading, quantity: Mention, first: int, last: int, inside: Sequence[int]) -> bool:
    """Tell whether "for" belongs before a dose: right behind what was done, before nothing that it measures."""
    at, sense = quantity.first, quantity.sense
    done = _DONE if sense.group == "sets" else _LASTS if _is_span(quantity) else frozenset()
    if at == first or not done or not reading.words.low[at - 1][0].isalpha():
        return False
    if reading.words.low[at - 1] in ("left", "right") and reading.words.low[at - 2] == ",":
        return False  # "right 2x8, left 2x8": "left for" would be a verb
    ends = _kinds(_ending(reading, at, inside))
    if "vision" in ends and sum(reading.mentions[i].sense.kind == "vision" for i in inside) > 1:
        return False  # "eyes open 30 s, eyes closed 10 s": a row of figures
    word = reading.words.low[quantity.last] if quantity.last < last else "."
    named = reading.words.low[at - 1] in NOUNS | MOTIONS
    return (not word[0].isalpha() or word in CUE_ENDS) and (named or bool(ends & done))


def leads_noun(reading: Reading, quantity: Mention, first: int, last: int, inside: Sequence[int]) -> bool:
    """Tell whether a span of time names what follows: "3-minute walk", "10-second hold"."""
    if quantity.sense.kind != "duration" or not _is_span(quantity) or quantity.last >= last:
        return False
    if reading.words.low[quantity.last] in _HOLDS:
        return True
    return quantity.first == first and not TASKS.isdisjoint(_kinds(_beginning(reading, quantity.last, inside)))


def _is_span(quantity: Mention) -> bool:
    """A time, or a way that is walked: "step ups 4 in" tells how high, "reach 8 in" how far."""
    sense = quantity.sense
    spans = sense.kind == "duration" or (sense.kind == "distance" and sense.group in WALKED)
    return spans and sense.label[0].isdecimal()


def _follows_figure(reading: Reading, at: int, kind: str, inside: Sequence[int]) -> bool:
    """A figure of this kind stands before the side, or the part with its side, that ends before word `at`: "5/10 R".

    Where one stands behind the last side too, the sides lead: "pos 2 R 38/40/37 L 21/30/18".
    """
    last = max((reading.mentions[i].last for i in inside if reading.mentions[i].sense.kind == "side"), default=at)
    if kind in _kinds(_beginning(reading, last, inside)):
        return False
    while behind := _ending(reading, at, inside):
        if not _kinds(behind).isdisjoint(QUANTITIES):
            return kind in _kinds(behind)
        at = min(mention.first for mention in behind)
    return False


def _beginning(reading: Reading, at: int, inside: Sequence[int]) -> list[Mention]:
    return [reading.mentions[i] for i in inside if reading.mentions[i].first == at]


def _ending(reading: Reading, at: int, inside: Sequence[int]) -> list[Mention]:
    return [reading.mentions[i] for i in inside if reading.mentions[i].last == at]


def _kinds(mentions: Sequence[Mention]) -> set[str]:
    return {mention.sense.kind for mention in mentions}


def kinds_leading(reading: Reading, at: int, inside: Sequence[int]) -> set[str]:
    """Return the kinds of what stands before word `at`: of a body part those of its side, too."""
    kinds: set[str] = set()
    while behind := _ending(reading, at, inside):
        kinds |= _kinds(behind)
        if not _kinds(behind) & _BETWEEN:
            break
        at = min(mention.first for mention in behind)
    return kinds
