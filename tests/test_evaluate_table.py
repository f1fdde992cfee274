import pytest

from rewriter.evaluate.scores import SCORES
from rewriter.evaluate.statistics import Interval
from rewriter.evaluate.table import write_amount, write_difference, write_interval, write_p, write_value


def test_shares_are_told_in_per_cent_and_points() -> None:
    score = SCORES["accepted"]
    assert (write_value(score, 0.8125), write_difference(score, -0.05)) == ("81.2%", "-5.0")
    assert write_amount(SCORES["facts_kept"], 0.02) == "2.0 points"


@pytest.mark.parametrize(
    ("value", "text"), [(812.4, "812"), (41.26, "41.3"), (0, "0.00"), (1.234, "1.23"), (0.0123, "0.012")]
)
def test_numbers_have_the_digits_that_tell_something(value: float, text: str) -> None:
    assert write_value(SCORES["tokens"], value) == text


def test_intervals_and_p_values() -> None:
    assert write_interval(SCORES["words"], Interval(-1.5, 2.25)) == "-1.50 to +2.25"
    assert write_interval(SCORES["words"], None) == write_p(None) == "-"
    assert (write_p(0.0004), write_p(0.0413)) == ("<0.001", "0.041")
