"""What happened while treating is no reason for the treatment."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def reasons(text: str) -> list[str]:
    """Return the reasons that the facts of a note give for treatment."""
    return [fact.why for fact in find_facts(read(text, PACK), PACK) if fact.why]


@pytest.mark.parametrize(
    "text",
    [
        "SLS on foam 3x30s, 3 LOB lat",
        "amb 150 ft CGA, LOB L x2 c head turns",
        "STS x10. R knee buckled x2",
        "gait w head turns 4x40 ft, veers L x2 self corrects",
        "tandem x4, LOB w/ turns",
        "SLS x3, posterior LOB x1, recovered",
    ],
)
def test_what_came_so_many_times_or_with_it_is_none(text: str) -> None:
    assert reasons(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Frequent LOB. SLS on foam x3. LOB x2", "loss of balance"),
        ("Tandem walk x4 for LOB on turns", "loss of balance"),
        ("SLS on foam x3, postural sway", "postural sway"),
        ("big steps 10 m x6, FOG x2 at doorway", "freezing of gait"),
        ("gait 50 ft, R knee buckling", "knee buckling"),
    ],
)
def test_what_the_patient_has_is_one(text: str, reason: str) -> None:
    assert any(why.endswith(reason) for why in reasons(text)), reasons(text)
