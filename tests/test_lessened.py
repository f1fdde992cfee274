"""A trouble that is better has lessened, one that is worse has grown."""

import pytest

from tests.worded import error_codes as errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Neglect L better.", "Left-sided neglect has lessened."),
        ("Pain better after heat.", "The pain has eased after heat."),
        ("Swelling worse by pm.", "The swelling has increased by the afternoon."),
        ("Dizziness improving w/ rest.", "Dizziness has diminished with rest."),
    ],
)
def test_less_of_a_trouble_is_better(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Neglect L better.", "Left-sided neglect has increased."),
        ("Swelling better by pm.", "The swelling has increased by the afternoon."),
        ("Edema worse, pain better.", "The edema has decreased and the pain is better."),
    ],
)
def test_the_other_way_is_untrue(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)
