"""Where "quad" names the posture on hands and knees."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    ["Quad over bolster 4x20 s", "quad to 3pt x10", "quad alt UE x10", "quad hold alt arm", "quad to tall kneel x5"],
)
def test_it_is_the_posture(text: str) -> None:
    assert "quadruped" in read(text, PACK).words.low


@pytest.mark.parametrize(
    "text", ["quad sets x10", "R quad 4-/5", "quad weakness", "quad stretch 3x30 s", "vc for quad", "quad cane"]
)
def test_it_is_the_muscle(text: str) -> None:
    assert "quadruped" not in read(text, PACK).words.low
