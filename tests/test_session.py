"""How long the treatment took, where a note says so in words."""

import pytest

from rewriter.billing.session import session_minutes
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30MIN 1:1, TC at pelvis.", 30),
        ("TC at pelvis, 25 min one-on-one.", 25),
        ("Half an hour of PNF to R UE.", 30),
        ("Hour and a half of one-on-one gait training.", 90),
        ("Seven minutes of balance retraining.", 7),
        ("Thirty minutes were spent on balance, TC at pelvis.", 30),
        ("Duration 25 min. Foam stance, VC.", 25),
        ("Skilled treatment lasted 40 minutes.", 40),
        ("Reached w/ TC, 3 min tolerated, then child cried and mother ended the session.", 3),
        ("Stood 10 min at the counter w/ TC.", None),
        ("Dizziness lasted 2 min, VC for gaze.", None),
        ("Goal: 30 min of gait training.", None),
        ("20 min 1:1, then 15 min 1:1.", None),  # which of them is not said
    ],
)
def test_a_time_is_the_treatments_where_the_words_beside_it_say_so(text: str, minutes: float | None) -> None:
    assert session_minutes(read(text, PACK)) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Session broken off after 6 min, pt nauseated.", 6),
        ("Session ended early at 5 min d/t BP.", 5),
        ("Stood at 5 min mark.", None),
        ("Foam stopped after 6 min, then seated reach.", None),
    ],
)
def test_a_session_that_ended_early_lasted_so_long(text: str, minutes: float | None) -> None:
    assert session_minutes(read(text, PACK)) == minutes
