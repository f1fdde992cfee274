"""Each item of a list keeps its own posture, surface, vision and dose."""

import pytest

from rewriter.fidelity.attached.itemized import find_misitemized
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both

WALKS = "Pt did tandem walk, SLS 30s ea, marching on foam."
SEATED = "seated reaching, dynadisc, ball kicks"
PRONE = "scap re-ed prone, rhythmic stab, wall slides"


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (WALKS, "Tandem walking on foam, single-leg stance for 30 seconds each, and marching were performed.", True),
        (WALKS, "Tandem walking for 30 seconds, single-leg stance, and marching on foam were performed.", True),
        (WALKS, "Tandem walking, single-leg stance, and 30 seconds of marching on foam were performed.", True),
        (WALKS, "Tandem walking, single-leg stance for 30 seconds each, and marching on foam were performed.", False),
        (WALKS, "Marching on foam, single-leg stance (30 seconds each) and tandem walking were performed.", False),
        (SEATED, "Work consisted of reaching, Dynadisc, and seated ball kicks.", True),
        (SEATED, "Work consisted of seated reaching, Dynadisc, and ball kicks.", False),
        (SEATED, "In sitting, reaching, Dynadisc and ball kicks were done.", False),
        (PRONE, "Scapular re-education, prone rhythmic stabilization, and wall slides were done.", True),
        (PRONE, "Prone scapular re-education, rhythmic stabilization, and wall slides were done.", False),
        ("wobble board + step overs 15 min", "The wobble board for 15 minutes and step-overs were done.", False),
    ],
)
def test_a_condition_told_with_another_item_is_found(note: str, rewrite: str, found: bool) -> None:
    said, given = both(note, rewrite)
    items = find_misitemized(said, find_modifiers(said, PACK), given, find_modifiers(given, PACK))
    assert any(items) is found
