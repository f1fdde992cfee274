"""Modifiers and what they belong to: traded, moved, added and dropped values are found, other words are not accused."""

import pytest

from rewriter.fidelity.attached.bindings import find_false, find_lost, find_unhedged
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from tests.worded import both, error_codes, shelf, terms


def modifiers(side: Terms) -> Shelf:
    return shelf(side)


def false(source: str, rewrite: str) -> set[str]:
    """Return the written values that the rewrite has falsely."""
    said, note = both(source, rewrite)
    items = find_false(modifiers(said), modifiers(note), said, (note,), frozenset(), frozenset())
    return {said.reading.words.written(item.first, item.last) for item in items}


def lost(source: str, rewrite: str) -> set[str]:
    said, note = both(source, rewrite)
    items = find_lost(modifiers(note), modifiers(said), said, note)
    return {note.reading.words.written(item.first, item.last) for item in items}


@pytest.mark.parametrize(
    ("source", "rewrite", "wrong"),
    [
        ("step taps x10, squats x5", "Squats 10 times, step taps 5 times.", {"10 times", "5 times"}),
        ("eyes open 30 s, eyes closed 10 s", "Eyes open 10 s, eyes closed 30 s.", {"10 s", "30 s"}),
        ("R 9 s, L 6 s", "Right 6 s, left 9 s.", {"6 s", "9 s"}),
        ("squats 3x10", "Squats for 10 sets of 3 repetitions.", {"10 sets of 3 repetitions"}),
        ("rolling min A, dressing mod A", "Rolling mod A, dressing min A.", {"mod A", "min A"}),
        ("TC R wrist, VC L knee", "Tactile cues at the left wrist, verbal cues at the right knee.", {"left", "right"}),
        ("R knee buckled", "Both knees buckled.", {"Both"}),
        ("BBS 41/56", "Berg 44/56.", {"44/56"}),
    ],
)
def test_a_value_given_to_something_else_is_false(source: str, rewrite: str, wrong: set[str]) -> None:
    assert false(source, rewrite) == wrong


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("step taps x10, squats x5", "The patient squatted 5 times and did ten step taps."),
        ("R 9 s, L 6 s", "It took 6 seconds on the left and 9 seconds on the right."),
        ("3x10 squats", "Squats, three sets of ten."),
        ("R>L ataxia", "Ataxia, greater on the right than on the left."),
        ("2/5 correct", "Two answers out of five were correct."),
        ("seen 0930", "Seen at 9:30."),
        ("R knee, L knee sore", "Both knees were sore."),
        ("PT joined for last 8", "The PT joined for the last 8 minutes."),
        ("PTA: foam. PT joined, LOB x2", "The PTA had the patient do foam. PT joined; the patient lost balance twice."),
        ("wt shift L, TC hip", "Weight was shifted to the left with tactile cues at the hip."),
        ("B knees ache", "The knees ache."),
    ],
)
def test_the_same_value_told_otherwise_is_neither_false_nor_lost(source: str, rewrite: str) -> None:
    assert false(source, rewrite) == lost(source, rewrite) == set()


@pytest.mark.parametrize(
    ("source", "rewrite", "missing"),
    [
        ("blocked L knee, L quad weak", "The knee was blocked. The left quad was weak.", {"L"}),
        ("AMD B eyes. PRL at 11 o'clock R eye", "AMD in both eyes. The PRL is at 11 o'clock.", {"R"}),
        ("STS x8 min A", "Sit to stand 8 times.", {"min A"}),
        ("BBS 41/56", "The Berg was done.", {"41/56"}),
        ("B knees ache", "The knee aches.", {"B"}),
        ("L hemi, blocked L knee", "Left hemiparesis, and the knee was blocked.", {"L"}),
        ("STS x2, B LE weak", "Sit to stand, both legs weak.", {"x2"}),  # the pair is of legs
    ],
)
def test_a_value_that_the_rewrite_lacks_is_lost(source: str, rewrite: str, missing: set[str]) -> None:
    assert lost(source, rewrite) == missing


def test_an_approximate_figure_told_as_exact_is_unhedged() -> None:
    note, said = terms("held ~20 s", source=True), terms("Held for 20 seconds.", source=False)
    assert [item.value for item in find_unhedged(modifiers(said), modifiers(note), said)] == ["20"]
    same = terms("Held for about 20 seconds.", source=False)
    assert list(find_unhedged(modifiers(same), modifiers(note), same)) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("TM 1.2 mph 6 min BUE hold. R foot drag", "The treadmill ran at 1.2 mph for 6 minutes, both hands holding. "
         "The right foot dragged."),
        ("QS 2x10 hold bil. L heel slides 2x8", "Bilateral quad sets, 2 sets of 10. Left heel slides, 2 sets of 8."),
        ("Reach L/R x6 ea, worse L", "Reaching was done six times to each side and was poorer to the left."),
        ("UB dressing min A (mod eval)", "Upper body dressing took minimal assistance; at evaluation it was moderate."),
        ("STS min A, was max last wk", "Sit to stand took minimal assistance; last week it was maximal."),
        ("Pt denies falls since adm, dtr says 1", "The patient denies falls since admission, while the daughter "
         "reports one."),
        ("freezing 1x vs 4x last wk", "Freezing occurred once, down from four times last week."),
        ("AROM 4-98 (6-91 last)", "Active motion has gone from 6-91 last time to 4-98."),
        ("knee pain 2/10 w/ brace vs 6 w/out", "Knee pain was 2/10 with the brace, as opposed to 6/10 without it."),
        ("skin check I'ly", "The skin check was done independently."),
    ],
)  # fmt: skip
def test_what_belongs_together_in_other_words_is_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("QS 2x10 hold R. L heel slides 2x8", "Bilateral quad sets, 2 sets of 10. Left heel slides, 2 sets of 8."),
        ("STS min A, was max last wk", "Sit to stand took maximal assistance; last week it was minimal."),
        ("freezing 1x vs 4x last wk", "Freezing occurred four times, up from once last week."),
        ("AROM 4-98 (6-91 last)", "Active motion has gone from 4-98 last time to 6-91."),
        ("knee pain 2/10 w/ brace vs 6 w/out", "Knee pain was 6/10 with the brace, as opposed to 2/10 without it."),
    ],
)
def test_what_was_traded_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite", "wrong"),
    [
        ("NMR LE 36 min", "Bilateral lower extremity neuromuscular re-education was given for 36 minutes.", True),
        ("NMR LE 36 min", "Lower extremity neuromuscular re-education was given for 36 minutes.", False),
        ("heel raises both 3x15", "Bilateral heel raises, 3 sets of 15.", False),
        ("SLS 30s ea", "Bilateral single-leg stance for 30 seconds each.", False),
    ],
)
def test_both_sides_told_where_none_is_are_added(note: str, rewrite: str, wrong: bool) -> None:
    assert ("FID102" in error_codes(note, rewrite)) is wrong
