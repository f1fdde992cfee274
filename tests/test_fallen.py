"""A bare amount behind a level of help is what the help came to; beside anything else it is left alone."""

import pytest

from tests.spelled import shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mod A down to min by last one", "moderate assistance down to minimal assistance by last one"),
        ("max A then mod", "maximal assistance then moderate assistance"),
        ("mod A on L, then min", "moderate assistance on left , then minimal assistance"),
        ("mod A -> min last 3", "moderate assistance -> minimal assistance last 3"),
    ],
)
def test_the_help_that_it_came_to_is_named(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    "text", ["mod A to min VC", "mod A for 5 to 10 min", "mod A to max sway", "CGA. Then min pain"]
)
def test_what_there_was_little_or_much_of_is_no_help(text: str) -> None:
    assert shown(text).count("assistance") == 1
