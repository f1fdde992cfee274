"""On or off: a thing that was off is not told as on, nor the reverse, in whatever words."""

import pytest

from rewriter.fidelity.contexts.worn import find_switched, find_worn
from tests.worded import accused, both, errors, terms


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brace off, no buckling.", [("brace", False)]),
        ("AFOs on thruout.", [("orthoses", True)]),
        ("The vest was kept on during gait.", [("vest", True)]),
        ("The sling was not worn.", [("sling", False)]),
        ("Walked wearing the gloves.", [("gloves", True)]),
        ("Walked without the brace.", [("brace", False)]),
        ("SMOs on 15 min.", [("orthoses", True)]),
        ("Stepped off the mat. Stood on the brace side.", []),
        ("Push toy, with or without the brace.", []),
        ("He put his hand on the table.", []),
    ],
)
def test_what_was_on_or_off(text: str, told: list[tuple[str, bool]]) -> None:
    found = terms(text, source=True)
    low = found.reading.words.low
    assert [(low[found.place[index]], state) for _, index, state in find_worn(found)] == told


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Amb 50 ft CGA. Brace off, no buckling.",
            "Walked 50 feet, contact guard. The brace was on, without buckling.",
        ),
        ("Tall kneel 6 min. AFOs off whole time.", "Tall kneeling for 6 minutes with AFOs worn the whole time."),
        ("Putty 5 min. Glove on, splint off.", "Putty for 5 minutes. The glove was off and the splint was off."),
        ("Gait 100 ft. Cooling vest off today.", "Gait of 100 feet. The cooling vest was kept on today."),
        ("Alarm on in bed. Walk 60 ft.", "The alarm is off in bed. Walked 60 feet."),
        ("Sling off for ex. Reach x10.", "The sling stayed on for the exercises. Ten reaches."),
    ],
)
def test_a_thing_told_as_on_that_was_off_or_the_reverse_is_found(note: str, rewrite: str) -> None:
    assert list(find_switched(*both(note, rewrite)))
    assert accused(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Amb 50 ft CGA. Brace off, no buckling.",
            "Walked 50 feet, contact guard. The brace was off, without buckling.",
        ),
        ("Amb 50 ft CGA. Brace off, no buckling.", "Walked 50 feet, contact guard, without the brace, no buckling."),
        ("Putty 5 min. Glove on, splint off.", "Putty for 5 minutes. The glove was worn and the splint was off."),
        ("Gait 100 ft. Cooling vest off today.", "Gait of 100 feet. The cooling vest was not worn today."),
        ("Splint on at night, off for bathing.", "The splint is on at night and off for bathing."),
        ("Sling off for ex. Reach x10.", "The sling came off for the exercises. Ten reaches."),
    ],
)
def test_the_same_in_other_words_is_no_error(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []
