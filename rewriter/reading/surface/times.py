"""Days and mornings in words: "this am" is "this morning", "last wed" is "last Wednesday", "since Sun" "since Sunday".

"I am" and "8 am" stay as written, and so does "pm", which is an afternoon or an evening. "Sat" with its capital is a
day where nothing follows that somebody did sitting; "sat" may be a saturation.
"""

from collections.abc import Sequence

from rewriter.calendar import DAYS, WEEKDAYS
from rewriter.english import PASTS, SPEAKERS
from rewriter.persons import PATIENTS

_DAYS = WEEKDAYS | frozenset("this yesterday tomorrow every each next in".split())

_BEHIND_DAY = frozenset(". , ; ) : ? ! per by and but after before am pm against morning night evening".split())


def name_day(low: Sequence[str], at: int, shown: str) -> str:
    """Return the full name of the day that word `at`, `shown` so in the note, shortens, or "".

    >>> name_day(["since", "sun"], 1, "Sun"), name_day(["pt", "sat"], 1, "Sat"), name_day(["last", "fri"], 1, "fri")
    ('Sunday', '', 'Friday')
    """
    word = low[at]
    if at == 0 or word.startswith(DAYS.get(word, word)):
        return ""  # no day, or its name in full
    name = DAYS[word].capitalize()
    follows = low[at + 1] if at + 1 < len(low) else "."
    if word in WEEKDAYS:
        # "Mon" that did something is a mother misspelled
        return "" if word == "mon" and (follows in PASTS or follows.endswith("ed")) else name
    led = low[at - 1].isalpha() and low[at - 1] not in SPEAKERS | PATIENTS | {"pt"}
    return name if shown.istitle() and led and follows in _BEHIND_DAY else ""


def tells_morning(low: Sequence[str], at: int) -> bool:
    """The "am" at word `at` is a morning.

    >>> tells_morning(["this", "am"], 1), tells_morning(["i", "am"], 1), tells_morning(["8", "am"], 1)
    (True, False, False)
    """
    if at == 0 or low[at - 1] not in _DAYS:
        return False
    return low[at - 1] != "in" or low[at + 1 : at + 2] != ["i"]
