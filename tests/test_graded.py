"""An amount of assistance told as a deed or a manner stands for its level, and for no other."""

import pytest

from rewriter.fidelity.rewording.graded import tells_level, tells_plainly
from rewriter.fidelity.texts.modifiers import LEVEL, Modifier, find_modifiers
from tests.worded import PACK, both, terms


def level(source: str, rewrite: str) -> tuple[Modifier, bool]:
    """Return the amount that the note gives, and whether the rewrite tells it."""
    said, note = both(source, rewrite)
    (item,) = (item for item in find_modifiers(note, PACK) if item.kind == LEVEL)
    return item, tells_level(item, said)


@pytest.mark.parametrize(
    ("source", "rewrite", "amount"),
    [
        ("toilet transfer I", "She got onto the toilet on her own, a transfer without help.", "independent"),
        ("gait S", "An eye on the gait was all that was needed.", "supervision"),
        ("transfer CGA", "Transfer with a guarding hand on the belt.", "contact_guard"),
    ],
)
def test_a_level_told_as_a_deed_is_told(source: str, rewrite: str, amount: str) -> None:
    item, told = level(source, rewrite)
    assert (item.value, told) == (amount, True)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [("transfer max A", "The transfer took a guarding hand."), ("toilet transfer I", "The toilet transfer took help.")],
)
def test_another_level_is_not(source: str, rewrite: str) -> None:
    assert not level(source, rewrite)[1]


def test_an_amount_in_plain_words_is_a_level() -> None:
    assert tells_plainly("maximal", terms("gait with lots of help", source=True))
    assert not tells_plainly("minimal", terms("gait with lots of help", source=True))
