"""What a noun that opens a piece did by itself, and whether it is one or many."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.surface.predicates import find_course, is_many

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("left foot drags", "drags"),
        ("knee slightly buckled", "buckled"),
        ("effusion decreased today", "decreased"),
        ("ramp and knee buckled", None),
        ("foot drags cones", None),
        ("left foot", None),
    ],
)
def test_a_part_did_something_by_itself(text: str, verb: str | None) -> None:
    reading = read(text, PACK)
    low = reading.words.low
    at = find_course(low, 0, len(low), reading.mentions)
    assert (low[at] if at is not None else None) == verb


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("stairs", True),
        ("2 rest", True),
        ("1 rest", False),
        ("3 rd ramp", False),
        ("hip and knee", True),
        ("bursae", True),
        ("biceps", False),
        ("illness", False),
        ("ramp", False),
        ("turns left", True),
    ],
)
def test_a_subject_is_one_or_many(text: str, many: bool) -> None:
    assert is_many(text.split(), 0, len(text.split())) is many
