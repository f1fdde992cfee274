"""What was so on another day: "yest 40 ft min A" is "yesterday it was 40 feet with minimal assistance".

So is "mod A last wk" "it was moderate assistance last week".

The day or visit opens the piece and its value follows at once; "last 50 ft" is the end of a way, and no day.
"""

from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell

_DAYS = frozenset({"yesterday"})
_LAST = frozenset({"last", "previous", "prior"})
_VISITS = frozenset("visit week session treatment time month monday tuesday wednesday thursday friday".split())
_VALUE = any_of("distance duration ratio number level percent angle load pressure rate")
_REST = "(?:(?!verb |odd |bar |person |caregiver |agent |when |modal |able |begun |withheld |acts |dash ).)*"
_VALUE_ALONE = compile_pattern(f"(?:about )*{any_of('level distance ratio percent load')}(?:count )?")
_OPEN = compile_pattern(f"(?:about )*{_VALUE}{_REST}")


def find_former(reading: Reading, first: int, last: int) -> int | None:
    """Return the word before which "it was" is left out in words `first:last`; None where no other day opens them."""
    low = reading.words.low
    if _ends_former(reading, first, last):
        return first
    dated = low[first] in _LAST and low[first + 1 : first + 2] != [] and low[first + 1] in _VISITS
    at = first + 2 if dated else first + 1 if low[first] in _DAYS else last
    if at >= last or not _OPEN.fullmatch(spell(classify_words(reading, at, last))):
        return None
    return at


def _ends_former(reading: Reading, first: int, last: int) -> bool:
    """Nothing but the value and the visit, behind it: "mod A last wk", "25 ft last visit"."""
    low = reading.words.low
    dated = last - first > 2 and low[last - 2] in _LAST and low[last - 1] in _VISITS - {"time"}
    return dated and _VALUE_ALONE.fullmatch(spell(classify_words(reading, first, last - 2))) is not None
