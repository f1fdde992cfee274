"""Signs and single letters of a note tell words of the rewrite, where their neighbours agree."""

import pytest

from tests.worded import is_said_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        (
            "Saccades H + V 2x1 min ea.",
            "Horizontal and vertical saccades, two sets of one minute each.",
            "vertical",
            True,
        ),
        ("Talocrural mobs A/P gr III.", "Anterior-posterior talocrural mobilizations, grade III.", "anterior", True),
        ("Sway M/L 4 cm.", "Medial to lateral sway was 4 cm.", "medial", True),
        ("VOR H 3/10.", "Horizontal and vertical VOR, 3/10.", "vertical", False),
        ("Sway M/L 4 cm.", "Sway was markedly 4 cm.", "markedly", False),
        ("VC for = step length.", "Verbal cueing for equal step length.", "equal", True),
        ("VC: = WB thru both feet.", "Verbal cueing for even weight bearing through both feet.", "even", True),
        ("Step length short R.", "Equal step length, short on the right.", "equal", False),
        ("LBP, construction, 6 wks.", "A construction worker with low back pain for six weeks.", "worker", True),
        ("L5 disc, warehouse.", "The patient, employed in a warehouse, has an L5 disc.", "employed", True),
        ("L5 disc, 6 wks.", "A worker with an L5 disc for six weeks.", "worker", False),
    ],
)
def test_letters_and_signs(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain
