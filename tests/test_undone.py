"""What a clause of its own says was not done."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def denied(text: str) -> set[str]:
    reading = read(text, PACK)
    kinds = ("activity", "cue", "surface")
    return {
        m.sense.id for i, m in enumerate(reading.mentions) if m.sense.kind in kinds and reading.state(i) != "affirmed"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("taping R patella, not done", {"taping"}),
        ("taping R patella - pt allergic, not done", {"taping"}),
        ("foam x3 - pt declined", {"foam"}),
        ("tandem x3, foam x3 - pt declined d/t fatigue", {"foam"}),
        ("foam x3, held due to pain", {"foam"}),
        ("tandem x3, held for 10 s", set()),
        ("tandem x3, not steady", set()),
        ("TC at hip; pt declined", set()),
    ],
)
def test_the_nearest_deed_was_not_done(text: str, expected: set[str]) -> None:
    assert denied(text) == expected


def test_a_score_is_not_denied() -> None:
    reading = read("Berg 38/56, declined", PACK)
    assert all(reading.state(i) == "affirmed" for i in reading.between(0, 1))
