import time
from datetime import date

import pytest

from rewriter.record.days import ENTRY, OTHER, SERVICE, UNTOLD, find_dates


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nov 18, 2026 wt shift", UNTOLD),
        ("18 Nov 2026: wt shift", UNTOLD),
        ("2026-11-18 wt shift", UNTOLD),
        ("11.18.26 wt shift", UNTOLD),
        ("DOS: 11/18", SERVICE),
        ("Wed 11/18 pt seen", SERVICE),
        ("Treatment date 11/18/26", SERVICE),
        ("LATE ENTRY for 11/18", SERVICE),
        ("Addendum to my note of 11/18/2026", SERVICE),
        ("Late entry - visit date 11/18", SERVICE),
        ("Entered by A. Zefgq, PT, for DOS 11/18", SERVICE),
        ("LATE ENTRY 11/18/2026 14:05", ENTRY),
        ("Entered: 2026-11-18T14:05", ENTRY),
        ("entered today 11/18/26", ENTRY),
        ("signed by A. Zefgq, PT on 11/18/2026", ENTRY),
        ("DOB 11/18/1950", OTHER),
        ("s/p CVA 11/18/2026", OTHER),
        ("next visit 11/18", OTHER),
        ("last seen 11/18/26", OTHER),
        ("Certified through 11/18/2026", OTHER),
    ],
)
def test_a_date_is_that_of_what_leads_up_to_it(text: str, role: str) -> None:
    assert [(item.month, item.day, item.role) for item in find_dates(text)] == [(11, 18, role)]


@pytest.mark.parametrize(
    "text",
    ["11/18 reps steady", "pain 7/10", "MMT 3+/5", "reps 10-12-15", "10-15-20 ft", "13/45/2026", "02/30/26x", "x"],
)
def test_scores_and_rows_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_a_year_may_be_left_out_or_short() -> None:
    short, bare = find_dates("DOS 11/18/26, entered on 11/20")
    assert (short.on(), bare.on(), bare.on(2026)) == (date(2026, 11, 18), None, date(2026, 11, 20))
    assert find_dates("DOS 2/30/2026")[0].on() is None


def test_the_day_may_come_first_where_it_can_be_no_month() -> None:
    assert find_dates("DOS 18/11/2026")[0].on() == date(2026, 11, 18)


def test_a_long_text_is_read_quickly() -> None:
    texts = ["1/1/2026 " * 50_000, "entered by " + "a " * 100_000 + "1/1/2026", "-" * 200_000 + "1/1/2026"]
    start = time.perf_counter()
    for text in texts:
        find_dates(text)
    assert time.perf_counter() - start < 2
