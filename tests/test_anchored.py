"""Before is not after."""

import pytest

from rewriter.fidelity.nets.anchored import find_displaced
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Headache after Epley, gone in 1 min.", "Headache was present before the Epley and went in a minute.", True),
        (
            "Seated reaching, ball kicks while I charted.",
            "Seated reaching and ball kicks were done after charting.",
            True,
        ),
        ("Seated reaching, ball kicks while I charted.", "During charting, seated reaching and ball kicks.", False),
        ("Pain before, less after heat.", "Pain was present before and was less after heat.", False),
        ("Seated reaching, ball kicks.", "Ball kicks were done after seated reaching.", False),
    ],
)
def test_another_side_in_time_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_displaced(*both(note, rewrite))) is found
