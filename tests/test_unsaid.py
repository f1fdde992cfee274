"""No verb is put in where one stands already or none belongs."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def told(text: str) -> str:
    return " ".join(fact.surface for fact in find_facts(read(text, PACK), PACK))


@pytest.mark.parametrize(
    "text",
    [
        "R fires better than L",
        "R foot drags more",
        "Fatigue by set 3",
        "pain by lap 4",
        "Two more visits",
        "2+ edema L ankle",
        "R eye less",
        "ER hurt 4/10",
        "R shoulder PROM <90 only",
        "knee flexion 0-60 max",
        "hip ROM < 70 deg only",
        "Elbow flexion 30-110 only in splint",
    ],
)
def test_no_verb_is_put_in(text: str) -> None:
    assert not {"was", "were"} & set(told(text).split())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Balance better", "balance was better"),
        ("L knee pain 4/10", "left knee pain was 4/10"),
        ("5xSTS 19 s", "Five Times Sit to Stand was 19 seconds"),
    ],
)
def test_a_verb_that_is_left_out_is_put_in(text: str, said: str) -> None:
    assert told(text) == said
