"""Clauses: where a run-on or a row parts, and where it does not."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.typed.clauses import split_clauses


def clauses(text: str) -> list[str]:
    reading = read(text, load_pack())
    kinds = {mention.first: {mention.sense.kind} for mention in reading.mentions}
    inner = {at for mention in reading.mentions for at in range(mention.first + 1, mention.last)}
    found = split_clauses(reading.words, 0, len(reading.words.low), kinds, inner)
    return [" ".join(reading.words.low[clause.first : clause.last]) for clause in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("tandem, min A", ["tandem", "minimal assistance"]),
        ("foam and then stairs", ["foam", "stairs"]),
        ("aide had the belt I had the knee", ["aide had the belt", "i had the knee"]),
        ("cga no lob", ["contact guard assistance", "no loss of balance"]),
        ("squat | min | x5", ["squat", "minimal", "x 5"]),
        ("Activity: squat Level: min", ["activity", "squat", "level", "min"]),
        ("Timed Up and Go 12 s", ["timed up and go 12 s"]),
        ("dizzy 4 -> 6", ["dizzy 4 -> 6"]),
        ("foam - stairs", ["foam", "stairs"]),
        ("6-8 reps", ["6 - 8 reps"]),
    ],
)
def test_a_text_parts_into(text: str, parts: list[str]) -> None:
    assert [part.replace("minimal", "min") for part in clauses(text)] == [
        part.replace("minimal", "min") for part in parts
    ]
