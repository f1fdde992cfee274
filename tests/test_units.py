"""Units from minutes: the published table, the manual's examples, and every combination against the rules themselves.

`python -m tests.test_units all` compares every combination of up to four codes from 0 to 70 minutes, in every order.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement, permutations, product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.billing.units import allocate, allocations, ceiling, judge, judge_apart, most, supported
from rewriter.pack import MIDPOINT, TOTAL

# Medicare Claims Processing Manual ch. 5 §20.2.C, as published; "the pattern remains the same".
TABLE = {1: (8, 22), 2: (23, 37), 3: (38, 52), 4: (53, 67), 5: (68, 82), 6: (83, 97), 7: (98, 112), 8: (113, 127)}
HIGHEST = 70
LONGEST_TOTAL = 4 * HIGHEST
CODES = ("97110", "97112", "97140", "97530")
EDGES = (0, 1, 5, 7, 8, 10, 14, 15, 16, 22, 23, 29, 30, 33, 37, 38, 53, 70)


def table(total: float) -> int:
    """Look the units up in the published table, carried on."""
    rows = dict(TABLE)
    while max(high for _, high in rows.values()) < LONGEST_TOTAL:
        low, high = rows[len(rows)]
        rows[len(rows) + 1] = (low + 15, high + 15)
    return next((units for units, (low, high) in rows.items() if low <= total <= high), 0)


UNITS = [table(total) for total in range(LONGEST_TOTAL + 1)]
VECTORS: dict[tuple[int, int], list[tuple[int, ...]]] = {}
for size in range(1, 5):
    for vector in product(range(6), repeat=size):
        VECTORS.setdefault((size, sum(vector)), []).append(vector)


def is_right(vector: Sequence[int], minutes: Sequence[int]) -> bool:
    """Tell by the words of §20.2.C whether a vector of units, right in its sum, is billed right.

    A code done for 15 minutes has at least one unit, for 30 at least two, and so on; beyond these full quarter hours it
    has one more at the most, out of minutes that are left over; and no code has one more while a code without has more
    minutes left over ("compare the remaining time and bill the larger").
    """
    billed = list(zip(vector, minutes, strict=True))
    if any(15 * units > spent + 14 or 15 * (units + 1) <= spent for units, spent in billed):
        return False
    for units, spent in billed:
        left = spent - 15 * (units - 1)  # what is left over for one more than the full quarter hours
        if 15 * units > spent and any(15 * u <= g and g - 15 * u > left for u, g in billed):
            return False
    return True


def by_the_rules(minutes: Sequence[int]) -> set[tuple[int, ...]]:
    """Return every right vector of units, out of all vectors there are."""
    return {vector for vector in VECTORS[len(minutes), UNITS[sum(minutes)]] if is_right(vector, minutes)}


def ways(minutes: Sequence[float], rounding: str = TOTAL) -> set[tuple[int, ...]]:
    return {tuple(way.values()) for way in allocations(dict(zip(CODES, minutes, strict=False)), rounding)}


def compare(combinations: Iterable[tuple[int, ...]], every_order: bool = False) -> int:
    """Compare the ways with the rules; return how many combinations were compared."""
    count = 0
    for minutes in combinations:
        right = by_the_rules(minutes)
        assert ways(minutes) == right, minutes
        count += 1
        if not every_order:
            continue
        places = range(len(minutes))
        seen = {minutes}
        for order in permutations(places):
            turned = tuple(minutes[place] for place in order)
            if turned not in seen:
                seen.add(turned)
                assert ways(turned) == {tuple(way[place] for place in order) for way in right}, turned
                count += 1
    return count


def all_of(codes: int) -> Iterator[tuple[int, ...]]:
    return combinations_with_replacement(range(HIGHEST + 1), codes)


@pytest.mark.parametrize(("units", "low", "high"), [(units, *span) for units, span in TABLE.items()])
def test_minutes_support_the_units_of_the_published_table(units: int, low: int, high: int) -> None:
    assert {most(minutes) for minutes in range(low, high + 1)} == {units}


def test_less_than_eight_minutes_support_nothing() -> None:
    assert {most(minutes) for minutes in (0, 1, 7, 7.5, 7.99)} == {0}


@pytest.mark.parametrize("codes", [1, 2])
def test_every_combination_of_two_codes_is_allocated_by_the_rules(codes: int) -> None:
    assert compare(all_of(codes), every_order=True) == (HIGHEST + 1) ** codes


def test_combinations_of_three_codes_are_allocated_by_the_rules() -> None:
    assert compare(all_of(3)) == comb(HIGHEST + 3, 3)


def test_combinations_of_four_codes_at_the_edges_are_allocated_by_the_rules() -> None:
    compare(combinations_with_replacement(EDGES, 4))


@given(st.lists(st.integers(0, HIGHEST), min_size=4, max_size=4))
def test_four_codes_are_allocated_by_the_rules(minutes: list[int]) -> None:
    assert ways(minutes) == by_the_rules(minutes)


@given(st.lists(st.integers(0, HIGHEST), min_size=1, max_size=4))
def test_each_code_by_itself_is_looked_up_in_the_table(minutes: list[int]) -> None:
    assert ways(minutes, MIDPOINT) == {tuple(UNITS[time] for time in minutes)}


@given(st.lists(st.floats(0, HIGHEST), min_size=1, max_size=4), st.sampled_from([TOTAL, MIDPOINT]))
def test_an_allocation_never_exceeds_what_is_supported(minutes: list[float], rounding: str) -> None:
    by_code = dict(zip(CODES, minutes, strict=False))
    units = allocate(by_code, rounding)
    assert sum(units.values()) == supported(by_code, rounding)
    assert all(units[code] <= ceiling(time, rounding) for code, time in by_code.items())
    assert judge(units, by_code, rounding) == []


# Ch. 5 §20.2.C, examples 1 to 5; then the worked examples of the seeds and of the rule catalogue.
@pytest.mark.parametrize(
    ("minutes", "right"),
    [
        ((24, 23), {(2, 1)}),
        ((20, 20), {(2, 1), (1, 2)}),
        ((33, 7), {(2, 1)}),
        ((18, 13, 10, 8), {(1, 1, 1, 0)}),
        ((7, 7, 7), {(1, 0, 0), (0, 1, 0), (0, 0, 1)}),
        ((18, 13), {(1, 1)}),
        ((15, 10), {(1, 1)}),
        ((25,), {(2,)}),
        ((36,), {(2,)}),
        ((7, 6), {(1, 0)}),
        ((4, 3), {(0, 0)}),
        ((23, 7), {(2, 0)}),
        ((0, 8), {(0, 1)}),
        ((7.5, 0.5), {(1, 0)}),
        ((7.1, 7.9, 8), {(0, 1, 1)}),
    ],
)
def test_worked_examples(minutes: tuple[float, ...], right: set[tuple[int, ...]]) -> None:
    assert ways(minutes) == right


@pytest.mark.parametrize(
    ("minutes", "units"), [((33, 7), (2, 0)), ((7, 7, 7), (0, 0, 0)), ((10, 10), (1, 1)), ((24, 23), (2, 2))]
)
def test_each_code_by_itself_differs_from_the_total(minutes: tuple[int, ...], units: tuple[int, ...]) -> None:
    assert ways(minutes, MIDPOINT) == {units}


def test_of_equals_the_longer_then_the_earlier_code_has_the_unit() -> None:
    assert allocate({"a": 20, "b": 35}, TOTAL) == {"a": 1, "b": 3}
    assert allocate({"a": 20, "b": 20}, TOTAL) == {"a": 2, "b": 1}


@pytest.mark.parametrize(
    ("billed", "minutes", "rounding", "kinds"),
    [
        ((2, 1), (24, 23), TOTAL, []),
        ((1, 2), (24, 23), TOTAL, ["moved"]),
        ((2, 2), (24, 23), TOTAL, ["total"]),
        ((2, 2), (24, 23), MIDPOINT, []),
        ((2, 1), (20, 20), TOTAL, []),
        ((1, 2), (20, 20), TOTAL, []),
        ((3, 0), (20, 20), TOTAL, ["moved"]),
        ((1, 1), (20, 20), TOTAL, ["fewer"]),
        ((2, 0), (18, 13), TOTAL, ["moved"]),
        ((2, 0), (18, 13), MIDPOINT, ["code"]),
        ((3,), (36,), TOTAL, ["total"]),
        ((3,), (36,), MIDPOINT, ["code"]),
        ((1,), (36,), MIDPOINT, ["fewer"]),
        ((1, 1), (33, 7), MIDPOINT, ["code"]),
        ((0, 0), (33, 7), TOTAL, ["fewer", "fewer"]),
        ((2, 2, 0), (20, 20, 18), TOTAL, ["moved"]),
    ],
)
def test_billed_units_are_judged(
    billed: tuple[int, ...], minutes: tuple[int, ...], rounding: str, kinds: list[str]
) -> None:
    by_code, units = dict(zip(CODES, minutes, strict=False)), dict(zip(CODES, billed, strict=False))
    assert [fault.kind for fault in judge(units, by_code, rounding)] == kinds


def test_a_code_whose_units_are_unknown_is_not_judged() -> None:
    assert judge({"97112": 2}, {"97112": 20, "97110": 20}, TOTAL) == []
    assert [fault.kind for fault in judge({"97112": 3}, {"97112": 20, "97110": 20}, TOTAL)] == ["code"]


@pytest.mark.parametrize(
    ("billed", "minutes", "total", "kinds"),
    [
        ({"97112": 2}, {"97112": 20}, 25, []),
        ({"97112": 3}, {"97112": 20}, 55, ["code"]),
        ({"97112": 2, "97110": 2}, {"97112": 20}, 40, ["total"]),
        ({"97112": 2, "97110": 2}, {}, None, []),
    ],
)
def test_what_is_certain_is_judged_where_not_all_is_known(
    billed: dict[str, int], minutes: dict[str, float], total: float | None, kinds: list[str]
) -> None:
    assert [fault.kind for fault in judge_apart(billed, minutes, total)] == kinds


if __name__ == "__main__" and sys.argv[1:] == ["all"]:  # every combination in every order: about 25 million
    begun, compared = time.monotonic(), 0
    for number in range(1, 5):
        compared += compare(all_of(number), every_order=True)
        print(f"{number} codes: {compared} combinations agree, {time.monotonic() - begun:.0f} s", flush=True)
