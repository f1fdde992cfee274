"""The word "re" by itself."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack("97112")


@pytest.mark.parametrize("note", ["Reminded re hot pans.", "MD called re BP.", "Pt ed re falls"])
def test_it_is_regarding(note: str) -> None:
    assert "regarding" in read(note, PACK).words.low


@pytest.mark.parametrize("note", ["Sensory re-ed.", "re eval next wk", "re-tested tandem", "sensory re ed 5 min"])
def test_it_is_no_syllable(note: str) -> None:
    assert "regarding" not in read(note, PACK).words.low
