"""Times of the day in words: "this am" is "this morning", "Mon am" is "Monday morning".

"I am" and "8 am" stay as written, and so does "pm", which is an afternoon or an evening.
"""

from collections.abc import Sequence

from rewriter.calendar import WEEKDAYS

_DAYS = WEEKDAYS | frozenset("this yesterday tomorrow every each next in".split())


def tells_morning(low: Sequence[str], at: int) -> bool:
    """The "am" at word `at` is a morning.

    >>> tells_morning(["this", "am"], 1), tells_morning(["i", "am"], 1), tells_morning(["8", "am"], 1)
    (True, False, False)
    """
    if at == 0 or low[at - 1] not in _DAYS:
        return False
    return low[at - 1] != "in" or low[at + 1 : at + 2] != ["i"]
