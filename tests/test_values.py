"""Values: the same one meets itself in other words, another one never does."""

import pytest

from rewriter.fidelity.texts.values import is_share, name_of_time, parts_of_prime, plain, share, shares_told, singles
from tests.worded import error_codes


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


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("tingling wakes her 2x/wk", "Tingling wakes her on two occasions a week."),
        ("tingling wakes her 2x/wk", "Tingling wakes her two nights a week."),
        ("HEP STS x10 bid.", "The home program is ten sit-to-stands twice a day."),
        ("HEP STS x10 bid.", "Home exercise program: sit to stand x 10, twice daily."),
        ("HEP mirror 5x/day", "Home exercise program: mirror x5 daily."),
        ('thumb spica R, 1/8" thermoplastic', "Thumb spica for the right in eighth-inch thermoplastic."),
        ("vent PSV FiO2 .40", "On the ventilator, PSV with FiO2 at 40%."),
        (
            "Step taps x10, VC. HEP reviewed. Cont 2x/wk.",
            "Step taps x10 with verbal cues. HEP reviewed. Plan: continue twice a week.",
        ),
    ],
)
def test_a_value_in_another_unit_or_words_is_the_same(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("tingling wakes her 2x/wk", "Tingling wakes her two nights a month."),
        ("tingling wakes her 2x/wk", "Tingling wakes her three nights a week."),
        ("HEP STS x10 bid.", "Home exercise program: sit to stand x 10, three times daily."),
        ("HEP STS x10 bid.", "Home exercise program: sit to stand twice, ten times daily."),
        ("HEP mirror 5x/day", "Home exercise program: mirror x5 weekly."),
        ("HEP mirror 5x/day", "Home exercise program: mirror x4 daily."),
        ('thumb spica R, 1/8" thermoplastic', "Thumb spica for the right in quarter-inch thermoplastic."),
        ('thumb spica R, 1/8" thermoplastic', "Thumb spica for the right in sixteenth-inch thermoplastic."),
    ],
)
def test_another_value_or_unit_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
