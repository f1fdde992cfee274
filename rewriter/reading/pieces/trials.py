"""The figures of several trials in a row stay together: "stand 45, 60, 30 sec mod A", "gait 30 ft, 45 ft, 60 ft CGA".

Torn apart, a figure would say nothing of what it was, and the help behind the last would be told of the last alone.
"""

from collections.abc import Sequence

from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.reading import Reading

# What is counted with its unit, trial by trial.
_MEASURED = frozenset({"duration", "distance", "angle", "load", "percent"})
_LONG = frozenset({"hour", "day", "week", "month", "year"})
_DONE = frozenset({"activity", "task", "position", "surface", "ability", "verb", "function", "treatment", "device"})
_FOUND = frozenset({"vital", "measure", "symptom"})
# What may stand behind the last figure: it opens or ends something, and names no other thing that was so long.
_BEHIND = frozenset({"level", "cue", "count", "side"})
_ENDS = frozenset(", - -> \u2192 . ; ( ) + & / each ea hold holds respectively".split()) | PREPOSITIONS
_JOINTS = frozenset({"and", "&", "then"})
_TRIES = frozenset("try trial attempt set rep time round bout".split())
_TURNS = frozenset({"count", "ordinal"})
_COUNTED = frozenset({"distance", "count"})
_FEWEST_BARE = 3
_VISIT = 480  # seconds: eight minutes are the least that a timed code takes


def find_end_of_trials(reading: Reading, start: int, comma: int, last: int) -> int:
    """Return where the row of figures that goes on behind the comma ends, 0 where none does."""
    low, mentions = reading.words.low, reading.mentions
    figures = [m for m in _figures(reading, start, comma) if _end_turns(reading, m) == comma]
    at = comma
    while at < last and (low[at] == "," or low[at] in _JOINTS):
        begin = at + 1 + (low[at] == "," and low[at + 1 : at + 2] != [] and low[at + 1] in _JOINTS)
        begin = _skip_turn(reading, begin, last)
        behind = next((m for m in _figures(reading, begin, min(begin + 1, last)) if m.first == begin), None)
        if behind is None or _end_turns(reading, behind) > last:
            break
        figures.append(behind)
        at = _end_turns(reading, behind)
    if at == comma or not _are_alike(figures):
        return 0
    told = {mentions[i].sense.kind for i in reading.between(start, comma)}
    named = not told.isdisjoint(_DONE) or len(figures) >= _FEWEST_BARE
    if not told.isdisjoint(_FOUND) or not named or figures[0].first == start:
        return 0  # "HR 92, 98, 60 ft": a value, and then a way; "home visit 45 min, 14 mo"
    begun = [mentions[i].sense for i in reading.between(at, at + 1) if mentions[i].first == at]
    here = {sense.kind for sense in begun if sense.group != "grading"}  # "2 min seated rest"
    ended = at >= last or low[at] in _ENDS or not here.isdisjoint(_BEHIND)
    return at if ended else 0


def _figures(reading: Reading, first: int, last: int) -> list[Mention]:
    held = [reading.mentions[i] for i in reading.between(first, last)]
    return [
        m
        for m in held
        if m.sense.kind == "number"
        or (m.sense.kind in _MEASURED and m.sense.group not in _LONG)
        or (m.sense.kind == "count" and m.sense.group == "repetition")
    ]


def _end_turns(reading: Reading, figure: Mention) -> int:
    """Return where a figure ends with how often or at which turn it was so: "35 ft x2", "22 s 1st"."""
    if figure.sense.kind == "number":
        return figure.last
    behind = (reading.mentions[i] for i in reading.between(figure.last, figure.last + 1))
    return next((m.last for m in behind if m.first == figure.last and m.sense.kind in _TURNS), figure.last)


def _skip_turn(reading: Reading, at: int, last: int) -> int:
    """Return where a figure may begin behind the number of its turn: "2nd 35 s", "2nd try 35 s"."""
    low, mentions = reading.words.low, reading.mentions
    here = (mentions[i] for i in reading.between(at, min(at + 1, last)))
    behind = next((m.last for m in here if m.first == at and m.sense.kind == "ordinal"), at)
    return behind + (at < behind < last and low[behind] in _TRIES)


def _are_alike(figures: Sequence[Mention]) -> bool:
    """All have the unit of the last; bare figures borrow it where there are enough of them to be a row.

    Many minutes behind seconds are the visit's, and not of the row.
    """
    bare = [m.sense.kind == "number" and m.sense.group != "prime" for m in figures]
    units = {m.sense.kind for m in figures if m.sense.kind != "number"}
    if figures[0].sense.group == "second" and any(map(_is_visit_long, figures)):
        return False
    apart = any(bare) and units.isdisjoint(_COUNTED)  # "bike 5, 10 min" may tell a level
    enough = len(figures) >= (_FEWEST_BARE if apart else 2)
    return enough and len(units) <= 1 and (not bare[-1] or all(bare))


def _is_visit_long(figure: Mention) -> bool:
    sense = figure.sense
    return sense.kind == "duration" and sense.group == "minute" and sense.id.isdecimal() and int(sense.id) >= _VISIT
