"""Where somebody was treated, told right behind how long ago it began: "GBS 10 wks SNF", "L CVA, 8 months OP neuro".

The time is the diagnosis's and the place is that of the visit: in one piece the one would be told of the other.
"""

from collections.abc import Sequence

from rewriter.reading.reading import Reading

# Places with their article, the longest first.
PLACES: Sequence[tuple[str, str]] = (
    ("a", "skilled nursing facility"),
    ("an", "inpatient rehabilitation facility"),
    ("an", "inpatient rehab facility"),
    ("an", "assisted living facility"),
    ("a", "transitional care unit"),
    ("a", "long term care facility"),
    ("an", "acute rehabilitation unit"),
    ("an", "acute rehab unit"),
    ("an", "intensive care unit"),
    ("a", "step down unit"),
    ("a", "hand clinic"),
    ("a", "group home"),
    ("a", "day program"),
    ("", "inpatient rehabilitation"),
    ("", "inpatient rehab"),
    ("", "acute rehabilitation"),
    ("", "acute rehab"),
    ("", "subacute rehab"),
    ("", "long term care"),
    ("", "memory care"),
    ("", "acute care"),
    ("", "inpatient"),
    ("", "outpatient"),
)
# What else of its own a place is called by.
SORTS = frozenset("neuro ortho orthopedic orthopedics pediatric pediatrics vestibular hand clinic rehab".split())
_SERVICES = (["physical", "therapy"], ["occupational", "therapy"], ["pt"], ["ot"])
_NAMES = [*(name.split() for _, name in PLACES), ["home", "health"], ["home", "care"], ["home"]]
_FIRST = frozenset(name[0] for name in _NAMES)
_ENDS = frozenset({",", ".", ";", "\n", ":", "-"})
_LONG = frozenset({"day", "week", "month", "year"})


def find_end_of_place(low: Sequence[str], at: int) -> int:
    """Return where the name of a place at word `at` ends with its sort, 0 where none begins."""
    if at >= len(low) or low[at] not in _FIRST:
        return 0
    end = next((at + len(name) for name in _NAMES if list(low[at : at + len(name)]) == name), 0)
    if end and low[end - 1] in ("outpatient", "inpatient"):
        end += end < len(low) and low[end] in SORTS
    return end


def opens_setting(reading: Reading, start: int, at: int) -> bool:
    """Nothing but a place stands at word `at` behind the time since a diagnosis, up to the next mark."""
    low, mentions = reading.words.low, reading.mentions
    end = find_end_of_place(low, at)
    if not end:
        return False
    end += next((len(name) for name in _SERVICES if list(low[end : end + len(name)]) == name), 0)
    numbered = low[end : end + 1] in (["day"], ["week"], ["visit"]) and low[end + 1 : end + 2] != []
    end += 2 if numbered and low[end + 1].isdecimal() else 0  # "SNF day 10"
    if end < len(low) and low[end] not in _ENDS:
        return False
    since = next((mentions[i] for i in reading.between(max(start, at - 2), at) if mentions[i].last == at), None)
    spent = since is not None and since.sense.kind == "duration" and since.sense.group in _LONG
    if not spent and not (at - 2 >= start and low[at - 1].isdecimal() and low[at - 2] in _LONG):
        return False
    begin = next((word + 1 for word in range(start - 2, -1, -1) if low[word] in _ENDS), 0)
    return any(mentions[i].sense.kind == "diagnosis" for i in reading.between(begin, at))
