import re

import pytest

from rewriter.calendar import DAYS, MONTH, MONTHS, NAMED_DATES, WEEKDAYS


def test_each_day_and_month_has_its_full_name_and_its_short_ones() -> None:
    assert {DAYS[name] for name in ("tue", "tues", "tuesday", "tuesdays")} == {"tuesday"}
    assert len(set(DAYS.values())) == 7
    assert {MONTHS[name] for name in ("sep", "sept", "september")} == {9}
    assert sorted(set(MONTHS.values())) == [*range(1, 13)]


@pytest.mark.parametrize("name", MONTHS)
def test_the_pattern_fits_each_name_of_a_month(name: str) -> None:
    assert re.fullmatch(MONTH, name)


def test_a_name_that_is_another_word_too_dates_nothing_by_itself() -> None:
    assert {"monday", "mon", "thurs", "saturday"} <= WEEKDAYS <= NAMED_DATES
    assert {"january", "sept"} <= NAMED_DATES
    assert not {"sat", "sun", "may", "march", "mar"} & NAMED_DATES
