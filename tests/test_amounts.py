"""Amounts of assistance told without the word are amounts all the same, and compared."""

import pytest

from rewriter.fidelity import compare
from rewriter.fidelity.amounts import is_amount
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()
NOTE = "slow rock. mod A @ pelvis -> min A by end."


def errors(said: str) -> list[str]:
    findings = compare([read(NOTE, PACK)], read(said, PACK), Visit(), PACK)
    return [item.text for item in findings if item.level == "error"]


@pytest.mark.parametrize(
    "said",
    [
        "Slow rocking. Help at the pelvis decreased from moderate to minimal by the end.",
        "Slow rock. Assist at pelvis: started mod, ended min.",
    ],
)
def test_an_amount_by_itself_is_that_of_the_note(said: str) -> None:
    assert errors(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Slow rocking. Help at the pelvis decreased from maximal to minimal by the end.",
        "Slow rock. Assist at pelvis: started max, ended min.",
        "Slow rocking. Help at the pelvis went from minimal to moderate by the end.",
    ],
)
def test_another_amount_is_found(said: str) -> None:
    assert errors(said)


def test_a_note_cut_short_may_mean_something_else() -> None:
    assert is_amount("mod", source=False)
    assert not is_amount("mod", source=True)
