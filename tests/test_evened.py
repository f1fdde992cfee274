"""Two unlike sides told as alike are found; alike ones, and each by its own, are not."""

import pytest

from rewriter.fidelity.attached.evened import find_evened
from tests.worded import both, shelf


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Edema R, none L.", "There is edema on both sides.", True),
        ("Hops 5 R, 2 L.", "Five hops were done on each side.", True),
        ("Clonus L 3 beats, R absent.", "Clonus is present bilaterally.", True),
        ("SLR + R, neg L.", "The straight leg raise was positive on both sides.", True),
        ("Grip R 22 kg, L 31 kg.", "Grip was 31 kg in both hands.", True),
        ("Heel raise: pain L, no pain R.", "Heel raises were painful on either side.", True),
        ("Hip ER tight R, L ok.", "Hip external rotation was tight on both sides.", True),
        ("Edema R, none L.", "There is edema on the right and none on the left.", False),
        ("Edema R, none L.", "Both sides were checked: edema on the right only.", False),
        ("Hops 5 R, 5 L.", "Five hops were done on each side.", False),
        ("Edema B LE, R>L.", "There is edema of both legs.", False),
        ("SLR neg R, neg L.", "The straight leg raise was negative on both sides.", False),
        ("Reach R 10, L 8. B hip ext x10.", "Ten hip extensions were done on both sides.", False),
    ],
)
def test_unlike_sides_told_as_alike(note: str, rewrite: str, found: bool) -> None:
    said, given = both(note, rewrite)
    assert any(find_evened(said, shelf(said).items, given, shelf(given).items)) is found
