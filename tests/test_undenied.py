"""What is denied once and found once is denied once in the rewrite."""

import pytest

from rewriter.fidelity.nets.undenied import find_undenied
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (
            "1st pass nystagmus 15 s, 2nd pass no nystagmus.",
            "The first pass brought nystagmus for 15 seconds; the second pass brought nystagmus.",
            True,
        ),
        (
            "1st pass nystagmus 15 s, 2nd pass no nystagmus.",
            "The first pass brought nystagmus for 15 seconds; the second brought no nystagmus.",
            False,
        ),
        ("No dizziness sitting. Dizziness in standing.", "Dizziness sitting. Dizziness in standing.", True),
        ("No dizziness sitting. Dizziness in standing.", "Dizziness in standing only.", False),
        ("No dizziness.", "There was dizziness.", False),
    ],
)
def test_a_denial_gone_among_several_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_undenied(*both(note, rewrite))) is found
