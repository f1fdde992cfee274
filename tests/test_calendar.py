import re

import pytest

from rewriter.calendar import DAYS, MONTH, MONTHS


def test_each_day_and_month_has_its_full_name_and_its_short_ones() -> None:
    assert {DAYS[name] for name in ("tue", "tues", "tuesday", "tuesdays")} == {"tuesday"}
    assert len(set(DAYS.values())) == 7
    assert {MONTHS[name] for name in ("sep", "sept", "september")} == {9}
    assert sorted(set(MONTHS.values())) == [*range(1, 13)]


@pytest.mark.parametrize("name", MONTHS)
def test_the_pattern_fits_each_name_of_a_month(name: str) -> None:
    assert re.fullmatch(MONTH, name)
