"""Words that deny: by themselves, by their beginning, or two together."""

import pytest

from rewriter.fidelity.aspects import denies


@pytest.mark.parametrize(
    "text", ["went unused", "was postponed", "turned down stairs", "wasn't worn", "still to give", "is asx"]
)
def test_a_denial_is_known_in_other_words(text: str) -> None:
    assert denies(text.split())


@pytest.mark.parametrize("text", ["was unsteady", "turned left", "still sore", "walked down the hall"])
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    assert not denies(text.split())
