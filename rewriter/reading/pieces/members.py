"""Lists that a sentence gives of something: "exacerbating factors include walking", "deficits in gait, balance".

What is listed belongs to what it is a list of. Torn from it, a thing that makes the pain worse is told as treatment.
"""

from rewriter.reading.reading import Reading

_LISTING = frozenset({"include", "includes", "included", "including"})
_MEASURED = frozenset(
    "difficulty difficulties trouble problems problem limitation limitations deficit deficits impairment impairments "
    "issues limited restricted".split()
)
# Of these nothing need lead to the members: "hx DM, HTN", "PMH: falls".
_PAST = frozenset({"history", "hx", "pmh", "pmhx"})
_IN = frozenset({"in", "with", "during", "of", "for"})
# Of these the members are what was done.
_DONE = frozenset(
    "treatment treatments tx rx session sessions therapy therapies intervention interventions exercise exercises "
    "activity activities program training work today therex te ta nmr practice drills tasks patient pt we i worked "
    "hep".split()
)
# Whatever these are of is none that was done.
_CAUSING = frozenset("aggravating exacerbating alleviating relieving easing provoking worsening irritating".split())
# A member of its own right has one of these.
_TOLD_OF = frozenset({"number", "count", "duration", "distance", "level", "cue", "ratio", "load", "score", "response"})
_FEWEST = 2


def lists_members(reading: Reading, first: int, last: int, indexes: list[int]) -> bool:
    """Tell whether words `first:last` are a list of what they name first, none of it told of by itself."""
    low = reading.words.low
    first += 2 if low[first + 1 : first + 2] == [","] else 0  # "Again, ..."
    comma = next((at for at in range(first, last) if low[at] == ","), last)
    opened = next((at for at in range(first + 1, comma) if _opens(low, first, at)), 0)
    if not opened:
        return False
    if not _CAUSING.isdisjoint(low[first:opened]):
        return True
    past = low[opened - 1] in _PAST
    if low[first:last].count(",") + low[first:last].count("and") < (1 if past else _FEWEST):
        return False
    told_of = _TOLD_OF - {"number"} if past else _TOLD_OF  # years
    return not any(reading.mentions[i].sense.kind in told_of and reading.mentions[i].first > opened for i in indexes)


def _opens(low: list[str], first: int, at: int) -> bool:
    """The word at `at` opens a list of what is named before it."""
    if low[at] in _LISTING:
        return _DONE.isdisjoint(low[first:at]) or not _CAUSING.isdisjoint(low[first:at])
    return low[at - 1] in _PAST or (low[at] in _IN and low[at - 1] in _MEASURED)
