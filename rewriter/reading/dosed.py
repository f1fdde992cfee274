"""Doses beside what begins a piece: they belong to it, or to what stands before it."""

from collections.abc import Sequence

from rewriter.reading.reading import Reading

DOSES = frozenset({"count", "duration", "distance"})
_TIMES = frozenset({"duration"})
_BREAKS = frozenset({".", ",", ";", "\n", "?", "!"})
_LEAST_MINUTES = 8
_LONGEST = 6


def is_dosed(reading: Reading, at: int, here: Sequence[int]) -> bool:
    """Tell whether a dose follows what begins at word `at`."""
    last = max(reading.mentions[i].last for i in here)
    return any(reading.mentions[i].sense.kind in DOSES for i in reading.between(last, last + 2))


def ends_in_minutes(reading: Reading, here: list[int], at: int, indexes: list[int]) -> bool:
    """Minutes that close a sentence behind a cue or a level are the treatment's: "DF TC 12 min".

    Where more is done behind them they are what stands before: "mirror box 10 min, tapping".
    """
    time = next(reading.mentions[i] for i in here if reading.mentions[i].sense.kind == "duration")
    last = time.last >= len(reading.words.low) or reading.words.low[time.last] in _BREAKS
    goes_on = reading.words.low[time.last : time.last + 1] == [","] and any(
        reading.mentions[i].sense.kind in ("cue", "activity") and reading.mentions[i].first > time.last for i in indexes
    )
    if reading.words.low[time.first].isdecimal() and int(reading.words.low[time.first]) < _LEAST_MINUTES:
        return False  # less than a unit of treatment
    before = {reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].last == at}
    return last and not goes_on and time.sense.group == "minute" and bool(before & {"cue", "level"})


def ends_figure(reading: Reading, at: int) -> bool:
    """Tell whether the word before `at` is the unit of a time: "2 min"."""
    return _ends_kind(reading, at, _TIMES)


def ends_dose(reading: Reading, at: int) -> bool:
    """Tell whether a time, count or distance ends before word `at`."""
    return _ends_kind(reading, at, DOSES)


def _ends_kind(reading: Reading, at: int, kinds: frozenset[str]) -> bool:
    near = (reading.mentions[i] for i in reading.between(at - _LONGEST, at))
    return any(mention.last == at and mention.sense.kind in kinds for mention in near)
