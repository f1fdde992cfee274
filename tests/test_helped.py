"""What stands behind a level of help."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces.helped import opens_own_row, shares_helped, tells_held_part

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("STS max A x2 knees blocked", True),
        ("STS mod A R knee blocked", True),
        ("STS mod A knees to chest", False),
        ("STS x5 knees blocked", False),
    ],
)
def test_a_held_part_behind_the_help_is_a_matter_of_its_own(text: str, held: bool) -> None:
    reading = read(text, PACK)
    part = next(m for m in reading.mentions if m.sense.kind == "part")
    at = part.first - (reading.words.low[part.first - 1] == "right")
    assert tells_held_part(reading, at, list(range(len(reading.mentions)))) is held


def test_the_other_sides_help_belongs_to_the_first() -> None:
    reading = read("rolled L x4 mod A, R x4 min A", PACK)
    every = list(range(len(reading.mentions)))
    assert shares_helped(reading, 0, len(reading.words.low) - 2, every)
    assert not shares_helped(reading, 0, 4, every)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("STS from bed x3 CGA, from low chair x2 min A", True),
        ("bed to chair min A, to toilet mod A", True),
        ("gait SBA, on carpet 20 ft CGA", True),
        ("tub transfer CGA, with wet feet min A", True),
        ("gait CGA, with min A x1 for LOB", False),
        ("bathing min A, at sink", False),
        ("gait 50 ft, on carpet CGA", False),
    ],
)
def test_another_row_of_a_task_has_its_own_help(text: str, own: bool) -> None:
    reading = read(text, PACK)
    assert opens_own_row(reading, reading.words.low.index(",")) is own


def test_each_row_is_told_with_its_help() -> None:
    surfaces = [fact.surface for fact in find_facts(read("STS bed CGA, from low chair x2 min A", PACK), PACK)]
    assert "contact guard assistance" in surfaces
    assert "patient required minimal assistance from a low chair 2 times" in surfaces


def test_help_the_other_way_belongs_to_the_first() -> None:
    reading = read("car transfer in CGA, out min A", PACK)
    every = list(range(len(reading.mentions)))
    assert shares_helped(reading, 0, len(reading.words.low) - 2, every)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("walker 120 ft x3 CGA-SBA", "contact guard assistance to standby assistance"),
        ("stairs min A-CGA", "minimal assistance to contact guard assistance"),
        ("rolling indep-SBA", "independent to standby assistance"),
        ("amb 40 ft min A to CGA", "minimal assistance to contact guard assistance"),
    ],
)
def test_a_range_of_help_is_one_help(text: str, said: str) -> None:
    surfaces = [fact.surface for fact in find_facts(read(text, PACK), PACK)]
    assert sum("assistance" in surface for surface in surfaces) == 1
    assert any(said in surface for surface in surfaces)


@pytest.mark.parametrize("text", ["Cruise L 4 ft ind, R 2 ft min A", "Scoot R x3 indep, L x2 mod A"])
def test_nobodys_help_is_not_told_of_the_other_side(text: str) -> None:
    assert len(find_facts(read(text, PACK), PACK)) == 1
