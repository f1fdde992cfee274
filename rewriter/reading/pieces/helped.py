"""What stands behind a level of help: another row's, the other side's, or what was done to a part meanwhile."""

from rewriter.body import OPPOSITE
from rewriter.reading.mentions import ALONE
from rewriter.reading.pieces.commas import OTHER_WAYS, PREPOSITIONS
from rewriter.reading.reading import Reading

# What is done to a part while the patient moves.
_HELD = frozenset("blocked guarded supported stabilized braced held positioned secured splinted facilitated".split())

# Between two levels: from one to the other.
_RANGED = frozenset({"-", "\u2013", "/", "to", "or"})
_LONGEST = 5
_MARKS = frozenset({",", ".", ";", "\n", "->", "\u2192"})
# They lead to where, from where or how else the task was done.
_LEADING = PREPOSITIONS - {"while", "until", "despite", "only"} | {"to", "into", "onto", "off", "without", "w/o"}


def opens_own_row(reading: Reading, comma: int) -> bool:
    """Behind a level of help and its comma the same task is told again with its own: "CGA, from low chair x2 min A".

    What leads to it is a preposition. A level right behind that is no row: "CGA, with min A x1 for LOB".
    """
    low, mentions = reading.words.low, reading.mentions
    if low[comma + 1 : comma + 2] == [] or low[comma + 1] not in _LEADING:
        return False
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _MARKS), 0)
    end = next((at for at in range(comma + 1, len(low)) if low[at] in _MARKS), len(low))
    levels = [mentions[i].first for i in reading.between(comma + 1, end) if mentions[i].sense.kind == "level"]
    if len(levels) != 1 or levels[0] < comma + 3:
        return False
    return any(mentions[i].sense.kind == "level" for i in reading.between(begin, comma))


def shares_helped(reading: Reading, start: int, at: int, indexes: list[int]) -> bool:
    """A piece that tells one side's help tells the other's: "rolled L x4 mod A, R x4 min A", "in CGA, out min A"."""
    before = [reading.mentions[i] for i in indexes if start <= reading.mentions[i].first < at]
    helped = next((item.last for item in before if item.sense.kind == "level"), None)
    if helped is None:
        return False
    way = reading.words.low[at - 1] in OTHER_WAYS and reading.words.low[at - 2] == ","
    return way or any(item.sense.kind == "side" and item.first >= helped for item in before)


def tells_held_part(reading: Reading, at: int, indexes: list[int]) -> bool:
    """Behind a level of help and its count stands what was done to a part of the body: "max A x2 knees blocked R"."""
    low, mentions = reading.words.low, reading.mentions
    ended = [mentions[i] for i in indexes if mentions[i].last == at]
    count = next((m for m in ended if m.sense.kind == "count" and m.sense.group == "x"), None)
    if count is not None:
        ended = [mentions[i] for i in indexes if mentions[i].last == count.first]
    if all(m.sense.kind != "level" for m in ended):
        return False
    end = at
    for kind in ("side", "part"):
        end = max(
            (mentions[i].last for i in indexes if mentions[i].first == end and mentions[i].sense.kind == kind),
            default=end,
        )
    return end > at and low[end : end + 1] != [] and low[end] in _HELD


def ends_range(reading: Reading, at: int) -> bool:
    """A level at word `at` ends a range that another begins: "CGA-SBA", "min A to CGA"; one help, never two."""
    words = reading.words
    last = at if words.gap[at] == "-" else at - 1 if words.low[at - 1] in _RANGED else 0
    return any(
        reading.mentions[i].last == last and reading.mentions[i].sense.kind == "level"
        for i in reading.between(max(0, last - _LONGEST), last)
    )


def stands_against(reading: Reading, start: int, at: int) -> bool:
    """Nobody's help on one side stands at word `at`, and the other side's help follows: "L 4 ft ind, R 2 ft min A".

    Torn from its side it would be told of the other.
    """
    low, mentions = reading.words.low, reading.mentions
    here = [mentions[i] for i in reading.between(at, at + 1)]
    level = next((m for m in here if m.sense.kind == "level" and m.sense.group in ALONE), None)
    if level is None or low[level.last : level.last + 1] != [","]:
        return False
    other = low[level.last + 1] if level.last + 1 < len(low) else ""
    if OPPOSITE.get(other) not in low[start:at]:
        return False
    end = next((k for k in range(level.last + 1, len(low)) if low[k] in _MARKS), len(low))
    return any(mentions[i].sense.kind == "level" for i in reading.between(level.last + 2, end))
