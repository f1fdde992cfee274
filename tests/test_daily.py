"""What is denied of one day and told of another, in whatever order a sentence names the days."""

import pytest

from rewriter.fidelity.contexts.daily import find_daily, find_exchanged, is_kept_of_day
from tests.worded import both, terms

NOTE = "Denies phantom pain today, 5/10 Mon."


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (NOTE, "Phantom pain is 5/10 today; on Monday it was denied."),
        (NOTE, "Phantom pain: today 5/10; denied Monday."),
        ("Uhthoff hx 2023, none today.", "Uhthoff's phenomenon, first seen in 2023, occurred today."),
        ("No dizziness today, was dizzy last visit.", "Today there was dizziness; last visit there was none."),
    ],
)
def test_a_denial_told_of_the_other_day_is_found(note: str, rewrite: str) -> None:
    assert list(find_exchanged(*both(note, rewrite)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (NOTE, "Phantom pain is denied today; on Monday it was 5/10."),
        (NOTE, "Phantom pain: Monday 5/10; denies any today."),
        ("Uhthoff hx 2023, none today.", "They had Uhthoff's in 2023 but none today."),
        ("No dizziness today, was dizzy last visit.", "Dizziness was absent today but present last visit."),
        ("Sens abs R S1, unch fr eval. No pain today.", "Sensation is the same as at eval. No pain today."),
        ("Amb 150 ft, no AD today.", "Ambulated 150 feet today, without an assistive device."),
    ],
)
def test_a_denial_kept_to_its_day_is_silent(note: str, rewrite: str) -> None:
    assert not list(find_exchanged(*both(note, rewrite)))


def test_a_day_told_by_itself_speaks_of_what_its_sentence_told_before() -> None:
    told = find_daily(terms("Phantom pain: Monday 5/10; denies any today.", source=False))
    assert [(one.is_today, one.is_denied) for one in told] == [(False, False), (True, True)]


def test_what_is_denied_of_its_day_is_kept_whatever_another_day_was() -> None:
    note = terms(NOTE, source=True)
    pain = [place for place in note.place if note.reading.words.low[place] == "pain"]
    assert is_kept_of_day(note, pain, terms("Phantom pain: Monday 5/10; denies any today.", source=False))
    assert not is_kept_of_day(note, pain, terms("Phantom pain: Monday 5/10 and today.", source=False))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("OKN not today.", "Optokinetic stimulation was withheld today."),
        ("Stairs not today.", "The stairs were left out today."),
        ("No gait today.", "Gait was deferred today."),
    ],
)
def test_what_was_withheld_was_not_done(note: str, rewrite: str) -> None:
    assert not list(find_exchanged(*both(note, rewrite)))
