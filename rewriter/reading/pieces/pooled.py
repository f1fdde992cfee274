"""Help at the end of a list that is said to be of all it lists: "bed mob, transfers, gait: min A", "all SBA".

Torn apart, the help would be told of the last alone.
"""

from rewriter.reading.mentions import DOSES, QUANTITIES
from rewriter.reading.reading import Reading

# What is told of one thing of the list alone, or ends it.
_OWN = (DOSES | QUANTITIES | {"level", "cue", "verb", "negation", "response", "impairment", "symptom"}) - {"number"}
_OF_ALL = frozenset({":", "all"})
_STOPS = frozenset({".", ";", "\n", "-", "->", "\u2192", "|"})


def find_end_of_pooled(reading: Reading, start: int, comma: int, last: int) -> int:
    """Return where the help for all of a list ends that goes on behind the comma, 0 where none does."""
    low, mentions = reading.words.low, reading.mentions
    colon = next((at for at in range(comma, last) if low[at] in _OF_ALL | _STOPS), last)
    if colon >= last or low[colon] not in _OF_ALL:
        return 0
    helps = [m for m in map(mentions.__getitem__, reading.between(colon + 1, last)) if m.sense.kind == "level"]
    if not helps or helps[0].first != colon + 1:
        return 0
    if any(mentions[i].sense.kind in _OWN for i in reading.between(start, colon)):
        return 0
    return next((at for at in range(helps[0].last, last) if low[at] == ","), last)
