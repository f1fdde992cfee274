"""What a cue asked for, told on behind a mark: it is the cue's, and nothing that the patient did.

"VC for big steps + not reaching past BOS", "VC for nose over toes, not to pull on rail", "VC to scoot, keep R foot
flat".
"""

from rewriter.reading.reading import Reading

_LEADS = frozenset({"for", "to"})
_AMOUNTS = frozenset({"count", "level", "frequency", "duration"})
# What is done or given, and not asked for, has one of these.
_OWN = frozenset({"count", "duration", "distance", "level", "load", "cue"})
_MARKS = frozenset({",", ".", ";", "\n", "+", "&", "->", "\u2192"})
# Behind a comma only these still ask: other words there may tell what the patient did.
_ASKING = frozenset({"keep", "let", "avoid", "stay", "don't", "dont"})
_INFINITIVES = (["not", "to"], ["never", "to"])


def asks_on(reading: Reading, start: int, mark: int) -> bool:
    """Tell whether a cue that begins at word `start` asks for what stands behind the mark as well."""
    low = reading.words.low
    if mark + 2 >= len(low) or not _asks(reading, start, mark):
        return False
    if low[mark] == ",":
        return low[mark + 1] in _ASKING or low[mark + 1 : mark + 3] in _INFINITIVES
    if low[mark + 1] == "not":
        return True
    end = next((at for at in range(mark + 1, len(low)) if low[at] in _MARKS), len(low))
    behind = end + 1 if low[end : end + 1] == [","] else end
    beside = [reading.mentions[i] for i in reading.between(mark + 1, behind + 1)]
    return all(mention.sense.kind not in _OWN for mention in beside)


def _asks(reading: Reading, start: int, mark: int) -> bool:
    """The piece is a cue, however many, and what it was for: "verbal cues 4 times for big steps"."""
    low, mentions = reading.words.low, reading.mentions
    cue = next((mentions[i] for i in reading.between(start, mark) if mentions[i].sense.kind == "cue"), None)
    if cue is None:
        return False
    before = [mentions[i].sense.kind for i in reading.between(start, cue.first)]
    if not set(before) <= _AMOUNTS or cue.first - start > len(before) + 1:
        return False
    at = cue.last
    for amount in (mentions[i] for i in reading.between(cue.last, mark)):
        if amount.first == at and amount.sense.kind in _AMOUNTS:
            at = amount.last
    return low[at] in _LEADS and at + 1 < mark
