"""Units: how many a number of minutes supports, and which code each of them belongs to. Pure arithmetic.

`minutes` are minutes by code of timed codes, `billed` units by code. Two ways of rounding are in use. By the `total`
(Medicare), the minutes of all timed codes together say how many units there are; each code has its full quarter hours,
and the units that are left go to the codes with the most minutes left over. By the `midpoint` (CPT), each code is
counted by itself. Where two codes have equally many minutes left over, either may have the unit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rewriter.pack import MIDPOINT, TOTAL

_QUARTER = 15
_LEAST = 8
_EXACT = 6  # decimals: 7.1 + 7.9 are 15


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which billed units and minutes disagree: `kind` is `total`, `code`, `moved` or `fewer`.

    `total`: more units than all minutes support (`codes` is empty). `code`: more than the minutes of the named code
    support. `moved`: units stand on the first codes that belong to the `other` ones. `fewer`: fewer than supported.
    """

    kind: str
    codes: tuple[str, ...]
    billed: int
    most: int
    other: tuple[str, ...] = ()


def most(minutes: float) -> int:
    """Return the units that so many minutes support: 8 to 22 one, then one more for each 15.

    >>> [most(minutes) for minutes in (7, 8, 22, 23, 37, 38, 52, 53)]
    [0, 1, 1, 2, 2, 3, 3, 4]
    """
    return int((round(minutes, _EXACT) + _QUARTER - _LEAST) // _QUARTER)


def supported(minutes: Mapping[str, float], rounding: str) -> int:
    """Return the units that the minutes of all codes support."""
    if rounding == MIDPOINT:
        return sum(map(most, minutes.values()))
    return most(sum(minutes.values()))


def allocate(minutes: Mapping[str, float], rounding: str) -> dict[str, int]:
    """Return the units of each code; of equally good ways the one that favors the longer, then the earlier code.

    >>> allocate({"97110": 33, "97140": 7}, TOTAL), allocate({"97110": 33, "97140": 7}, MIDPOINT)
    ({'97110': 2, '97140': 1}, {'97110': 2, '97140': 0})
    """
    return next(allocations(minutes, rounding))


def allocations(minutes: Mapping[str, float], rounding: str) -> Iterator[dict[str, int]]:
    """Yield every right way to allocate the units, the preferred one first.

    >>> [list(way.values()) for way in allocations({"97110": 20, "97112": 20}, TOTAL)]
    [[2, 1], [1, 2]]
    """
    if rounding == MIDPOINT:
        yield {code: most(time) for code, time in minutes.items()}
        return
    full = {code: int(round(time, _EXACT) // _QUARTER) for code, time in minutes.items()}
    rest = {code: round(time - _QUARTER * full[code], _EXACT) for code, time in minutes.items()}
    spare = most(sum(minutes.values())) - sum(full.values())
    ranked = sorted(minutes, key=lambda code: (-rest[code], -minutes[code]))
    last = rest[ranked[spare - 1]] if spare else 0.0
    sure = [code for code in ranked if rest[code] > last] if spare else []
    level = [code for code in ranked if rest[code] == last] if spare else []
    for chosen in combinations(level, spare - len(sure)):
        yield {code: full[code] + (code in sure or code in chosen) for code in minutes}


def ceiling(minutes: float, rounding: str) -> int:
    """Return the most units that a code can have, whatever other codes there are.

    >>> ceiling(20, TOTAL), ceiling(20, MIDPOINT), ceiling(30, TOTAL)
    (2, 1, 2)
    """
    if rounding == MIDPOINT:
        return most(minutes)
    return int(-(-round(minutes, _EXACT) // _QUARTER))


def judge(billed: Mapping[str, int], minutes: Mapping[str, float], rounding: str) -> list[Fault]:
    """Return how the billed units of the codes with known minutes depart from the nearest right allocation.

    A code that `billed` does not name is not judged by itself: who says nothing of it may not know it.
    """
    billed = {code: units for code, units in billed.items() if code in minutes}
    near = min(allocations(minutes, rounding), key=lambda way: _excess(billed, way))
    whole = supported(minutes, rounding)
    over = tuple(code for code, units in billed.items() if units > near[code])
    under = tuple(code for code, units in billed.items() if units < near[code])
    sum_billed = sum(billed.values())
    if rounding == TOTAL and sum_billed > whole:
        return [Fault("total", (), sum_billed, whole)]
    if over and under and rounding == TOTAL:
        return [Fault("moved", over, sum(billed[code] for code in over), sum(near[code] for code in over), under)]
    if over:
        return [Fault("code", (code,), billed[code], near[code]) for code in over]
    return [Fault("fewer", (code,), billed[code], near[code]) for code in under]


def judge_apart(billed: Mapping[str, int], minutes: Mapping[str, float], total: float | None) -> list[Fault]:
    """Judge what is certain by the total where not all is known: units of the day, then the ceiling of each code.

    `total` are the timed minutes of the day, None where they are not known.
    """
    units = sum(billed.values())
    if total is not None and units > most(total):
        return [Fault("total", (), units, most(total))]
    return [
        Fault("code", (code,), billed[code], ceiling(time, TOTAL))
        for code, time in minutes.items()
        if billed.get(code, 0) > ceiling(time, TOTAL)
    ]


def _excess(billed: Mapping[str, int], way: Mapping[str, int]) -> int:
    """Return by how many units the billed ones exceed an allocation and fall short of it."""
    return sum(abs(units - way[code]) for code, units in billed.items())
