"""Values: the same one meets itself in other words, another one never does."""

import pytest

from rewriter.fidelity.values import is_share, name_of_time, parts_of_prime, plain, share, shares_told, singles


@pytest.mark.parametrize(
    ("low", "at", "written", "key"),
    [
        ("seen sunday", 1, "Sunday", "day:sunday"),
        ("drag since sun", 2, "Sun", "day:sunday"),
        ("will buy sat", 2, "Sat", "day:saturday"),
        ("in november", 1, "November", "month:11"),
        ("nov 12", 0, "Nov", "month:11"),
        ("may 4", 0, "May", "month:5"),
        ("he may fall", 1, "may", ""),
        ("then sat up", 1, "sat", ""),
        ("in the sun", 2, "sun", ""),
        ("squats", 0, "Squats", ""),
    ],
)
def test_a_day_or_a_month_is_known_by_any_name(low: str, at: int, written: str, key: str) -> None:
    assert name_of_time(low.split(), at, written, False) == key


def test_a_word_that_opens_a_sentence_is_no_day_for_its_capital() -> None:
    assert name_of_time(["sat", "up"], 0, "Sat", True) == ""


@pytest.mark.parametrize(("figure", "bare"), [("4.0", "4"), ("360s", "360"), ("2+", "2+"), ("1.2.3", "1.2.3")])
def test_a_figure_is_bare_of_what_does_not_change_it(figure: str, bare: str) -> None:
    assert plain(figure) == bare


@pytest.mark.parametrize(
    ("family", "value", "figure", "part"),
    [
        ("ratio", "1/2", "1/2", 0.5),
        ("percent", "50 percent", "50", 0.5),
        ("load", "0.5 kilogram", "0.5", 0.5),
        ("ratio", "4/10", "4/10", None),
        ("count", "2", "2", None),
    ],
)
def test_a_part_of_a_whole_has_one_value(family: str, value: str, figure: str, part: float | None) -> None:
    assert share(family, value, figure) == part


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("half of the trials", 0.5, True),
        ("three quarters of them", 0.75, True),
        ("a third of them", 1 / 3, True),
        ("a quarter of them", 0.5, False),
        ("half kneel", 0.5, False),
    ],
)
def test_a_part_is_told_in_words(text: str, part: float, told: bool) -> None:
    assert is_share(part, shares_told(text.split())) is told


def test_primes_tell_two_figures_a_clock_and_a_sum() -> None:
    assert parts_of_prime("2'10\"") == ["2", "10", "120", "2:10", "130"]
    assert parts_of_prime("50'") == []


def test_one_of_a_unit_goes_without_a_figure() -> None:
    assert singles("in under a minute , an hour ago".split()) == {"minute", "hour"}
