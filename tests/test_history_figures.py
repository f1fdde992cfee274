"""REC421 and REC424: figures that are carried forward, progress that measures do not show."""

import pytest

from tests.charts import judge

FIGURES = "BBS 41/56, TUG 15.2 s, BP 128/76, R knee flexion 102 deg."


def test_figures_that_all_stay_are_named() -> None:
    (item,) = judge("REC421", f"Ramp w/ VC. {FIGURES}", [{"text": f"Foam w/ TC. {FIGURES}", "date": "2026-11-03"}])
    assert item.level == "warning"
    assert "TUG 15.2 s, BP 128/76" in item.message
    assert "2026-11-03" in item.message


@pytest.mark.parametrize(
    "today", [FIGURES.replace("41/56", "42/56"), "BBS 41/56, TUG 15.2 s.", "Taps 3x10, foam 3x30 s, gait 150 ft."]
)
def test_one_change_two_figures_or_doses_are_normal(today: str) -> None:
    assert not judge("REC421", today, [FIGURES])


def test_the_note_before_counts_and_not_an_older_one() -> None:
    assert not judge("REC421", FIGURES, [FIGURES, FIGURES.replace("41/56", "40/56")])


def test_sides_are_kept_apart() -> None:
    today = "R grip 20 lb, L grip 40 lb, BP 128/76."
    assert not judge("REC421", today, ["R grip 40 lb, L grip 20 lb, BP 128/76."])


@pytest.mark.parametrize("claim", ["Pt progressing well", "Balance improved", "Balance continues to improve"])
def test_progress_against_a_measure_that_stands_still(claim: str) -> None:
    (item,) = judge("REC424", f"{claim}. BBS 40/56.", [{"text": "BBS 40/56.", "date": "2026-11-03"}])
    assert item.level == "warning"
    assert "40/56 in the note of 2026-11-03" in item.message
    assert not judge("REC424", f"{claim}. BBS 44/56.", ["BBS 40/56."])


def test_less_is_better_for_a_timed_test() -> None:
    assert judge("REC424", "TUG improved to 16 s.", ["TUG 14.8 s."])
    assert not judge("REC424", "TUG improved to 13 s.", ["TUG 14.8 s."])


@pytest.mark.parametrize(
    "today",
    [
        "Stance improved with cue at quad. BBS 40/56.",
        "Exercises to improve balance. BBS 40/56.",
        "No improvement. BBS 40/56.",
        "Knee pain improved. BBS 40/56.",
        "Progressed to foam. BBS 40/56.",
        "Balance improved since eval: BBS 40/56 (31 at eval).",
        "Pt progressing. BBS 40/56, TUG 12 s.",
    ],
)
def test_effects_purposes_denials_and_other_progress_are_no_contradiction(today: str) -> None:
    assert not judge("REC424", today, ["BBS 40/56. TUG 14 s."])


def test_a_claim_since_the_start_is_held_against_the_first_note() -> None:
    notes = ["BBS 31/56.", "BBS 40/56."]
    assert not judge("REC424", "Balance improved since evaluation. BBS 40/56.", notes)
    assert judge("REC424", "Balance improved since last visit. BBS 40/56.", notes)


def test_an_older_note_that_names_the_measure_is_found() -> None:
    notes = ["BBS 40/56.", *["Foam w/ TC."] * 20]
    assert judge("REC424", "Pt progressing. BBS 40/56.", notes)
