"""Before is not after."""

import pytest

from rewriter.fidelity.contexts.anchored import find_displaced
from tests.worded import accused, both


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


@pytest.mark.parametrize(
    ("note", "rewrite", "is_untrue"),
    [
        ("Heavy work before homework.", "Heavy work is done after homework.", True),
        ("Heavy work before homework.", "Heavy work is done prior to homework.", False),
        ("Wife guarded after demo.", "The wife guarded before any demo.", True),
        ("Stretch before gait 5 min.", "Stretching for 5 minutes was done after gait.", True),
        ("Dizzy during Epley, 3/10.", "Dizziness after the Epley was 3/10.", True),
    ],
)
def test_an_occasion_on_the_other_side_is_untrue(note: str, rewrite: str, is_untrue: bool) -> None:
    assert accused(note, rewrite) is is_untrue
