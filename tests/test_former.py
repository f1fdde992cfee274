"""What was so on another day, told with its verb."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def told(note: str) -> list[str]:
    return [fact.surface for fact in find_facts(read(note, PACK), PACK)]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Yest 40 ft min A.", "yesterday it was 40 feet with minimal assistance"),
        ("last visit mod A for tub", "last visit it was moderate assistance for tub"),
        ("last tx 44/55", "last treatment it was 44/55"),
        ("last wk 3 vcs", "last week it was 3 verbal cues"),
        ("mod A last wk", "it was moderate assistance last week"),
        ("25 ft last visit", "it was 25 feet last visit"),
        ("yest 15 ft", "yesterday it was 15 feet"),
    ],
)
def test_a_value_of_another_day_takes_its_verb(note: str, said: str) -> None:
    assert told(note) == [said]


@pytest.mark.parametrize("note", ["last 50 ft mod A", "last 3 reps min A", "yest refused", "last visit wife helped 2"])
def test_the_end_of_a_way_or_a_deed_takes_none(note: str) -> None:
    assert not [text for text in told(note) if "it was" in text]
