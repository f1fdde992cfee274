"""Where "3x20" may be so many seconds: of what is held nobody knows it, and it stays as it was written."""

from rewriter.calendar import WEEKDAYS
from rewriter.punctuation import BREAKS
from rewriter.reading.mentions import TASKS, Mention
from rewriter.reading.reading import Reading

# How one stands, and on what.
_HELD = frozenset({"position", "vision"})
_WITH = _HELD | {"surface", "equipment", "side", "part"}
# What is held is called so.
_STANCES = frozenset({"stance", "romberg", "plank", "balance", "hold", "isometric", "isometrics"})
_FORMERLY = WEEKDAYS | frozenset(
    "last was were previous previously prev prior tx treatment visit session time week wk day yesterday today then "
    "now".split()
)
_STOPS = frozenset({",", "(", ";", ":", "-", "->", "\u2192"})
_PARTS = _STOPS | BREAKS | {"+", "&"}
_JOINED = ([","], ["+"], ["&"])
_LONGEST = 24


def may_be_seconds(reading: Reading, sets: Mention, first: int) -> bool:
    """Only a stance stands before the figures, or what was timed before: "EC 3x15", "3 x 45 sec (last 3 x 20)"."""
    low, mentions = reading.words.low, reading.mentions
    begin = next((at + 1 for at in range(sets.first - 1, first - 1, -1) if low[at] in _STOPS), first)
    here = [mentions[i] for i in reading.between(begin, sets.first)]
    held = {m.first for m in here if m.sense.kind in _HELD or not _STANCES.isdisjoint(m.sense.id.split("_"))}
    named = any(m.sense.kind in TASKS and m.first not in held for m in here)
    if " of " not in sets.sense.label:
        return False
    if any(m.last == sets.first and m.sense.kind == "duration" and "x" in m.sense.id for m in here):
        return True  # "VOR 2x30 s 1x20"
    if named:
        return False
    sure = {at for m in here for at in range(m.first, m.last)}
    unknown = any(at not in sure and low[at].isalpha() and len(low[at]) > 2 for at in range(begin, sets.first))
    if any(m.sense.kind == "vision" for m in here) or (held and not unknown and _is_stance(here)):
        return True
    if any(low[at].isalpha() and low[at] not in _FORMERLY for at in range(begin, sets.first)):
        return False
    return _is_beside_timed(reading, sets)


def _is_beside_timed(reading: Reading, sets: Mention) -> bool:
    """The dose before it in the list, or right behind it, is timed, and nothing is named that was done so often.

    "SLS 2x30 s, 1x20", "1x20 + 2x30 s SLS"; in "plank 2x20 s, squats 1x15" it is of the squats.
    """
    low, mentions = reading.words.low, reading.mentions
    begin = next((at + 1 for at in range(sets.first - 1, -1, -1) if low[at] in _PARTS), 0)
    end = next((at for at in range(sets.last, len(low)) if low[at] in _PARTS), len(low))
    if any(mentions[i].sense.kind in TASKS for i in reading.between(begin, end)):
        return False
    since = max((at + 1 for at in range(begin) if low[at] in BREAKS - {";"}), default=0)
    before = [mentions[i].sense for i in reading.between(max(since, begin - _LONGEST), begin)]
    doses = [sense for sense in before if sense.kind in ("count", "duration")]
    behind = [mentions[i].sense for i in reading.between(end + 1, end + 2)] if low[end : end + 1] in _JOINED else []
    return any(sense.kind == "duration" and "x" in sense.id for sense in doses[-1:] + behind)


def _is_stance(here: list[Mention]) -> bool:
    """The stance is what is done: it is an exercise by its name, and nothing beside it but on what."""
    places = {
        (m.first, m.last) for m in here if m.sense.kind in _HELD or not _STANCES.isdisjoint(m.sense.id.split("_"))
    }
    done = any(m.sense.kind == "activity" and (m.first, m.last) in places for m in here)
    return done and all(m.sense.kind in _WITH | TASKS for m in here)
