"""Words that deny: by themselves, by their beginning, or two together."""

import pytest

from rewriter.fidelity.texts.aspects import denies, is_former
from rewriter.fidelity.texts.roundabout import is_due


@pytest.mark.parametrize(
    "text",
    [
        "went unused",
        "was postponed",
        "turned down stairs",
        "wasn't worn",
        "still to give",
        "is asx",
        "brace off",
        "advised against it",
    ],
)
def test_a_denial_is_known_in_other_words(text: str) -> None:
    assert denies(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "was unsteady",
        "turned left",
        "still sore",
        "walked down the hall",
        "off the mat",
        "held 20 s",
        "held for 20 s",
        "grip against resistance",
        "was not declined",
        "did not refuse",
    ],
)
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    assert not denies(text.split())


@pytest.mark.parametrize(
    ("text", "due"), [("tandem is to begin", True), ("therapy carries on", True), ("to the bed", False)]
)
def test_what_is_to_come_is_told_by_two_words(text: str, due: bool) -> None:
    assert is_due(text.split()) is due


@pytest.mark.parametrize(("text", "former"), [("a stroke in 2019", True), ("gait 2000 ft", False), ("bed 3019", False)])
def test_a_year_tells_what_is_former(text: str, former: bool) -> None:
    assert is_former(text.split()) is former


@pytest.mark.parametrize("word", ["skips", "omits", "misses", "skipping", "fails", "defers"])
def test_what_is_left_out_is_denied_in_any_tense(word: str) -> None:
    assert denies(["the", "patient", word, "lunch"])
