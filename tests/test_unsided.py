"""A side that was lost is shown where the rewrite names its thing without one."""

import pytest

from rewriter.check import check


def bare(note: str, rewrite: str) -> set[str]:
    """Return the words of the rewrite that a lost side belongs to."""
    findings = check(rewrite, source=note).findings
    return {item.text for item in findings if item.code == "FID202" and item.side == "rewrite"}


@pytest.mark.parametrize(
    ("note", "rewrite", "words"),
    [
        ("Gait 60 ft. R toe drag last 15 ft.", "Gait of 60 feet, with toe drag over the last 15 feet.", "toe drag"),
        ("Perturbations, delayed step L.", "Perturbations, with a delayed step.", "delayed step"),
        ("R DRF, ORIF 6 wk.", "Six weeks after ORIF of a distal radius fracture.", "distal radius fracture"),
        ("LOB R x4 on foam.", "On foam balance was lost four times.", "balance"),
        ("L hemi. R knee buckled x1.", "Left hemiparesis. The knee buckled once.", "knee buckled"),
    ],
)
def test_the_place_without_the_side_is_shown(note: str, rewrite: str, words: str) -> None:
    assert any(words in found for found in bare(note, rewrite))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Gait 60 ft. R toe drag last 15 ft.", "Gait of 60 feet, with right toe drag over the last 15 feet."),
        ("R TKA 3 wk. R knee flex 95.", "Three weeks after right TKA. Knee flexion was 95 degrees."),
        ("TC R wrist", "Tactile cues at the left wrist."),
    ],
)
def test_no_place_is_shown_where_the_side_is_told_or_another_stands(note: str, rewrite: str) -> None:
    assert bare(note, rewrite) == set()
