"""Rewrites by others: what was reached in finding untrue changes and not accusing faithful rewrites stays reached.

The floors are figures measured by `python -m bench.fidelity`, not the aims: 97 % found, 5 % accused.
"""

import pytest

from bench.fidelity import BLIND, SECOND, is_held, load_corpus, measure, mutate

CORPUS = load_corpus()
SHARED = {name for name in CORPUS.notes if name.startswith("tn-")}
UNSEEN = {name for name in CORPUS.notes if name.startswith(BLIND)}
FURTHER = {name for name in CORPUS.notes if name.startswith(SECOND)}
OWN = set(CORPUS.notes) - SHARED - UNSEEN - FURTHER


def test_the_corpus_is_large_and_of_many_kinds() -> None:
    assert len(CORPUS.rewrites) >= 170
    assert len({mutant["op"] for mutant in CORPUS.mutants}) >= 22
    if SHARED:
        assert len(CORPUS.mutants) >= 1_500


@pytest.mark.parametrize("mutant", CORPUS.mutants[::20], ids=lambda row: f"{row['rewrite']}-{row['op']}")
def test_a_change_is_made_at_its_place(mutant: dict[str, str]) -> None:
    text = CORPUS.rewrites[mutant["rewrite"]]["text"]
    changed, spans = mutate(text, mutant)
    assert changed != text
    assert all(0 <= start <= end <= len(changed) for start, end in spans)


@pytest.mark.skipif(not SHARED, reason="the shared notes are absent")
@pytest.mark.parametrize(("held", "found", "accused"), [(False, 0.955, 5), (True, 0.90, 9)], ids=["tuned", "held"])
def test_changes_are_found_and_rewrites_not_accused(held: bool, found: float, accused: int) -> None:
    figures = measure(CORPUS, {name for name in SHARED if is_held(name) == held})
    assert figures.rate >= found
    assert len(figures.accused) <= accused


def test_changes_of_our_own_notes_are_found_and_rewrites_not_accused() -> None:
    figures = measure(CORPUS, OWN)
    assert figures.rate >= 0.955
    assert len(figures.accused) <= 78


def test_changes_of_blind_notes_are_found_and_rewrites_not_accused() -> None:
    figures = measure(CORPUS, UNSEEN)
    assert figures.rate >= 0.88
    assert len(figures.accused) <= 39


@pytest.mark.parametrize(("held", "found"), [(False, 0.83), (True, 0.81)], ids=["tuned", "held"])
def test_changes_of_the_second_set_are_found(held: bool, found: float) -> None:
    assert measure(CORPUS, {name for name in FURTHER if is_held(name) == held}).rate >= found
