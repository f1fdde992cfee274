"""What the words say: every form of the lexicon, and every quantity, with its place."""

from collections.abc import Mapping
from typing import NamedTuple

from rewriter.lexicon import Node, Sense, longest
from rewriter.reading.quantities import NUMBER_WORDS, STARTS, read_quantity
from rewriter.reading.quantities.units import UNITS

QUANTITIES = frozenset(
    "count duration distance load angle percent rate pressure ratio date clock frequency units "
    "number code ordinal".split()
)
# Families of kinds: how much was done, what is done, what is wrong with somebody or seen of a body, and what is used.
DOSES = frozenset({"count", "duration", "distance"})
TASKS = frozenset({"activity", "task", "function"})
TROUBLES = frozenset({"impairment", "symptom"})
BODILY = TROUBLES | {"vital"}
GEAR = frozenset({"device", "equipment", "surface"})
# What a measure or a score is told in, and how it changed.
VALUES = frozenset({"number", "ratio", "percent", "pressure"})
CHANGES = frozenset({"better", "worse", "same"})
# Amounts of help that are none.
ALONE = frozenset({"independent", "modified_independent"})
# How a cue reaches somebody.
SENSES = frozenset("verbal tactile visual manual auditory gestural".split())
# Cues that are things, used by whoever does something with them.
CUEING_THINGS = frozenset({"mirror", "full_length_mirror", "posture_mirror", "metronome"})
COLOURS = frozenset("red yellow green blue black orange purple silver gold white pink".split())


class Mention(NamedTuple):
    """A sense at words `first:last` of the text."""

    sense: Sense
    first: int
    last: int


_CORRECTION = Sense("correction", "self", "self", "self")


def find_mentions(low: list[str], gap: list[str], lexicon: Mapping[str, Node]) -> list[Mention]:
    """Return the mentions of a text in order; the longest form wins, with all its senses.

    `low` are the words, `gap` what stands before each.
    """
    found: list[Mention] = []
    known = lexicon.keys()
    reach = 0
    for at, word in enumerate(low):
        if at < reach:
            continue
        hit = longest(lexicon, low, at) if word in known else None
        number = read_quantity(low, gap, at) if word in STARTS or word[0].isdecimal() else None
        if number is not None and (hit is None or number[0] > hit[0]):
            reach = number[0]
            found.append(Mention(number[1], at, reach))
        elif hit is not None:
            reach = hit[0]
            for sense in hit[1]:
                found.append(Mention(sense, at, reach))
        if word == "no" and reach <= at + 1 and _takes_back(low, at):
            found = [mention for mention in found if mention.first < at]
            found.append(Mention(_CORRECTION, at, at + 1))
    return found


def _takes_back(low: list[str], no: int) -> bool:
    """Tell whether the word "no" stands between two figures, or two colours, of which the second is meant."""
    if low[no - 2 : no] == ["-", "-"] and low[no + 1 : no + 2] == [","]:  # "2x10 -- no, 1x10"
        return no > 2 and no + 2 < len(low) and _is_number(low[no - 3]) and _is_number(low[no + 2])
    commas = int(low[no - 1] == ",")
    before, after = no - 1 - commas, no + 1 + commas
    if before < 0 or after >= len(low) or (low[no + 1] == ",") != bool(commas):
        return False
    if commas and low[before] in UNITS:
        before -= 1  # "14 s, no, 15 s"
    one, other = low[before], low[after]
    return one != other and ((_is_number(one) and _is_number(other)) or {one, other} <= COLOURS)


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in NUMBER_WORDS


_EDGES = frozenset({".", ",", ";", "\n", "?", "!", "-"})
_BESIDE = frozenset({"treatment", "code", "admin"})
_WALKED = frozenset("walk walks walked walking amb ambulated ambulation gait mob ^ \u2191 increase".split())
# A word behind a bare number is what it counts or is a part of: "ex 27 wkr" is somebody of 27 weeks.
_BEHIND_TIME = frozenset("and then with for today total timed billed in of on to by only but min".split())
_OF_A_WAY = frozenset("last first final initial past over within every about".split())


def _is_in_row(low: list[str], mentions: list[Mention], index: int) -> bool:
    """The number stands between two commas, behind a figure and before one: "held 30 s, 25, 8 then gave way"."""
    _, first, last = mentions[index]
    if low[first - 1 : first] != [","] or low[last : last + 1] != [","]:
        return False
    behind = mentions[index - 1] if index else None
    led = behind is not None and behind.last == first - 1 and behind.sense.kind in QUANTITIES
    return led and low[last + 1 : last + 2] != [] and low[last + 1][0].isdecimal()


def settle_minutes(low: list[str], mentions: list[Mention], minutes: str) -> list[Mention]:
    """Read a bare number as minutes where it is the visit's own figure and stands as a time would.

    It must stand alone between marks, beside the code or the treatment's name, or carry a prime ("15'").
    """
    settled = list(mentions)
    walked = not _WALKED.isdisjoint(low)
    for index, (sense, first, last) in enumerate(mentions):
        if sense.kind not in ("number", "count") or sense.id.rstrip("'m") != minutes:
            continue
        before = low[first - 1] if first else "."
        after = low[last] if last < len(low) else "."
        alone = (before in _EDGES or before == "total") and after in _EDGES and not _is_in_row(low, mentions, index)
        near = [m for m in mentions[max(0, index - 2) : index + 3] if m.sense.kind in _BESIDE]
        ends = (
            sense.group == "prime"
            or not after.isalpha()
            or after in _BEHIND_TIME
            or any(other.first == last for other in near)
        )
        beside = ends and any(other.last == first or other.first == last for other in near)
        others = (m for m in mentions[max(0, index - 4) : index + 5] if m.first != first)
        # "drags toe last 15' of 2nd trial", "amb 40' + 25'": feet as well
        part = before in _OF_A_WAY or after == "of" or any(m.sense.group == "prime" for m in others)
        ways = sense.group == "prime" and sense.id.endswith("m")
        if ways and not beside and (not alone or walked):
            continue  # "gait 20m", "walk 6m, rest, 20m": metres as often
        if alone or beside or (sense.group == "prime" and not part):
            label = ("for " if sense.kind == "count" else "") + f"{minutes} minutes"
            settled[index] = Mention(Sense("duration", "minute", f"{float(minutes) * 60:g}", label), first, last)
    return settled
