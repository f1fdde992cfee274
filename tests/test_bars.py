"""The letters c and s that lost their bar: with, without, or something else that is left alone."""

import pytest

from rewriter.reading import read
from tests.spelled import PACK, shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8/8 reps s LOB", "8 / 8 reps without loss of balance"),
        ("8/8 s LOB", "8 / 8 without loss of balance"),
        ("STS x10 s UE support", "sit to stand x 10 without upper extremity support"),
        ("s LOB", "without loss of balance"),
        ("read c 5x stand mag", "read with 5 x stand magnifier"),
        ("amb c RW s device change", "ambulation with rolling walker without device change"),
        ("CVA c L hemiparesis", "cerebrovascular accident with left hemiparesis"),
        ("HEP c theraband", "home exercise program with theraband"),
        ("GAIT TO BED S LOB TODAY", "gait to bed without loss of balance today"),
        ("stood s/ LOB", "stood without loss of balance"),
    ],
)
def test_a_letter_that_stands_free_says_with_or_without(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "held 30 s between sets",
        "10x5 s each",
        "Hep C carrier",
        "vit c daily",
        "C diff history",
        "pt s knee",
        "5 s",
        "tandem 18/11 s L/R back",
        "SLS 12/9 s R/L",
    ],
)
def test_a_letter_that_is_something_else_stays(text: str) -> None:
    assert "with" not in shown(text)


@pytest.mark.parametrize(
    ("text", "written", "state"),
    [
        ("8/8 reps s LOB", "LOB", "negated"),
        ("step taps s TC", "TC", "negated"),
        ("tandem 30 s LOB", "LOB", "possible"),
        ("10x5 s TC", "TC", "possible"),
        ("5 s hold, LOB x2", "LOB", "affirmed"),
        ("poss neglect", "neglect", "possible"),
    ],
)
def test_what_may_be_absent_is_never_taken_as_there(text: str, written: str, state: str) -> None:
    reading = read(text, PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if reading.written(m) == written}
    assert states == {state}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SLS 10/14/19 s touches toe x3", "s touches"),  # the seconds of three trials
        ("8/8 s LOB", "without loss of balance"),
        ("steps x10 s LOB", "without loss of balance"),
    ],
)
def test_the_times_of_several_trials_say_nothing_of_absence(text: str, said: str) -> None:
    assert said in shown(text)
