"""Amounts of help stand with what was done: one told of another deed is found."""

import pytest

from rewriter.fidelity.attached.moved import find_moved
from tests.worded import both, shelf


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (
            "Wt shift onto prosthesis 2x10, then amb 30 ft RW min A.",
            "Weight was shifted onto the prosthesis with minimal assistance. The patient walked 30 feet with a walker.",
            ["minimal"],
        ),
        (
            "Wt shift onto prosthesis 2x10, then amb 30 ft RW min A.",
            "Weight was shifted onto the prosthesis. The patient walked 30 feet with minimal assistance.",
            [],
        ),
        ("Tandem on foam mod A. Step taps CGA.", "Tandem on foam took moderate assistance. It was hard.", []),
        ("Tandem on foam mod A. Step taps CGA.", "Contact guard was given.", []),
        (
            "Tandem on foam x5. CGA. STS low chair x8. Min A.",
            "Tandem on foam 5 times, minimal assistance. Sit to stand from a low chair 8 times, contact guard.",
            ["minimal", "contact_guard"],
        ),
        (
            "Tandem on foam x5. CGA. STS low chair x8. Min A.",
            "Tandem on foam 5 times, contact guard. Sit to stand from a low chair 8 times, minimal assistance.",
            [],
        ),
        (
            "Tandem on foam x5. STS low chair x8. Min A.",
            "With minimal assistance: tandem on foam 5 times, sit to stand from a low chair 8 times.",
            [],
        ),
    ],
)
def test_an_amount_told_of_another_deed_is_found(note: str, rewrite: str, found: list[str]) -> None:
    said, source = both(note, rewrite)
    stated, asked = shelf(said), shelf(source)
    assert [item.value for item in find_moved(said, stated, source, asked)] == found


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Tandem 20 ft x4, 5 sidesteps, CGA. Stairs SBA.",
            "Tandem walking 20 feet with contact guard. Stairs with SBA.",
        ),
        ("Log roll mod A. Hugs pillow to cough I. PLOF indep.", "Independently hugs a pillow to cough."),
    ],
)
def test_help_that_may_be_of_all_before_it_was_not_moved(note: str, rewrite: str) -> None:
    said, source = both(note, rewrite)
    assert not list(find_moved(said, shelf(said), source, shelf(source)))
