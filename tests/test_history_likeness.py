"""Likeness: figures are masked, dates and minutes are not kept, sentences are compared in the order of their words."""

import subprocess
import sys

import pytest

from rewriter.history.likeness import mask, share_alike


def test_figures_are_masked_in_figures_and_words() -> None:
    one, other = mask("Four of twelve reaches, 3.5 lb."), mask("5 of 10 reaches, 2 lb.")
    assert one.words == other.words
    assert one.pieces[0].figures == ("four", "twelve", "3.5")


@pytest.mark.parametrize("said", ["25 min", "11/12/2026", "2026-11-12", "1:10", "30 minutes"])
def test_dates_times_and_minutes_are_no_clinical_figures(said: str) -> None:
    assert mask(f"seen {said} today").pieces[0].figures == ()


def test_minimal_assistance_is_no_minutes() -> None:
    assert mask("walked 25 min A").pieces[0].figures == ("25",)


def test_sentences_end_at_marks_but_not_inside_figures() -> None:
    assert [piece.figures for piece in mask("TUG 14.2 s. LOB x2; BP 120/80\nHR 70").pieces] == [
        ("14.2",),
        ("2",),
        ("120/80",),
        ("70",),
    ]


def test_a_label_holds_behind_a_semicolon_and_not_behind_a_period() -> None:
    labels = [piece.label for piece in mask("Goals: walk 300 ft; stand 5 min. Wt shift w/ TC").pieces]
    assert labels == ["goals", "goals", ""]


def test_share_alike_is_of_words_in_order() -> None:
    assert share_alike(("a", "b", "c", "d"), ("a", "b", "c", "d"), 0.5) == 1
    assert share_alike(("a", "b", "c", "d"), ("a", "b", "c", "x"), 0.5) == 0.75
    assert share_alike(("a", "b"), ("x", "y"), 0.5) == 0


def test_the_library_is_loaded_only_where_notes_are_compared() -> None:
    script = "import sys, rewriter; rewriter.check('wt shift w/ TC'); print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
