"""How a thing was done, told between it and its dose: "weight bearing, elbow blocked, x5 min", "VOR, on foam 3x45 s".

Torn from the thing, the dose would be told of nothing, or of how one stood.
"""

from rewriter.reading.mentions import DOSES, QUANTITIES
from rewriter.reading.reading import Reading

_DONE = frozenset({"activity", "task"})
# What an aside names: where, on what, with what, how one stood, and what was done to a part.
_OF_ASIDE = frozenset({"position", "surface", "side", "part", "equipment", "device", "vision", "verb", "negation"})
_POSED = frozenset({"position", "surface", "vision", "equipment"})
_NOT_DONE = frozenset("goal planned education negation historical symptom impairment cue level refusal person".split())
_FOUND = frozenset({"vital", "measure", "diagnosis", "deficit", "link", "treatment", "code", "intact"})
_MARKS = frozenset({",", "-", "->", "\u2192", "+", ";"})
_STANCES = frozenset({"stand", "standing", "sit", "sitting", "seated", "supine", "prone", "kneeling", "on", "in", "at"})
_EACH, _GIVEN = frozenset({"each", "ea"}), frozenset({"level", "load", "side", "equipment"})
_LONGEST = 4  # words
_LONGEST_POSE = 5


def leads_to_dose(reading: Reading, start: int, comma: int, last: int) -> bool:
    """Tell whether the comma leads from a thing done without a dose to how it was done, with its dose behind."""
    low, mentions = reading.words.low, reading.mentions
    before = {mentions[i].sense.kind for i in reading.between(start, comma)}
    if not (QUANTITIES | _NOT_DONE | _FOUND).isdisjoint(before) or "," in low[start:comma]:
        return False
    end = next((at for at in range(comma + 1, last) if low[at] in _MARKS), last)
    if comma + 2 >= last:
        return False
    told = [mentions[i] for i in reading.between(comma + 1, end)]
    dose = next((m for m in told if m.sense.kind in DOSES), None)
    leading = [m for m in told if dose is None or m.first < dose.first]
    stands = low[comma + 1] in _STANCES and low[comma + 2] != "to"  # "sit to stand" is a thing of its own
    stance = {m.first for m in leading if m.first == comma + 1 and stands}
    if any(m.sense.kind not in _OF_ASIDE and m.first not in stance for m in leading):
        return False
    if dose is not None:
        words = dose.first - comma - 1
        posed = stands or any(m.first == comma + 1 and m.sense.kind in _POSED for m in told)
        posed = posed or (low[comma + 2] in _STANCES and any(m.sense.kind == "part" for m in told))  # "feet on ball"
        # nobody does eyes closed by themselves: they were closed in what stands before, known or not
        closed = any(m.first == comma + 1 and m.sense.kind == "vision" for m in told)
        return (
            (bool(before & _DONE) or (closed and bool(before)))
            and posed
            and 0 < words <= _LONGEST_POSE
            and _is_sure(dose.sense.kind, dose.sense.group)
        )
    if end - comma - 1 > _LONGEST or end >= last or low[end] != ",":
        return False
    behind = next((mentions[i] for i in reading.between(end + 1, end + 2)), None)
    if behind is None or behind.sense.kind not in DOSES or behind.first != end + 1:
        return False
    if behind.last < last and low[behind.last][0].isalpha() and low[behind.last] not in _EACH:
        given = (mentions[i] for i in reading.between(behind.last, behind.last + 1))
        if all(m.sense.kind not in _GIVEN for m in given):
            return False  # "30 s x4 with rests"
    return _is_sure(behind.sense.kind, behind.sense.group) or low[end + 1] == "x"


def doses_aside(reading: Reading, start: int, comma: int, last: int) -> bool:
    """Behind this comma stands the dose that an aside before it led to."""
    before = next((at for at in range(comma - 1, start, -1) if reading.words.low[at] == ","), None)
    return before is not None and leads_to_dose(reading, start, before, last)


def _is_sure(kind: str, group: str) -> bool:
    """So many times, or so long as no session is; minutes alone may be the session's."""
    return kind != "duration" or group == "second"
