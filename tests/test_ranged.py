"""A heading governs all of the list behind it."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def sentences(text: str) -> list[str]:
    reading = read(text, PACK)
    return [reading.words.written(s.first, s.last) for s in reading.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Goal: gait 150 ft SBA; stairs x4 CGA; bed mobility mod I",
        "Next visit: stairs x4; curb w/ RW",
        "At eval: STS mod A x3; amb 20 ft max A",
        "Not done: stairs x4, curb; tandem",
        "HEP: bridges 2x10; heel raises x20",
        "LTGs: 1. sit EOM 5 min SBA. 2. amb 50 ft CGA",
    ],
)
def test_a_list_stays_under_its_heading(text: str) -> None:
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("POD2 R THA; LTG: 150 ft mod I; sup>sit mod A x1", 3),  # the mark parts the whole note
        ("Goal: home. STS x5 min A; stairs x4 CGA", 3),
        ("Gait: 100 ft CGA; stairs x4 min A", 2),
        ("Goal: 150 ft SBA. Gait 100 ft CGA", 2),
    ],
)
def test_other_marks_part_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count
