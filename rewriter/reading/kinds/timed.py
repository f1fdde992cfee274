"""Pieces that give the result of a test by the name of what was done in it: a time by the stopwatch, a reach.

"Sit to stand no UE 5x 22 s", "gait 10 m 8.4 s", "Y balance ant R 56 L 63 cm": told as a treatment they would be a dose.
"""

from collections.abc import Sequence

from rewriter.reading.mentions import TASKS, Mention
from rewriter.reading.reading import Reading

# One rises from a chair five times against the watch; no rise is held for seconds.
_RISES = ({"sit", "stand"}, {"chair", "rise"}, {"chair", "rises"}, {"chair", "stand"}, {"chair", "stands"})
_RISEN = "5"
_ROUND = 5
_REACHES = frozenset({"y_balance", "star_excursion"})
# So far one reaches or hops; nobody is given centimetres to do.
_SMALL = frozenset({"centimeter", "millimeter"})
_REACHED = _SMALL | {"inch", "percent"}
_GIVEN = frozenset({"count", "load", "level", "cue"})
# What a length in front of it is the height of: "step up 15 cm box".
_OF_HEIGHT = frozenset("step steps box stool block platform curb hurdle hurdles stair riser foam ball cone".split())
_FAR = 8  # words
_SHORT_ASIDE = 4  # words
_NOT_TIMED = frozenset("hold holds rest rests break breaks each ea per between on off".split())
# What a balance test asks one to hold, by name or by its last word; and the floor it is held on.
_STANCES = frozenset({"single_leg_stance", "romberg", "sharpened_romberg", "tandem", "static_standing"})
_HELD = ("stance", "standing")
_QUIET = frozenset({"static", "quiet"})
_TESTED_ON = frozenset({"foam", "firm", "airex"})
# So long each, or at a time, is how an exercise is given.
_DRILLS = (["each"], ["ea"], ["hold"], ["holds"])
_BEFORE_FORMER = frozenset({"was", "from", "prev", "previous", "prior", "last", "initially", "baseline"})


def is_result(reading: Reading, inside: Sequence[int], head: int | None, last: int) -> bool:
    """Tell whether the figures of a piece that names a deed are what came out of it."""
    mentions = [reading.mentions[i] for i in inside]
    return (
        _is_timed(reading, mentions, last)
        or _is_held(reading, mentions, head, last)
        or _is_reach(reading, mentions, head, last)
    )


def _is_timed(reading: Reading, mentions: Sequence[Mention], last: int) -> bool:
    """Five rises in so many seconds, or tenths of a second, which nobody is given to do."""
    low = reading.words.low
    timed = [m for m in mentions if m.sense.kind == "duration" and m.sense.group == "second"]
    for time in timed:
        if time.last < last and low[time.last] in _NOT_TIMED:
            continue
        count, times, seconds = time.sense.id.rpartition("x")
        if "." in seconds:
            return True
        before = {word for word in low[max(0, time.first - _FAR) : time.first] if word.isalpha()}
        if not any(rise <= before for rise in _RISES):
            continue
        counted = count if times else next((m.sense.id for m in mentions if m.sense.kind == "count"), "")
        if counted == _RISEN or (counted and seconds.isdecimal() and int(seconds) % _ROUND):
            return True
    return False


def _is_held(reading: Reading, mentions: Sequence[Mention], head: int | None, last: int) -> bool:
    """So long a stance was held: "SLS L firm EO 41 s", "tandem R lead 14 s"; nobody treats in one of a few seconds.

    In sets, for minutes, or with something done in it, it is an exercise: "SLS 3x30 s", "tandem 30 s w/ ball toss".
    """
    low = reading.words.low
    times = [m for m in mentions if m.sense.kind == "duration"]
    if not times or any(m.sense.group != "second" or "x" in m.sense.id for m in times):
        return False
    apart = "(" not in low[times[0].last : times[-1].first]
    if apart and len(times) > 1 and len({m.sense.id for m in times}) == 1:
        return False  # "30 s L / 30 s R": as long on each side may be a dose
    if any(m.sense.kind in ("count", "cue") for m in mentions):
        return False
    if any(low[time.last : time.last + 1] in _DRILLS for time in times):
        return False
    named = reading.mentions[head] if head is not None else None
    if any(m.sense.kind in TASKS and (named is None or m.first != named.first) for m in mentions):
        return False
    stance = named is not None and (
        named.sense.id in _STANCES
        or named.sense.id.endswith("_stance")
        or low[named.last - 1] in _HELD
        or low[named.first - 1] in _QUIET
    )
    seen = any(m.sense.kind == "vision" for m in mentions) and not _TESTED_ON.isdisjoint(low[mentions[0].first : last])
    return stance or seen or any(_has_former(low, time.last) for time in times)


def _has_former(low: Sequence[str], at: int) -> bool:
    """What it was before stands in brackets at word `at`: "9 s (6)", "22 s (was 14)"."""
    if low[at : at + 1] != ["("] or at + 2 >= len(low):
        return False
    begin = at + 1 + (low[at + 1] in _BEFORE_FORMER)
    end = next((n for n in range(begin, len(low)) if low[n] == ")"), begin)
    return low[begin][0].isdecimal() and end - begin <= _SHORT_ASIDE


def _is_reach(reading: Reading, mentions: Sequence[Mention], head: int | None, last: int) -> bool:
    """So far one came: "star excursion R 71, L 80 cm", "knee to wall 6 cm", "functional reach 7 in"."""
    if any(m.sense.kind in _GIVEN for m in mentions):
        return False
    low = reading.words.low
    reached = {m.sense.group if m.sense.kind == "distance" else m.sense.kind for m in mentions if _ends(low, m, last)}
    if reached & _SMALL:
        return True
    if head is None:
        return False
    named = reading.mentions[head]
    by_name = named.sense.id in _REACHES or low[named.first : named.last] == ["functional", "reach"]
    return by_name and bool(reached & _REACHED)


def _ends(low: Sequence[str], length: Mention, last: int) -> bool:
    """The length is of no step or box that stands behind it."""
    return length.last >= last or low[length.last] not in _OF_HEIGHT
