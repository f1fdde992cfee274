"""Patterns that are compiled late match as any others."""

import copy
import re

import pytest

from rewriter.pattern import late


@pytest.mark.parametrize(
    ("expression", "flags", "text"),
    [
        (r"\bknee\b", 0, "the left knee"),
        (r"KNEE", re.IGNORECASE, "a knee"),
        (r"(?P<side>left|right)", 0, "left, right"),
    ],
)
def test_it_matches_as_one_compiled_at_once(expression: str, flags: int, text: str) -> None:
    one, other = late(expression, flags), re.compile(expression, flags)
    assert [match.span() for match in one.finditer(text)] == [match.span() for match in other.finditer(text)]
    assert one.findall(text) == other.findall(text) == one.findall(text)
    assert (one.pattern, one.flags, one.groupindex) == (other.pattern, other.flags, other.groupindex)


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("a")


def test_it_can_be_copied() -> None:
    assert copy.deepcopy(late("a+")).fullmatch("aa")
