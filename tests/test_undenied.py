"""What is denied once and found once is denied once in the rewrite."""

import pytest

from rewriter.fidelity.contexts.undenied import find_undenied
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
        ("Tandem 20 s w/ rail, SLS 5 s no rail.", "Tandem took 20 s with the rail, SLS 5 s with the rail.", True),
        ("Gait 20 ft w/ AFO, 10 ft no AFO.", "Gait was 20 feet with the AFO and 10 feet with the AFO.", True),
        ("Reads 38 wpm w/ lamp, 22 no lamp.", "Reading was 38 wpm with the lamp and 22 with a lamp.", True),
        ("Tandem 20 s w/ rail, SLS 5 s no rail.", "Tandem took 20 s with the rail; SLS 5 s without the rail.", False),
        (
            "Reads 38 wpm w/ lamp, 22 no lamp.",
            "Reading: 38 wpm with the lamp; take the lamp away, 22.",
            False,
        ),
    ],
)
def test_a_denial_gone_among_several_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_undenied(*both(note, rewrite))) is found
