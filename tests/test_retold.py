"""A word told by another: one matter, and no error where the rest of the clause shows what it tells."""

import pytest

from tests.worded import drawn, errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Sock aid: grabbed cord w/ R hand x5.",
            "With the right hand, the cord of the sock aid was seized five times.",
        ),
        ("Amb O/G 100 ft, SBA.", "Overground walking covered 100 feet with standby assistance."),
        ("LBP 4 wk, dock wkr.", "The patient is a dock worker with low back pain for 4 weeks."),
    ],
)
def test_a_word_with_the_letters_of_shorthand_is_no_error(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite", "error"),
    [
        ("Marching on grass 4 min.", "Marching on gravel was done for 4 minutes.", "gravel"),
        ("Sled push 90# 40 ft.", "The 90-pound sled was pulled 40 feet.", "pulled"),
        ("Goal: 50 ft w/ RW.", "The goal of 50 feet with a rolling walker was met.", "met"),
        ("Reach to knds on shelf 10x.", "Reached to knobs on the shelf 10 times.", "knobs"),
        ("L knee pain 4/10.", "Left hip (knee) pain was 4/10.", "hip"),
        ("VC exhale w/ lift x5.", "Verbal cues to hold the breath with lifting, five times.", "hold the breath"),
        ("Gait antalgic less p tx.", "Gait was more antalgic after treatment.", "more"),
    ],
)
def test_a_word_that_tells_something_else_stays_an_error(note: str, rewrite: str, error: str) -> None:
    assert any(error in one or one in error for one in errors(note, rewrite))


@pytest.mark.parametrize(
    ("note", "rewrite", "missed"),
    [
        (
            "Aide w/ w/c behind, amb 40 ft.",
            "An aide followed with the wheelchair as the patient walked 40 feet.",
            "behind",
        ),
        ("Bike 5 min, RPE down to 11.", "After 5 minutes of biking, RPE was lowered to 11.", "down"),
        ("STM L calf 5 min.", "I worked on the soft tissue of the left calf for 5 minutes.", "STM"),
        ("Knee varus B w/ squats.", "Both knees caved in with squats.", "varus"),
        ("L THA, WBAT, amb 40 ft.", "Left total hip arthroplasty, walked 40 feet.", "WBAT"),
        ("Gait belt, CGA 40 ft.", "Contact guard for 40 feet.", "belt"),
    ],
)
def test_what_the_rest_of_a_clause_shows_is_not_missed(note: str, rewrite: str, missed: str) -> None:
    lost = missed in ("WBAT", "belt", "varus")
    assert any(missed in one for one in errors(note, rewrite)) is lost


@pytest.mark.parametrize(
    ("note", "rewrite", "word"),
    [
        ("Bilat SMOs. SLS 4 s.", "Ankle supports (SMOs) on both sides. SLS 4 seconds.", "Ankle"),
        ("Curb x3 CGA, cane.", "The curb was climbed three times with contact guard and a cane.", "climbed"),
        ("Beam x6, HHA.", "The beam was crossed six times with hand-held assistance.", "crossed"),
    ],
)
def test_a_gloss_and_a_predicate_of_what_is_all_told_warn(note: str, rewrite: str, word: str) -> None:
    found = [(item.code, item.level) for item in drawn(note, rewrite) if item.text == word]
    assert found == [("FID132", "warning")]


@pytest.mark.parametrize(
    "word", ["righ\u0301ting", "r\u0456ghting", "\u24e1\u24d8\u24d6\u24d7\u24e3\u24d8\u24dd\u24d6"]
)
def test_what_is_no_word_is_no_gloss(word: str) -> None:
    note, rewrite = "weak L lat head righting (MFS 2).", f"Weak left lateral head {word} (Muscle Function Scale 2)."
    assert any(word in one for one in errors(note, rewrite))
