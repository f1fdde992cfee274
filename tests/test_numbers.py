"""Options that are numbers."""

import argparse

import pytest

from rewriter.commands.numbers import read_number
from rewriter.errors import SettingsError


def test_a_number_is_read_and_nothing_stays_nothing() -> None:
    given = argparse.Namespace(most=None, budget="2.5", at_once="8")
    assert read_number(given, "most", int) is None
    assert read_number(given, "budget", float) == 2.5
    assert read_number(given, "at_once", int) == 8


@pytest.mark.parametrize("written", ["0", "-1", "2.5", "many", ""])
def test_what_is_no_whole_number_above_zero_is_refused_by_the_option_s_name(written: str) -> None:
    with pytest.raises(SettingsError, match="--at-once must be a whole number above zero"):
        read_number(argparse.Namespace(at_once=written), "at_once", int)


@pytest.mark.parametrize("written", ["nan", "inf", "0.0"])
def test_no_number_without_end_or_above_nothing_is_taken(written: str) -> None:
    with pytest.raises(SettingsError, match="--budget must be a number above zero"):
        read_number(argparse.Namespace(budget=written), "budget", float)
