"""Stages: what was at the end must not be told as at the start, nor what is past as awaited."""

import pytest

from rewriter.fidelity.stages import find_misstaged
from rewriter.fidelity.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(note: str, rewrite: str) -> tuple[Terms, Terms]:
    """Return the terms of the rewrite and of the note."""
    return find_terms(read(rewrite, PACK), PACK, source=False), find_terms(read(note, PACK), PACK, source=True)


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Recalled 3/3 prec at end.", "Recalled 3 of 3 precautions at the start.", True),
        ("Recalled 3/3 prec at end.", "Recalled 3 of 3 precautions by the end.", False),
        ("Steady 3/10 at start, 7/10 at end.", "At the start 3/10 were steady, at the end 7/10.", False),
        ("was on NG til 9 mo", "has been on an NG tube since nine months", True),
        ("was on NG til 9 mo", "was on an NG tube until nine months", False),
        ("Recent cataract sx.", "The patient is awaiting cataract surgery.", True),
        ("Awaiting cataract sx.", "The patient is awaiting cataract surgery.", False),
        ("2 backward falls this mo.", "There were 2 backward falls during the session.", True),
        ("2 backward falls this mo.", "There were 2 backward falls this month.", False),
    ],
)
def test_another_stage_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_misstaged(*terms(note, rewrite))) is found
