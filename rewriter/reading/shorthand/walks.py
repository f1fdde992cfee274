"""What walking is tested by and done with, by a figure and letters: "6 min WT 320 m", "gait 4W 30 m".

A "4W" counts weeks elsewhere, and "WT" is weight before what bears it.
"""

from rewriter.punctuation import MARKS
from rewriter.reading.words import Words

_TESTED = {"2": "2 Minute Walk Test", "6": "6 Minute Walk Test", "12": "12 Minute Walk Test"}
_WHEELS = {"2": "two wheeled walker", "3": "three wheeled walker", "4": "four wheeled walker"}
_MINUTES = frozenset({"min", "mins", "minute"})
# What may stand behind the name of a test, beside its figure.
_BEHIND_TEST = MARKS | frozenset(
    "= ( -> \u2192 w/ with was today now done test repeat repeated improved up from".split()
)
# Beside these a walker is meant.
_WALKING = frozenset(
    "gait amb ambulate ambulated ambulates ambulating ambulation walk walks walked walking walker mob mobilised "
    "mobilized mobilises transf transfer transfers xfer tf sts stand stands stood steps stepped turn turns turning "
    "brake brakes parked park parks push pushes pushed w/ with using uses used via on sba cga s/v sv "
    "supervision".split()
)
_LEADING = frozenset({"w/", "with", "using", "uses", "used", "via", "on"})
_LENGTHS = frozenset({"m", "ft", "feet", "metres", "meters"})
# Right before it, or right behind, they say that it counts weeks.
_SINCE = frozenset(
    "fx fracture postop post-op surgery for in next past last after x every q @ ~ about approx tka tha orif cva".split()
)
_THEN = frozenset("post p s/p postop post-op since ago old out until till after nwb twb ttwb pwb wbat f/u".split())
_NEAR = 3  # words


def find_walks(words: Words) -> dict[int, tuple[int, str]]:
    """Return walk tests and walkers with wheels: first word -> (end, what it says)."""
    low, found = words.low, {}
    for at, word in enumerate(low):
        if word == "wt" and _is_test(words, at):
            found[at - 2] = (at + 1, _TESTED[low[at - 2]])
        elif word == "//" and _are_bars(words, at):
            found[at] = (at + 1, "in parallel bars")
        elif word == "w" and _is_walker(words, at):
            found[at - 1] = (at + 1, _WHEELS[low[at - 1]])
    return found


def _is_test(words: Words, at: int) -> bool:
    """Thus the "WT" of "6 min WT 320 m"; not of "6 min WT shift" and "stand 6 min WT on L"."""
    low = words.low
    if at < 2 or low[at - 1] not in _MINUTES or low[at - 2] not in _TESTED or words.written(at, at + 1) != "WT":
        return False
    behind = low[at + 1] if at + 1 < len(low) else "."
    return behind in _BEHIND_TEST or behind[0].isdecimal()


def _are_bars(words: Words, at: int) -> bool:
    """Thus the "//" of "amb // 6 m x4" and "heel walk // x4"; not of "in // bars"."""
    low = words.low
    behind = low[at + 1] if at + 1 < len(low) else "."
    led = at > 0 and low[at - 1] in _WALKING - _LEADING
    return led and (behind in MARKS | {"x"} or behind[0].isdecimal())


def _is_walker(words: Words, at: int) -> bool:
    """Thus the "4W" of "gait 4W 30 m SBA" and "brakes on 4W"; not of "fx 4W NWB" and "4W s/p TKA"."""
    low = words.low
    if not at or words.gap[at] or low[at - 1] not in _WHEELS or words.written(at, at + 1) != "W":
        return False
    if at + 1 < len(low) and words.gap[at + 1] == "" and low[at + 1][0].isalnum():
        return False
    before = low[at - 2] if at > 1 else ""
    behind = low[at + 1] if at + 1 < len(low) else ""
    if before in _SINCE or behind in _THEN:
        return False
    if before in _LENGTHS or (behind[:1].isdecimal() and not _LENGTHS.isdisjoint(low[at + 2 : at + 3])):
        return True
    return not _WALKING.isdisjoint(_beside(low, at - 1, at + 1))


def _beside(low: list[str], first: int, last: int) -> set[str]:
    """Return the words near words `first:last`, up to the next mark."""
    begin = next((at + 1 for at in range(first - 1, max(-1, first - 1 - _NEAR), -1) if low[at] in MARKS), first - _NEAR)
    end = next((at for at in range(last, min(last + _NEAR, len(low))) if low[at] in MARKS), last + _NEAR)
    return {*low[max(0, begin) : first], *low[last:end]}
