"""A spaced dash that parts nothing: a range, the figure of what it names, or where and from what it was done.

"Gait 30 - 50 ft", "extension - 5 deg", "50 ft - 75 ft", "toilet transfer - from raised seat".
"""

from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.reading import Reading

_LONGEST_LABEL = 2
_CODE = 5  # figures


def spans(reading: Reading, start: int, dash: int) -> bool:
    """Tell whether the dash of a piece that begins at word `start` joins what stands on both sides of it."""
    low = reading.words.low
    if dash == start or dash + 1 >= len(low):
        return False
    before, behind = low[dash - 1], low[dash + 1]
    if behind in PREPOSITIONS:
        return True
    if (
        max(len(before), len(behind)) < _CODE
        and before.isdecimal()
        and behind[0].isdecimal()
        and low[dash - 2 : dash - 1] not in (["x"], ["/"])
    ):
        return True
    named = dash - start <= _LONGEST_LABEL and all(word.isalpha() for word in low[start:dash])
    if named and behind[0].isdecimal():
        return True
    kinds = {m.sense.kind for m in map(reading.mentions.__getitem__, reading.between(start, dash)) if m.last == dash}
    again = {reading.mentions[i].sense.kind for i in reading.between(dash + 1, dash + 2)}
    return bool(kinds & again & (QUANTITIES - {"count"}))
