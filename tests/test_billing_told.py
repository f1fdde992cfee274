"""The minutes of the code, its units, and those of the other codes: from the visit, else the note."""

import pytest

from rewriter.billing.told import minutes_of, places_of, timed_minutes, timed_total, timed_units
from rewriter.checks import Case
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def case(source: str, visit: Visit = Visit()) -> Case:
    return Case(read("Tall kneeling.", PACK), read(source, PACK), visit, PACK)


@pytest.mark.parametrize(
    ("text", "visit", "expected"),
    [
        ("tall kneel 17 min", Visit(), 17),
        ("tall kneel 17 min", Visit(minutes=12), 12),
        ("tall kneel", Visit(minutes_by_code={"97112": 11, "97530": 20}), 11),
        ("tall kneel", Visit(minutes_by_code={"97530": 20}), None),
        ("tall kneel", Visit(), None),
        ("tall kneel about 17 min", Visit(), None),
        ("tall kneel 40 s", Visit(), None),
        ("tall kneel. 97140 30, 97112 10", Visit(), 10),
        ("tall kneel. 97112 2", Visit(), None),
        ("tall kneel, sat 3 min, RN told", Visit(), None),
        ("NMES wrist ext 35 pps, 15 min, attended", Visit(), None),
        ("tummy time 90 s, 2 min, 40 s", Visit(), None),
        ("tall kneel, TC at ribs, 17 min, tol well", Visit(), 17),
        ("tall kneel. 36 min / 3 units", Visit(), 36),
        ("tall kneel. 97112 x 16'", Visit(), 16),
        ("tall kneel. 97112 2u 30 min", Visit(), 30),
        ("tall kneel. total timed: 25", Visit(), 25),
        ("NMR 25 min, TE 20 min. tall kneel", Visit(), 25),
        ("97140 30 min. 97112. tall kneel", Visit(), None),
        ("97112 and 97530, total timed 45 min. tall kneel", Visit(), None),
        ("neuro re-ed twenty minutes today no sorry eighteen, tall kneel", Visit(), None),
    ],
)
def test_minutes_are_the_visits_else_the_one_exact_figure_of_the_note(
    text: str, visit: Visit, expected: float | None
) -> None:
    assert minutes_of(case(text, visit)) == expected


@pytest.mark.parametrize("text", ["seated rest 5 min. tall kneel. 25 min", "dizzy for 6 min after. 97112 x 25 min"])
def test_two_durations_are_not_one_exact_figure(text: str) -> None:
    assert minutes_of(case(text)) in (25, None)


@pytest.mark.parametrize(
    ("text", "visit", "expected"),
    [
        ("97112 25, 97530 20, 97161 30", Visit(), {"97112": 25, "97530": 20}),
        ("97112 25, 97530 20", Visit(minutes_by_code={"97112": 15, "97010": 10}), {"97112": 15}),
        ("97530 20", Visit(minutes=15), {"97530": 20, "97112": 15}),
    ],
)
def test_only_timed_codes_count_by_the_minute(text: str, visit: Visit, expected: dict[str, float]) -> None:
    assert timed_minutes(case(text, visit)) == expected


@pytest.mark.parametrize(
    ("text", "visit", "expected"),
    [
        ("97112 2u, 97530 x1, 97161 1 unit", Visit(), {"97112": 2, "97530": 1}),
        ("97112 2u", Visit(units=3), {"97112": 3}),
        ("97112 2u, 97530 x1", Visit(units_by_code={"97112": 1, "97010": 1}), {"97112": 1, "97530": 1}),
        ("tall kneel 36 min, 3u", Visit(), {"97112": 3}),
        ("tall kneel, billed 2 units", Visit(), {"97112": 2}),
        ("10 units insulin before therapy", Visit(), {}),
    ],
)
def test_units_are_the_visits_else_the_notes(text: str, visit: Visit, expected: dict[str, int]) -> None:
    assert timed_units(case(text, visit)) == expected


def test_the_timed_total_is_the_visits_else_the_notes() -> None:
    assert timed_total(case("timed 38 / total 45")) == 38
    assert timed_total(case("timed 38 / total 45", Visit(total_minutes=30))) == 30
    assert timed_total(case("total 45 min")) is None


def test_phrases_are_found_word_for_word() -> None:
    assert places_of(read("rest break. no set up, rest", PACK), ("rest break", "set up")) == [0, 4]
