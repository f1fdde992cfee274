"""Neighbours that say the same of the same subject become one sentence; what is listed becomes one list.

"Patient was tired. Patient refused stairs." is "Patient was tired and refused stairs." where the note has both side by
side. Nothing is joined that could then be read of both and was written of one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from rewriter.bonds import dates, event_of, goes_on, is_beside, is_closed, may_list
from rewriter.pattern import late
from rewriter.reading.facts import Fact
from rewriter.reading.surface.repeated import is_repeated
from rewriter.roles import DEED, OPENERS, REACHES
from rewriter.trailing import BARELY, tells_ahead, trails

_INCLUDED = "Treatment included "
# Labels of what is listed as the note has it; the last fits all of it.
_LISTED = ("Findings: ", "Noted: ")
# Labels under which a list goes on as the note has it, and how long.
_TOLD, _MOST_TOLD = frozenset({"Patient report: ", "Education: ", "Assistance: "}), 4
_MOST_LISTED, _MOST_STATES, _MOST_TRAILING = 5, 3, 3
_MOST_BESIDE = 8  # in one list, where the note has them in one sentence
_CAME, _CAME_WITH = "Patient presented ", "Patient presented with "
_STATES = (_CAME_WITH, "Patient demonstrated ")
_PATIENT = "Patient "
_PLANS = frozenset({"Plan: ", "The plan is to "})
_LED = "Therapist "
# What these say, or how, would reach over to what is behind.
_NOT_TRAILED = frozenset({"Therapist provided ", "Patient report: "})
# Not "85 feet, 2 times, at 60 bpm", "(lag 5 degrees, was 12)".
_ASIDE = late(r"^[^(]*, (?!\d|once\b|at \d)|, \d+-\w+ holds?$")


def join(items: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b, and c"."""
    listed = list(items)
    if len(listed) < 3:
        return " and ".join(listed)
    return ", ".join(listed[:-1]) + ", and " + listed[-1]


def join_told(told: Mapping[str, str]) -> str:
    """Return slots as a list, by what they will say: where one of two has parts of its own, a comma parts them."""
    said = list(told.values())
    if len(said) == 2 and (any(" and " in each for each in said) or is_repeated(said[0])):
        return ", and ".join(told)
    return join(told)


def list_slots(text: str) -> list[str]:
    """Return the names of the facts that a sentence says, in its order."""
    return re.findall(r"\{([a-z]+[0-9]+)\}", text)


def merge(texts: Sequence[str], facts: Sequence[Fact]) -> list[str]:
    """Return the sentences with neighbours joined."""
    by_id = {fact.id: fact for fact in facts}
    merged: list[str] = []
    for text in texts:
        joined = _join_two(merged[-1], text, by_id) if merged else ""
        if joined:
            merged[-1] = joined
        else:
            merged.append(text)
    return merged


def holds_aside(fact: Fact) -> bool:
    """A comma inside tells how it was done, and stands in no list: "tall kneel, trunk supported, 3 x 30 seconds"."""
    return fact.kind == "activity" and _ASIDE.search(fact.surface) is not None


def _join_two(before: str, text: str, facts: Mapping[str, Fact]) -> str:
    """Return both sentences as one, or "" where they stay two."""
    label, led = text.split("{")[0], before.split("{")[0]
    slots = list_slots(before) + list_slots(text)
    names = [f"{{{slot}}}" for slot in slots]
    held = [facts[slot] for slot in slots]
    if led == _CAME_WITH and label in _LISTED and len(slots) == 2 and dates(*held):
        return before.removesuffix(".") + f", {names[-1]}."
    own = len(list_slots(text)) == 1 and before.count("; {") < _MOST_TRAILING and led not in _NOT_TRAILED
    ahead = tells_ahead(held[-1]) and led not in _PLANS
    if own and (ahead or (label in _LISTED and led not in _LISTED)) and trails(held[:-1], held[-1], _find_reach(led)):
        return before.removesuffix(".") + f"; {names[-1]}."
    if label == led and label in _TOLD and len(slots) <= _MOST_TOLD:
        return label + "; ".join(names) + "."
    if "; {" in before and led not in _LISTED:
        return ""  # what is added would stand behind what became of it
    if led == _CAME and label == _CAME_WITH and len(slots) == 2 and is_beside(*held):
        return before.removesuffix(".") + f" and with {names[-1]}."
    if label == led == _CAME_WITH and is_closed(held[:-1]) and may_list(held):
        return f"{label}{names[0]}, and {names[1]}."
    if label == led and label in _STATES and len(slots) <= _MOST_STATES and ", {" not in before:
        return label + join(names) + "." if may_list(held) else ""
    if label == led == _PATIENT and len(slots) == 2:
        return f"Patient {names[0]} and {names[1]}." if goes_on(*held) else ""
    if label == led == _INCLUDED or (label in _LISTED and led in _LISTED):
        alike = label != _INCLUDED or len({slot.startswith("cue") for slot in slots}) == 1
        beside = label in _LISTED and event_of(held[-1]) == event_of(held[-2])
        most = _MOST_BESIDE if beside else _MOST_LISTED
        if label == _INCLUDED and any(map(holds_aside, held)):
            return ""
        if alike and len(slots) <= most and " with " not in before + text:
            paused = len(names) == 2 and is_repeated(held[0].surface)
            listed = ", and ".join(names) if paused else join(names)
            told = listed if label == _INCLUDED else "; ".join(names)
            return (label if label == led else _LISTED[-1]) + told + "."
    return ""


def _find_reach(led: str) -> str:
    """Return how far the sentence reaches that opens so; a skilled verb is led by the therapist."""
    opener = led.lower().removeprefix("the ").replace(":", " :").strip()
    role = OPENERS.get(opener, DEED if led.startswith(_LED) else "")
    return REACHES.get(role, BARELY)
