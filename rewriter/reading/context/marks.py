"""Marks: the words of a sentence at which a scope may end, and the commas of lists, at which it does not.

A clause ends at a turn ("but", "while", "which"), at a reason ("due to"), at a joint ("and", a comma) with a new verb,
subject or cue behind it, and at a comma that does not continue a list.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from rewriter.english import ANDS, BE, DETERMINERS
from rewriter.reading.context.places import Line, last_in
from rewriter.reading.mentions import QUANTITIES

TURNS = frozenset(
    ": ; \u2192 -> ( ) | but however while although though except excluding besides yet whereas then only who "
    "which".split()
)
REASONS = frozenset({"due", "because", "secondary", "since", "so", "given", "until", "unless", "if"})
_PAIRED_TURNS = {"other": "than", "apart": "from", "aside": "from", "as": "the"}
TODAY = frozenset({"now", "today", "currently", "presently", "versus", "vs"})
THIS = frozenset({"visit", "session", "date", "treatment", "time", "week", "morning", "afternoon", "am", "pm"})
COMMAS = frozenset({",", "-", "\u2013", "\u2014"})
ONE = frozenset({"a", "an", "one", "some"})  # what is joined with one of these is named by itself
_ORS = frozenset({"or", "nor"})
CIRCUMSTANCES = frozenset(
    "with during in on at from when after before by throughout upon over under against via using for as where between "
    "across within through".split()
)
_MOMENTS = frozenset({"during", "when", "after", "before", "throughout"})
SUBJECTS = frozenset({"he", "she", "they", "i", "we", "it", "this", "there", "patient", "pt", "therapist"})
_AUXILIARIES = frozenset(
    "was were is are had has have did does needed required able can could will".split()  # as good as a verb
)
PASSIVE = BE | {"got"}
# A finding that is there ends what is denied before it: "negative for pain, positive for fatigue".
_FOUND = "positive"
_DENYING = frozenset({"no", "not", "without", "for", "any", "never", "denies", "or", "nor", "a", "more", "less"})
_SINGLE = frozenset({_FOUND, '"'})
_MARKS = TURNS | REASONS | frozenset(_PAIRED_TURNS) | TODAY | COMMAS | ANDS | _ORS | CIRCUMSTANCES | SUBJECTS | _SINGLE
_NOT_IN_ITEMS = CIRCUMSTANCES | _AUXILIARIES | TURNS
_STOPS = frozenset({".", "!", "?"})

# --- kinds ---
_DOING = frozenset(
    {"activity", "treatment", "education", "task", "position", "surface", "device", "equipment", "function"}
)
_HELPING = frozenset({"cue", "level"})
_DEEDS = _DOING | _HELPING | {"goal", "duration", "code", "measure"}
_DOSES = frozenset({"count", "level"})
_SPEAKING = frozenset({"reported", "refusal", "planned", "negation"})
FINDINGS = frozenset({"impairment", "symptom", "cue", "level", "deficit"})

ITEM = 4  # words an item of a list may have


class Marks(NamedTuple):
    """The words of a sentence at which scopes may end, in order.

    `turns` end every scope; `commas` and `deeds` (a joint with treatment behind it) those that are no lists; `ands` end
    a scope to the left; `todays` end what is past or planned, `places` a denied finding, `moments` (those of time) any
    denial; `subjects` end a denied noun; `series` are the commas of "X, Y and Z", `doses` joints with dosed treatment
    behind them. Beside them stand the quotation marks, and the words at which findings and figures begin.
    """

    turns: list[int]
    commas: list[int]
    ands: list[int]
    deeds: list[int]
    todays: list[int]
    places: list[int]
    moments: list[int]
    subjects: list[int]
    series: set[int]
    doses: list[int]
    quotes: list[int]
    findings: list[int]
    figures: list[int]


def find_marks(line: Line) -> Marks:
    """Return the marks of a sentence, in one walk over it."""
    low, first, last = line.low, line.first, line.last
    turns: list[int] = []
    commas: list[int] = []
    ands: list[int] = []
    ors: list[int] = []
    todays: list[int] = []
    places: list[int] = []
    moments: list[int] = []
    subjects: list[int] = []
    quotes: list[int] = []
    joints: list[int] = []
    for at in range(first, last):
        word = low[at]
        if word not in _MARKS:
            continue
        if word == _FOUND:
            if low[at - 1] not in _DENYING:
                turns.append(_begin_of_name(line, at))
        elif _is_turn(low, at):
            turns.append(at)
        elif word in TODAY or (word == "this" and line.word(at + 1) in THIS):
            todays.append(at)
        elif word in COMMAS or word in ANDS:
            if word == "-" and _between_numbers(low, at):
                continue
            joints.append(at)
            if line.word(at + 1) == "?" or _opens_clause(line, at + 1):  # "denies head strike, ?legs gave out"
                turns.append(at)
            elif word in COMMAS:
                commas.append(at)
            elif _says_something(line, max([first, *joints[-2:-1], *turns[-1:]]), at):
                ands.append(at)
        elif word in CIRCUMSTANCES:
            places.append(at)
            if word in _MOMENTS:
                moments.append(at)
        elif word in SUBJECTS:
            subjects.append(at)
        elif word in _ORS:
            ors.append(at)
        elif word == '"':
            quotes.append(at)
            if low[at - 1] in _STOPS:
                turns.append(at)
    listed = _find_listed(line, commas, turns, ors)
    deeds, doses = _find_deeds(line, joints, listed)
    return Marks(
        turns,
        [at for at in commas if at not in listed] if listed else commas,
        ands,
        deeds,
        todays,
        places,
        moments,
        subjects,
        _find_series(line, commas, turns, [at for at in joints if low[at] in ANDS]),
        doses,
        quotes,
        [at for at, kind in zip(line.starts, line.kinds, strict=True) if kind in FINDINGS],
        [at for at, kind in zip(line.starts, line.kinds, strict=True) if kind in QUANTITIES],
    )


# --- what a word or a joint is ---


def _begin_of_name(line: Line, at: int) -> int:
    """Return the first word of what is named with the word at `at`: of "Dix-Hallpike positive"."""
    index = line.first_from(at + 1) - 1
    return line.starts[index] if index >= 0 and line.mentions[index].last > at else at


def _is_turn(low: list[str], at: int) -> bool:
    word = low[at]
    if word in TURNS:
        return True
    if word in REASONS:
        return not (word == "so" and low[at - 1] in ("do", "doing"))
    return word in _PAIRED_TURNS and low[at + 1 : at + 2] == [_PAIRED_TURNS[word]]


def _between_numbers(low: list[str], at: int) -> bool:
    return at > 0 and low[at - 1][0].isdecimal() and at + 1 < len(low) and low[at + 1][0].isdecimal()


def _opens_clause(line: Line, at: int) -> bool:
    """What stands behind a joint has a subject, a verb or a cue of its own."""
    word = line.word(at)
    if word in SUBJECTS or word in _AUXILIARIES:
        return True
    if word in DETERMINERS:
        return "person" in line.kinds_at(at + 1)
    for mention in line.mentions[line.first_from(at) : line.first_from(at + 1)]:
        sense = mention.sense
        if sense.kind == "verb" and sense.label in ("past", "third") and word.endswith(("ed", "s")):
            return _DOING.isdisjoint(line.kinds_at(at))
        if sense.kind in _SPEAKING and sense.group != "pseudo" and word != "nor":
            return True
    return False


def _says_something(line: Line, first: int, last: int) -> bool:
    """What stands left of an "and" is a statement (with a verb or a figure), not the first item of a list."""
    for mention in line.mentions[line.first_from(first) : line.first_from(last)]:
        sense = mention.sense
        if sense.kind in QUANTITIES or sense.kind == "level" or (sense.kind == "verb" and sense.label == "past"):
            return True
    return not PASSIVE.isdisjoint(line.low[first:last])


def _find_deeds(line: Line, joints: list[int], listed: set[int]) -> tuple[list[int], list[int]]:
    """Return the joints with treatment behind them, and those of them whose treatment is dosed."""
    deeds = []
    doses = []
    before = 0
    for joint, end in pairwise([*joints, line.last]):
        if joint not in listed and _turns_to_deeds(line, before, joint, end):
            deeds.append(joint)
            if not _DOSES.isdisjoint(line.kinds_in(joint, end)):
                doses.append(joint)
        before = joint
    return deeds, doses


def _turns_to_deeds(line: Line, before: int, joint: int, end: int) -> bool:
    """What follows a joint is treatment again: "denies pain, sit to stand x8"; not so in "no cane and no walker"."""
    at = line.first_from(joint + 1)
    if at == len(line.starts) or line.starts[at] >= end:
        return False
    kinds = line.kinds_at(line.starts[at])
    if _DEEDS.isdisjoint(kinds):
        return False
    if line.low[joint] not in ANDS or not at or line.starts[at - 1] < before:
        return True
    others = line.kinds_at(line.starts[at - 1])
    return all(group.isdisjoint(kinds) or group.isdisjoint(others) for group in (_DOING, _HELPING))


# --- lists ---


def _find_listed(line: Line, commas: list[int], turns: list[int], closers: list[int]) -> set[int]:
    """Return the commas of lists that a closer ends: "no X, Y or Z". An item is short, with neither verb nor figure."""
    listed: set[int] = set()
    for end in closers:
        at = bisect_left(commas, end) - 1
        while (
            at >= 0
            and commas[at] not in listed
            and commas[at] > last_in(turns, end, -1)
            and is_item(line, commas[at] + 1, end)
        ):
            listed.add(commas[at])
            end = commas[at]
            at -= 1
    return listed


def _find_series(line: Line, commas: list[int], turns: list[int], ands: list[int]) -> set[int]:
    """Return the commas of "X, Y and Z" where X, too, is a bare item: it begins the clause."""
    series: set[int] = set()
    for at in sorted(_find_listed(line, commas, turns, ands)):
        turn = last_in(turns, at, line.first - 1)
        before = max(turn, last_in(commas, at, line.first - 1))
        if (before == turn or before in series) and at - before > 1 and is_item(line, before + 1, at):
            series.add(at)
    return series


def is_item(line: Line, first: int, last: int) -> bool:
    """Tell whether the words `first:last` can be an item of a list."""
    return (
        last - first <= ITEM
        and _NOT_IN_ITEMS.isdisjoint(line.low[first:last])
        and QUANTITIES.isdisjoint(line.kinds_in(first, last))
    )
