"""Claim or phrasing: what a clinic acts on stays an error, what only carries a sentence is a warning."""

import pytest

from tests.worded import drawn

NOTE = "step taps on foam, R 12, L 7, min A"


def levels(source: str, rewrite: str) -> dict[str, set[str]]:
    """Return the codes of each level."""
    found: dict[str, set[str]] = {"error": set(), "warning": set(), "info": set()}
    for item in drawn(source, rewrite):
        found[item.level].add(item.code)
    return found


@pytest.mark.parametrize("word", ["embarked on", "spontaneously did", "attempted and pursued"])
def test_a_word_that_only_carries_the_sentence_is_a_warning(word: str) -> None:
    found = levels("step taps on foam", f"Patient {word} step taps on foam.")
    assert found["warning"] == {"FID132"}
    assert not found["error"]


@pytest.mark.parametrize(
    "rewrite",
    [
        "Patient fell. Step taps on foam.",
        "Step taps on foam with a daughter.",
        "Step taps on gravel and foam.",
        "Step taps on foam, quickly.",
        "Step taps on foam yesterday.",
        "Confirmed step taps on foam.",
        "Step taps on foam, coughing.",
        "Step taps on foam with eyes closed.",
    ],
)
def test_a_word_that_claims_stays_an_error(rewrite: str) -> None:
    assert levels("step taps on foam", rewrite)["error"]


@pytest.mark.parametrize("word", ["In the outset scenario", "As a matter of topic and theme", "By way of example"])
def test_a_word_of_narration_is_no_error_in_a_rewrite(word: str) -> None:
    assert not levels("step taps on foam", f"{word}, step taps on foam.")["error"]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("sit at sink 4 min", "The patient stood at the sink for four minutes."),
        ("carried laundry 20 ft", "Laundry was carried 20 feet and ironed."),
        ("made tea", "Tea was made and stirred."),
        ("peg board x10", "Ten pegs on the peg board with reassurance."),
        ("stopped at 4 min", "It was stopped at four minutes out of frustration."),
        ("neck ext 20", "Neck rotation was 20 degrees."),
    ],
)
def test_a_posture_a_task_and_a_state_of_mind_claim(note: str, rewrite: str) -> None:
    assert levels(note, rewrite)["error"]


@pytest.mark.parametrize("said", ["The FMA stood at 22 of 66.", "The FMA stood at 22/66."])
def test_a_score_that_stood_is_no_posture(said: str) -> None:
    assert not levels("FMA 22/66", said)["error"]


@pytest.mark.parametrize("rewrite", ["Effective step taps on foam.", "Step taps on foam were approved by the family."])
def test_a_judgement_is_no_narration(rewrite: str) -> None:
    assert levels("step taps on foam", rewrite)["error"]


def test_a_word_in_quotation_marks_is_never_phrasing() -> None:
    assert levels("step taps", 'Step taps. Patient said "pursued".')["error"]


def test_a_limb_of_a_bare_side_is_phrasing_and_of_a_named_part_a_claim() -> None:
    assert "FID130" not in levels("blocks: R 12, L 7", "Blocks: the right hand 12, the left hand 7.")["error"]
    assert "FID130" in levels("R knee blocked", "The right foot was blocked.")["error"]


def test_a_goal_that_was_not_met_is_not_phrasing() -> None:
    assert levels("goal stairs at home", "The goal of stairs at home was met.")["error"]


def test_a_body_that_advanced_shows_no_skill_of_the_therapist() -> None:
    assert "FID110" not in levels("R foot forward twice", "The right foot advanced twice.")["error"]


@pytest.mark.parametrize(
    ("note", "rewrite", "claims"),
    [
        ("min A x2 amb 40 ft", "Minimal assistance was lent twice in walking 40 feet.", False),
        ("grab bar Sat by son", "The son is to install the grab bar on Saturday.", False),
        ("3 stairs CGA", "A flight of three stairs with contact guard.", True),
        ("wife guards next visit", "The wife will try guarding next visit.", True),
        ("VC lift x5", "Cued to inhale with lifting five times.", True),
    ],
)
def test_a_general_verb_is_one_in_any_form(note: str, rewrite: str, *, claims: bool) -> None:
    assert ("FID130" in levels(note, rewrite)["error"]) is claims


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "error"),
    [
        ("VC not to pivot on R.", "Verbal cues were given for not pivoting on the right leg.", "leg", False),
        ("WB on L, no pain.", "Weight bearing on the left leg was without pain.", "leg", False),
        ("Pain on R.", "There was pain on the right leg.", "leg", True),
    ],
)
def test_the_limb_of_a_side_on_which_something_is_done(note: str, rewrite: str, word: str, *, error: bool) -> None:
    found = [item.level for item in drawn(note, rewrite) if item.text == word]
    assert ("error" in found) is error
