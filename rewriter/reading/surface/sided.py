"""A value of each side: "grip L 14#, R 62#" is "grip was 14 pounds on the left and 62 pounds on the right".

Each side has one value and nothing between them; what was so before stands in brackets behind, as written.
"""

from collections.abc import Sequence

from rewriter.body import SIDES
from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import Part as Word
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell
from rewriter.reading.surface.predicates import is_many

# A stretch of the note's own words, or words put between.
Part = tuple[int, int] | str

_ONE = any_of("number distance angle load duration percent ratio")
_VALUE = f"(?:about )*{_ONE}(?:to {_ONE})?"
# What was measured: a name without a side of its own.
_NAMED = any_of("sort act acts thing measure motion ability part symptom place word doing happening")
_NAME = f"(?:{_NAMED}|prep place ){{1,7}}+"
_PAIR = compile_pattern(
    f"(?P<name>{_NAME})(?:dash )?(?P<one>side )(?P<first>{_VALUE})(?:(?:comma |so |joint )(?:joint )?)?"
    f"(?P<other>side )(?P<second>{_VALUE})(?P<rest>open (?:(?!open |bar ).)+close )?"
)
# The side behind its value: "grip 28# R / 61 L".
_BEHIND = compile_pattern(
    f"(?P<name>{_NAME})(?:dash )?(?P<first>{_VALUE})(?P<one>side )(?:(?:comma |so |joint )(?:joint )?)?"
    f"(?P<second>{_VALUE})(?P<other>side )(?P<rest>open (?:(?!open |bar ).)+close )?"
)
_COUNT = spell([Word("number", 0, 1)])
_NO_JOINTS = frozenset({"+", "or", "but", "next"})


def find_sides(reading: Reading, first: int, last: int) -> list[Part] | None:
    """Return words `first:last` arranged as a sentence where they are a name with a value of either side."""
    low = reading.words.low
    parts = classify_words(reading, first, last)
    row = spell(parts)
    before = _PAIR.fullmatch(row)
    found = before or _BEHIND.fullmatch(row)
    if found is None:
        return None
    place = {name: _span(parts, *found.span(name)) for name in ("name", "one", "first", "other", "second", "rest")}
    sides = {low[place[name][0]] for name in ("one", "other")}
    between = low[place["first"][1] : place["other"][0]] if before else []
    counted = found["first"] == found["second"] == _COUNT
    alike = before is None or low[place["first"][0]] == low[place["second"][0]]
    if counted and alike and _is_done(reading, *place["name"]):
        return None  # so often it was done: "heel shin L 10 R 10"
    if sides != SIDES or not _NO_JOINTS.isdisjoint(between):
        return None
    told: list[Part] = [place["name"], "were" if is_many(low, *place["name"]) else "was", place["first"], "on the"]
    told += [place["one"], "and", place["second"], "on the", place["other"]]
    return [*told, place["rest"]] if found["rest"] else told


def _is_done(reading: Reading, first: int, last: int) -> bool:
    return any(reading.mentions[i].sense.kind == "activity" for i in reading.between(first, last))


def _span(parts: Sequence[Word], begin: int, end: int) -> tuple[int, int]:
    return (parts[begin].first, parts[end - 1].last) if 0 <= begin < end else (0, 0)
