"""What was too much and is told as managed is found; what was managed beside it is not."""

import pytest

from rewriter.fidelity.contexts.mastered import find_mastered
from tests.worded import both, shelf


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("STS 22 in x5 mod A; 20 in tried, couldn't.", "Twenty inches was attempted with success.", True),
        (
            "Tol texture 4, texture 5 too much 7/10.",
            "Texture 4 was tolerated and texture 5 was also managed at 7/10.",
            True,
        ),
        ("Sled 90# ok, 120# too hard.", "The sled was managed at 120 pounds.", True),
        ("Step 6 in poorly tol.", "A step of 6 inches was tolerated.", True),
        ("Unable to kneel on mat.", "The patient was successful in kneeling on the mat.", True),
        ("STS 22 in x5 mod A; 20 in tried, couldn't.", "Twenty-two inches was managed; 20 inches was not.", False),
        ("Tol texture 4, texture 5 too much 7/10.", "Texture 4 was tolerated, and texture 5 was too much.", False),
        ("Unable to kneel on mat, sat ok.", "Sitting was tolerated, and kneeling was not possible.", False),
        ("20 in tried, couldn't; 20 in w/ arms ok.", "Twenty inches was managed with the arms.", False),
        ("Unable to kneel.", "The patient would like to be able to kneel.", False),
    ],
)
def test_too_much_told_as_managed(note: str, rewrite: str, found: bool) -> None:
    said, given = both(note, rewrite)
    assert any(find_mastered(said, shelf(said).items, given, shelf(given).items)) is found
