"""What tells, beside a plan, what is or was so: "RN aware", "pain 3/10", "call light in reach", "treadmill not used".

It is no plan, though a plan stands before it in the same list: "next stairs, says knee hurts, call light in reach".
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.lexicon import Sense
from rewriter.reading.context.cues import PARTICIPLES
from rewriter.reading.context.places import Line
from rewriter.reading.mentions import VALUES, Mention

_VALUES = frozenset({"vital", "measure", "symptom", "pressure"})
_PATIENT = frozenset({"patient", "pt", "resident", "client"})
# What is told behind the patient of a plan: "pt to continue", "patient will".
TO_COME = frozenset(
    "to will may should must can could would needs need wants next continue cont plan plans planned goal until if once "
    "when tomorrow pending scheduled recommend recommended consider address work monitor assess reassess by before "
    "unless till til then".split()
)
# What is told of somebody, and where he was left.
_REPORTED = frozenset({"says", "said", "reports", "reported", "denies", "denied", "states", "stated", "told"})
_LEFT = frozenset({"left", "returned", "back"})
_DOSES = frozenset({"count", "duration", "distance", "load", "frequency"})
_TO_BE = frozenset({"planned", "frequency", "goal"})
# What was done, or was so, in a word near the beginning: "HEP given w/ pics", "pt seen 1:1", "RN aware".
_WAS = frozenset(
    "ordered delivered called taught trained seen given issued provided notified informed aware present refused "
    "declined verbalized".split()
)
# Past forms that are no participles, and what was put off.
_PAST = frozenset(
    "drove went came took ate gave fell rode wore was were forgot knew saw spoke woke wrote threw broke began did "
    "had".split()
)
_PUT_OFF = (["put", "off"], ["called", "off"], ["ran", "out"], ["cut", "short"])
_NEAR, _FAR = 5, 80
AT_END = frozenset("in with w/ on at sitting seated supine up via by room clinic".split())
_OF_PATIENT = frozenset(
    {"reports", "reported", "denies", "denied", "tolerated", "tolerates", "says", "states", "stated"}
)
# Past forms of which shorthand plans as well: "increased", "progressed".
_EITHER = frozenset("increased decreased progressed continued reviewed educated facilitated demonstrated added".split())


def find_told(line: Line, begin: int, end: int, *, headed: bool = False) -> int:
    """Return the comma behind which it is told what is or was so: "will try foam, RN aware", else `end`."""
    far = min(end, begin + _FAR)
    commas = [*(at for at in range(begin, far) if line.low[at] == ","), far]
    for comma, behind in pairwise(commas):
        here = line.mentions[line.first_from(comma + 1) : line.first_from(behind)]
        if behind > comma + 1 and is_told_beside(line.low, comma + 1, behind, here, headed=headed):
            return comma
    return end


def is_told_beside(low: Sequence[str], first: int, last: int, here: Sequence[Mention], *, headed: bool) -> bool:
    """Tell whether an item at words `first:last`, behind the comma of a plan, tells none: "says ...", "BP 130/80".

    Unless the plan is `headed`, its list ends where somebody, or so many of something, is told of.
    """
    if low[first] in _REPORTED or low[last - 2 : last] in (["in", "reach"], ["within", "reach"]):
        return TO_COME.isdisjoint(low[first:last])
    if low[first] in _LEFT and low[first + 1 : first + 2] != [] and low[first + 1] in AT_END:
        return True
    if low[last - 1] == "on" and low[last - 2 : last - 1] in (["alarm"], ["brakes"], ["rails"]):
        return True
    return is_so(low, first, last, here) or not (headed or _goes_on(low, first, last, here))


def _goes_on(low: Sequence[str], first: int, last: int, here: Sequence[Mention]) -> bool:
    """An item goes on with what is planned: no figure opens it and it names nobody, or it is said to be to come."""
    kinds = {mention.sense.kind for mention in here}
    if kinds and kinds <= _DOSES:
        return True  # "will add bridges, 2x10"
    named = {at for m in here if m.last > m.first + 1 for at in range(m.first, m.last)}  # "3 steps to enter home"
    if not TO_COME.isdisjoint(low[at] for at in range(first, last) if at not in named) or not _TO_BE.isdisjoint(kinds):
        return True
    return low[first][0].isalpha() and "person" not in kinds


def is_so(low: Sequence[str], first: int, last: int, here: Sequence[Mention]) -> bool:
    """Words `first:last` tell what was found, was done or was not done; nothing in them is to come."""
    if not TO_COME.isdisjoint(low[first:last]):
        return False
    if _is_left_undone(low, first, last) or "already" in low[first:last]:
        return True
    if not _PAST.isdisjoint(low[first:last]) or any(low[at : at + 2] in _PUT_OFF for at in range(first, last - 1)):
        return True  # "drove self here", "laundry put off, machine broke"
    if low[first + 1 : first + 2] == ["left"] and low[first + 2 : first + 3] != [] and low[first + 2] in AT_END:
        return True  # no side: "pt left w/ sling on"
    if "today" in low[first:last] and (low[first] == "no" or any(map(_is_past, low[first:last]))):
        return True  # "no bike today", "sling worn today", and not "call MD today"
    if not _WAS.isdisjoint(low[first + 1 : min(last, first + _NEAR)]):
        return True
    begin = next((m.last for m in here if m.first == first and m.sense.kind == "side"), first)
    opening = [m for m in here if m.first == begin]
    if low[first] in _PATIENT and low[first + 1 : first + 2] == ["left"]:
        return False
    if low[first] in _PATIENT and first + 1 < last:
        return low[first + 1] in _OF_PATIENT or any(m.first == first + 1 and _is_done(m.sense) for m in here)
    if any(m.sense.kind in _VALUES for m in opening):
        return any(m.sense.kind in VALUES and m.first > begin for m in here) or opening[0].sense.kind == "pressure"
    if low[first] in _OF_PATIENT and not low[first].endswith("s"):
        return True
    return (
        low[first] not in _EITHER
        and low[first].endswith("ed")
        and any(m.first == first and _is_done(m.sense) and m.sense.group == "patient" for m in here)
    )


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in PARTICIPLES - {"today", "available"}


def _is_left_undone(low: Sequence[str], first: int, last: int) -> bool:
    """What was not done stands before it: "treadmill not used, shoes wrong"."""
    return any(low[at] == "not" and _is_past(low[at + 1]) for at in range(first + 1, last - 1))


def _is_done(sense: Sense) -> bool:
    return sense.kind == "verb" and sense.label in ("past", "third")
