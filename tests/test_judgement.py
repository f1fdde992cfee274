"""Clinical judgement shown in a bare list of exercises."""

import pytest

from rewriter.billing.judgement import shows_judgement
from rewriter.reading import read
from tests.judged import PACK


@pytest.mark.parametrize(
    "text",
    [
        "LAQ 3x10. Held step ups - calf tender, called MD",
        "Had to stop ball wall toss, nauseous, lay down five minutes",
        "wand ER 2x10, sleeper stretch held, sharp ant",
        "Bike 5 min, stopped d/t knee swelling",
        "HR 142 so stopped the bike",
        "Stairs deferred, BP 88/50",
        "Pulleys 3 min. Homans neg bilat",
        "Phalen (+) at 20 s. tendon glides x10",
    ],
)
def test_it_is_shown(text: str) -> None:
    assert shows_judgement(read(text, PACK))


@pytest.mark.parametrize(
    "text",
    [
        "3x15 LAQ 3#, bridges, heel raises, bike 8 min lvl 4",
        "Wall sit held 30 s, pain 2/10",
        "Hands held, knee pain 4/10",
        "Stopped at 8 reps, tired",
        "Pt stopped, knee pain",
        "Session stopped, no pain",
        "Plan: hold squats if knee pain",
        "Refused stairs, knee pain",
        "Treatment held per RN",
    ],
)
def test_a_bare_list_shows_none(text: str) -> None:
    assert not shows_judgement(read(text, PACK))
