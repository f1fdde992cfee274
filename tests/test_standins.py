"""Stand-ins: what the rewrite has in the place of something it leaves out."""

import pytest

from rewriter.fidelity.related.standins import find_standins
from rewriter.fidelity.texts.modifiers import find_modifiers
from rewriter.findings import REWRITE, SOURCE
from tests.worded import PACK, accused, both, drawn


@pytest.mark.parametrize(
    ("note", "rewrite", "lost", "found"),
    [
        ("hands on his hips, squeeze glutes", "Hands were on the knees to squeeze the glutes.", "hips", ["knees"]),
        ("Sock ply 3 to 5 for pistoning", "Sock ply went from 3 to 4 for pistoning.", "5", ["3 to 4"]),
        ("heavy work before homework", "Heavy work after homework.", "before", ["after"]),
        ("Brace off for balance", "The brace was on for balance.", "off", ["on"]),
        ("Kneeling at bench. Scooter in hall", "Scooter in the hall.", "Kneeling", []),
    ],
)
def test_what_stands_in_for_something_left_out_is_found(note: str, rewrite: str, lost: str, found: list[str]) -> None:
    said, source = both(note, rewrite)
    at = source.reading.words.low.index(lost.lower())
    modifiers = find_modifiers(said, PACK), find_modifiers(source, PACK)
    standins = find_standins(said, modifiers[0], source, modifiers[1], [(at, at + 1)])
    assert [said.reading.words.written(one.first, one.last) for one in standins] == found


@pytest.mark.parametrize(
    ("note", "rewrite", "words"),
    [
        (
            "LOB post x5, recovered w BUE",
            "There were five lateral losses of balance, recovered with both arms.",
            "lateral",
        ),
        ("Kneeling at bench to sort rings", "Kneeling at the table to sort rings.", "table"),
        ("hands on his hips, squeeze glutes", "Hands were on the knees to squeeze the glutes.", "knees"),
    ],
)
def test_the_error_stands_at_both_places(note: str, rewrite: str, words: str) -> None:
    found = drawn(note, rewrite)
    assert any(item.side == REWRITE and item.level == "error" and words in item.text for item in found)
    assert any(item.side == SOURCE and item.level == "error" for item in found)


def test_where_nothing_is_left_out_nothing_is_searched() -> None:
    said, source = both("Sock ply 3 to 5", "Sock ply went from 3 to 4.")
    assert not list(find_standins(said, [], source, [], []))


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (
            "STS x8, TC quad, min A",
            "Eight sit-to-stands with verbal cues to the quadriceps.",
            "verbal",
        ),
        ("Pegs x12, VC to slow", "Twelve pegs were placed with visual cues to slow down.", "visual"),
        ("Gait 40 ft, VC for step length", "The patient walked 40 feet, tactile cueing for step length.", "tactile"),
        (
            "Reach, VC for trunk. TC R hip",
            "Reach, tactile cues at the trunk, tactile cues at the right hip.",
            "tactile",
        ),
        ("Reach, VC for trunk", "Reaching with verbal cues for the trunk.", ""),
    ],
)
def test_a_cue_of_another_sense(note: str, rewrite: str, found: str) -> None:
    said, source = both(note, rewrite)
    at = next(at for at, word in enumerate(source.reading.words.low) if word in ("verbal", "tactile"))
    modifiers = find_modifiers(said, PACK), find_modifiers(source, PACK)
    lost = [(at, at + 1)] if found else []
    standins = find_standins(said, modifiers[0], source, modifiers[1], lost)
    assert [one.rule for one in standins if said.reading.words.low[one.first] == found] == ["FID107"] * bool(found)


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Sit EOB min A to SBA", "Sitting went from minimal assistance to independence.", "independence"),
        ("Amb 50 ft SBA", "The patient walked 50 feet on their own.", "their"),
        ("Car txf CGA", "The car transfer was done unassisted.", "unassisted"),
        ("Stairs x6 min A", "Six stairs were done without help.", "without"),
        ("Rolling SBA, supine to sit indep", "Rolling was done, and supine to sit independently.", ""),
    ],
)
def test_no_help_told_for_some(note: str, rewrite: str, found: str) -> None:
    said, source = both(note, rewrite)
    modifiers = find_modifiers(said, PACK), find_modifiers(source, PACK)
    lost = next((item.first, item.last) for item in reversed(modifiers[1]) if item.value != "independent")
    standins = find_standins(said, modifiers[0], source, modifiers[1], [lost])
    assert [said.reading.words.low[one.first] for one in standins if one.rule == "FID103"] == [found] * bool(found)


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("VOR horiz 3x40s. VOR vert 2x30s.", "Horizontal VOR 3 x 40 seconds. Vertical VOR 3 x 40 seconds.", True),
        ("VOR horiz 3x40s. VOR vert 2x30s.", "Horizontal VOR 3 x 40 seconds. Vertical VOR 2 x 30 seconds.", False),
        ("Squats 20# x8, rows 10# x10.", "Squats with 20 pounds 8 times and rows with 20 pounds 10 times.", True),
        ("Squats 20# x8, rows 10# x10.", "Squats with 20 pounds 8 times and rows with 10 pounds 10 times.", False),
        ("PWB 50%. Scale check 65%.", "Partial weight bearing at 50%. The scale check showed 50%.", True),
        ("Walked 60 ft, then 85 ft.", "Walked 60 feet, and then 60 feet.", True),
    ],
)
def test_a_dose_told_again_in_the_place_of_another_is_an_error_there(note: str, rewrite: str, found: bool) -> None:
    assert accused(note, rewrite) is found


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "hands on ribs to extend, reached cones. goal don pants",
            "Hands were placed on the ribs to extend; cones were reached.",
        ),
        ("TC R hip, VC upright. LOB x2", "Tactile cues at the right hip were followed by verbal cues to stay upright."),
    ],
)
def test_a_word_that_claims_nothing_stands_for_nothing(note: str, rewrite: str) -> None:
    found = drawn(note, rewrite)
    assert any(item.side == SOURCE and item.level == "error" for item in found)
    assert not any(item.code == "FID127" for item in found)


def test_what_is_accused_for_another_reason_is_not_accused_of_standing_in() -> None:
    found = drawn(
        "TC at R hip for wt shift, quad set R knee",
        "Tactile cues at the left hip for weight shift; quad set, right knee.",
    )
    assert [item.code for item in found if item.side == REWRITE and item.level == "error"] == ["FID102"]
