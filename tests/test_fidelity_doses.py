"""Doses that can be told apart: their figure stands nowhere else in the text."""

import pytest

from rewriter.fidelity.texts.doses import find_doses
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, terms


@pytest.mark.parametrize(
    ("text", "source", "figures"),
    [
        ("STS x10. Bike 5 min.", True, {"10", "5"}),
        ("STS x10, taps x10.", True, set()),
        ("2x10 bridges, 2x8 SLR.", True, {"10", "8"}),
        ("Pegs 9, fell x1.", True, set()),
        ("Nine pegs were placed, 20 minutes.", False, {"9"}),
    ],
)
def test_doses_are_those_of_one_thing(text: str, source: bool, figures: set[str]) -> None:
    items = find_modifiers(terms(text, source=source), PACK)
    assert {figure for _, figure in find_doses(items, source=source)} == figures


def test_a_copied_dose_is_one_still() -> None:
    items = find_modifiers(terms("Ten taps and ten steps.", source=False), PACK)
    assert {figure for _, figure in find_doses(items, source=False, often=2)} == {"10"}
