"""Parts of the body, or motions, listed behind what was done to them: "stretch hams, quads, gastroc 3x30 s".

The dose behind the last may be that of each, and apart from its head a part says nothing.
"""

from collections.abc import Sequence

from rewriter.body import MOTIONS
from rewriter.punctuation import CLAUSE_ENDS
from rewriter.reading.reading import Reading

MOTIONS_WRITTEN = MOTIONS | frozenset("flex ext abd add sup pron er ir df pf".split())
_VALUES = frozenset({"count", "duration", "ratio", "percent", "angle", "number"})
_PARTS = frozenset({"part", "side"})
# What has a value, help or a tale of its own is no list of parts.
_OTHER = _VALUES | frozenset("level cue vital negation goal planned education diagnosis person distance".split())
_LONGEST_ITEM = 3
_FAR = 16
_MORE = frozenset("plus add adds added adding now incl including includes".split())
_PROGRAM = ["home", "exercise", "program"]


def lists_parts(reading: Reading, start: int, comma: int, last: int) -> int:
    """Return where the parts or motions end that the piece is about and the comma goes on with, 0 for none."""
    low, mentions = reading.words.low, reading.mentions
    before = {mentions[i].sense.kind for i in reading.between(start, comma)}
    if not before.isdisjoint(_OTHER) or not _names_part(reading, comma - 1):
        return 0
    if _names_part(reading, start) and low[comma - 1] not in MOTIONS_WRITTEN:
        return 0  # "R knee, hip abd 3x10": whose motion it is
    far, kept, at = min(last, comma + _FAR), 0, comma
    while at < far and low[at] == ",":
        first = at + 1
        at = next((word for word in range(first, far) if low[word] == "," or _has_value(reading, word)), far)
        held = {mentions[i].sense.kind for i in reading.between(first, at)}
        plain = all(word.isalpha() or word == "/" for word in low[first:at])
        if not 0 < at - first <= _LONGEST_ITEM or not plain or not held <= _PARTS:
            break
        if _names_part(reading, at - 1):
            kept = at
        elif at - first > 1:
            break  # one unknown word between parts may be one too: "UT, levator, SCM"
    ends = kept and (kept >= last or low[kept] == "," or _has_value(reading, kept))
    return kept if ends else 0


def _has_value(reading: Reading, at: int) -> bool:
    """A figure with what it counts begins at word `at`."""
    here = (reading.mentions[i] for i in reading.between(at, at + 1))
    return any(m.sense.kind in _VALUES for m in here)


def _names_part(reading: Reading, at: int) -> bool:
    """Word `at` is of a part of the body, or a motion."""
    if reading.words.low[at] in MOTIONS_WRITTEN:
        return True
    near = (reading.mentions[i] for i in reading.between(at - 3, at + 1))
    return any(m.sense.kind == "part" and m.first <= at < m.last for m in near)


def opens_program(reading: Reading, start: int) -> bool:
    """What is done at home opens the piece: "HEP bridges, clams": none of it was done here."""
    return reading.words.low[start : start + len(_PROGRAM)] == _PROGRAM


def holds_program(reading: Reading, start: int, mark: int) -> bool:
    """What is done at home is listed up to the mark: "HEP now putty + nerve glides", not "HEP given + gait 50 ft"."""
    told = reading.words.low[start + len(_PROGRAM) : mark]
    return opens_program(reading, start) and bool(told) and not _is_given(told)


def ends_program(reading: Reading, start: int, mark: int) -> bool:
    """The home programme was given; behind the mark is what was done here, with help: "HEP given + gait 50 ft CGA"."""
    given = _is_given(reading.words.low[start + len(_PROGRAM) : mark])
    return opens_program(reading, start) and given and _is_helped(reading, mark)


def _is_helped(reading: Reading, mark: int) -> bool:
    """Something done with help stands right behind the mark: nobody of the clinic helps at home."""
    low, mentions = reading.words.low, reading.mentions
    end = next((at for at in range(mark + 1, len(low)) if low[at] in CLAUSE_ENDS | {","}), len(low))
    kinds = [mentions[i].sense.kind for i in reading.between(mark + 1, end)]
    return kinds[:1] != [] and kinds[0] in ("activity", "task") and "level" in kinds


def _is_given(told: Sequence[str]) -> bool:
    return bool(told) and (told[-1].endswith("ed") or told[-1] == "given")


def lists_program(reading: Reading, start: int, comma: int) -> bool:
    """The comma goes on with what is done at home: "HEP bridges, clams, SLR 2x10"; none of it was done here."""
    low, mentions = reading.words.low, reading.mentions
    if not opens_program(reading, start):
        return False
    if _is_helped(reading, comma):
        return False  # "HEP bridges, clams, gait 50 ft CGA"
    if low[comma + 1 : comma + 2] != [] and low[comma + 1] in _MORE:
        return True  # "HEP cont, plus calf stretch 3x30s"
    behind = start + len(_PROGRAM) + (low[start + len(_PROGRAM)] == ":")
    end = next((at for at in range(comma + 1, len(low)) if low[at] in CLAUSE_ENDS), len(low))

    def does(first: int, last: int) -> bool:
        return any(mentions[i].sense.kind in ("activity", "task") for i in reading.between(first, last))

    return does(behind, min(comma, behind + 3)) and does(comma + 1, end)
