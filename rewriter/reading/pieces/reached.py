"""How far a goal is by now, told behind its comma: "goal stand 2 min, today 90 sec", "goal 150 ft SBA, now 90 ft CGA".

Apart from its goal the figure would say nothing, or be taken for something else.
"""

from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.reading import Reading

_NOW = frozenset({"today", "now", "currently", "presently"})
_MARKS = frozenset({",", ".", ";", "\n", "->", "\u2192"})
_LONGEST_GOAL = 3  # words before it


def find_end_of_reached(reading: Reading, start: int, comma: int, last: int) -> int:
    """Return where the words on how far a goal is end, 0 where none stand behind the comma."""
    low, mentions = reading.words.low, reading.mentions
    aimed = any(mentions[i].sense.kind == "goal" for i in reading.between(start, min(start + _LONGEST_GOAL, comma)))
    end = next((at for at in range(comma + 1, last) if low[at] in _MARKS), last)
    if not aimed or end <= comma + 2:
        return 0
    figured = any(mentions[i].sense.kind in QUANTITIES for i in reading.between(comma + 1, end))
    now = low[comma + 1] in _NOW or low[end - 1] in _NOW or low[comma + 1 : comma + 3] == ["at", "present"]
    return end if figured and now else 0
