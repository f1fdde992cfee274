"""The time of day in words: "half past two in the afternoon" for 1430, "8 in the morning" for "8 am".

An hour is one of twelve until a word says which half of the day it is of.
"""

from collections.abc import Sequence

from rewriter.reading.quantities import NUMBER_WORDS

_HALVES = {"am": 0, "morning": 0, "pm": 12, "afternoon": 12, "evening": 12, "night": 12, "noon": 12}
_BEFORE_HOUR = {"past": 1, "after": 1, "to": -1, "before": -1}
_PARTS = {"half": 30, "quarter": 15}
_THIN = frozenset({"in", "the", "at", "o'clock", "oclock", "this", "that"})
_REACH, _HOURS = 4, 12


def half_of_day(low: Sequence[str], at: int) -> str:
    """Return "am" or "pm" for the word (or the letters) of a half of the day at word `at`, "" for another.

    >>> half_of_day(["afternoon"], 0), half_of_day(["p", ".", "m"], 0), half_of_day(["a", "rest"], 0)
    ('pm', 'pm', '')
    """
    word = low[at]
    if word in ("a", "p") and tuple(low[at + 1 : at + 3]) == (".", "m"):
        word += "m"
    return ("pm" if _HALVES[word] else "am") if word in _HALVES else ""


def time_told(low: Sequence[str], first: int, last: int) -> str:
    """Return the time of day that a figure at words `first:last` tells with the words around it, "" for none.

    >>> words = "at half past two in the afternoon".split()
    >>> time_told(words, 3, 4), time_told("at 8 in the morning".split(), 1, 2), time_told(["at", "8"], 1, 2)
    ('14:30', '8:00', '')
    """
    told = "".join(low[first:last]).replace(".", ":")
    hour, _, minutes = told.partition(":")
    hour = str(NUMBER_WORDS.get(hour, hour))
    if not hour.isdecimal() or not 1 <= int(hour) <= _HOURS:
        return ""
    if minutes and not (minutes.isdecimal() and len(minutes) == 2):
        return ""
    at = last
    while at < min(len(low), last + _REACH) and low[at] in _THIN:
        at += 1
    half = half_of_day(low, at) if at < len(low) else ""
    if not half:
        return ""
    whole = int(hour) % 12 * 60 + (720 if half == "pm" else 0) + int(minutes or 0)
    if not minutes and first > 1 and low[first - 1] in _BEFORE_HOUR:
        part = low[first - 2]
        size = _PARTS.get(part, NUMBER_WORDS.get(part, int(part) if part.isdecimal() else 0))
        whole += _BEFORE_HOUR[low[first - 1]] * size
    return f"{whole // 60 % 24}:{whole % 60:02}"
