import doctest

import pytest

from rewriter.bulk.outcome import FAULT, REJECTED
from rewriter.bulk.report import words
from rewriter.bulk.report.figures import NOT_DONE
from rewriter.bulk.report.words import STATUSES, money, share
from rewriter.result import Status


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(words).failed == 0


def test_every_status_has_its_words() -> None:
    assert set(STATUSES) == {*map(str, Status), FAULT, REJECTED, NOT_DONE}


@pytest.mark.parametrize(("part", "told"), [(995, "99.5%"), (994, "99%"), (99, "9.9%"), (100, "10%"), (1, "0.1%")])
def test_a_share_has_the_digits_that_matter(part: int, told: str) -> None:
    assert share(part, 1000) == told


def test_what_costs_next_to_nothing_is_not_told_as_nothing() -> None:
    assert money(0.00001) == "<$0.0001"
