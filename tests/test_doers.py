"""Who did an exercise where no verb says so."""

import pytest

from rewriter.billing.doers import exercise_by_aide
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    [
        "wt shift R x10 by tech, TC @ pelvis",
        "wt shift x10 each way by tech, TC @ pelvis",
        "Wt shift L -> R in stdg x10 by tech, PT did TC after",
        "wt shift R x10 done by aide",
        "tandem 3x30 s on foam by rehab tech",
        "gait 50 ft x2 by aide",
    ],
)
def test_an_exercise_by_an_aide_is_seen(text: str) -> None:
    assert exercise_by_aide(read(text, PACK)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "wt shift x10, VC by PT",
        "tandem guarded by aide",
        "toilet transfer x2 by CNA after",
        "clothing mgmt max A by CNA",
        "amb to gym by aide",
        "wt shift x10 not done by aide",
        "wt shift to be done by aide next visit",
        "aide taught: wt shift x10 by aide",
        "wt shift x10",
    ],
)
def test_help_with_the_day_is_no_treatment(text: str) -> None:
    assert exercise_by_aide(read(text, PACK)) is None
