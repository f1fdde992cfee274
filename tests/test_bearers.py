"""What a modifier is bound to: a side to the limb behind it, a figure to what was measured, help to the deed."""

import pytest

from rewriter.fidelity.texts.bearers import find_places, head_of, head_of_help
from tests.worded import PACK, terms


@pytest.mark.parametrize(
    ("text", "word", "kind", "bearer"),
    [
        ("left knee buckled", "left", "side", "knee"),
        ("taps on the left", "left", "side", "taps"),
        ("eyes open 30 s", "30", "duration", "open"),
    ],
)
def test_the_head_of_a_modifier(text: str, word: str, kind: str, bearer: str) -> None:
    here = terms(text, source=True)
    places = find_places(here)
    at = here.reading.words.low.index(word)
    last = at + (2 if kind == "duration" else 1)
    borne = places.by_word[here.reading.words.low.index(bearer)]
    assert set(borne) <= head_of(here, places, at, last, PACK, kind)


def test_help_is_bound_to_the_nearest_deed() -> None:
    here = terms("squats, then gait min A", source=True)
    places = find_places(here)
    low = here.reading.words.low
    gait = next(at for at, word in enumerate(low) if word.startswith(("gait", "walk")))
    assert head_of_help(here, places, gait + 1, len(low)) == set(places.by_word[gait])
