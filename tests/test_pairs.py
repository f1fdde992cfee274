"""Pairs: which of two values came first and which side has more, by the words beside them."""

import pytest

from rewriter.fidelity.related.pairs import find_pairs
from rewriter.fidelity.texts.modifiers import find_modifiers
from rewriter.fidelity.texts.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read
from tests.worded import error_codes

PACK = load_pack()


def pairs(text: str) -> list[tuple[str, str, str, bool]]:
    terms = find_terms(read(text, PACK), PACK, source=False)
    found = find_pairs(terms, find_modifiers(terms, PACK))
    return [(pair.relation, pair.one.value, pair.two.value, pair.told) for pair in found]


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("Berg went from 34 to 38.", "34", "38"),
        ("Berg was 38, previously 34.", "34", "38"),
        ("Berg 38 (34 at admission).", "34", "38"),
        ("Moderate assistance initially, minimal assistance by the end.", "moderate", "minimal"),
    ],
)
def test_the_earlier_value_comes_first(text: str, earlier: str, later: str) -> None:
    assert pairs(text) == [("before", earlier, later, True)]


def test_an_order_that_no_word_tells_is_kept_as_such() -> None:
    assert pairs("Berg 34, 38.") == [("before", "34", "38", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Tightness was greater on the left than on the right.",
        "Tightness was less on the right than on the left.",
        "Tightness L > R.",
        "The left side was stiffer than the right.",
    ],
)
def test_the_greater_side_comes_first(text: str) -> None:
    assert pairs(text) == [("exceeds", "left", "right", True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AROM 6-104 (8-96 Fri).", [("8", "6"), ("96", "104")]),
        ("Motion is 6 to 104 degrees, where on Friday it was 8 to 96.", [("8", "6"), ("96", "104")]),
        ("Pain 2/10 vs 6/10 w/ regular knife.", [("6/10", "2/10")]),
        ("Freezing 1x vs 4x last wk.", [("4", "1")]),
        ("BWS 30 > 20%.", [("30", "20")]),
    ],
)
def test_ranges_are_paired_end_by_end_and_a_rival_value_is_the_former(text: str, found: list[tuple[str, str]]) -> None:
    ends = {("6", "104"), ("8", "96")}  # of one range
    assert [one for _, *one, _ in pairs(text) if tuple(one) not in ends] == [list(one) for one in found]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "120 ft bil Lofstrands min A>CGA, vc L hip flex",
            "The patient walked 120 feet with bilateral Lofstrand crutches, moving from minimal assistance to contact "
            "guard, with verbal cues for left hip flexion.",
        ),
        (
            "min A to recover. Last visit mod A for same.",
            "Minimal assistance to recover, compared with moderate assistance at the last visit.",
        ),
        ("TUG 14 s vs 19 eval", "The TUG took 14 seconds, improved from 19 at evaluation."),
    ],
)
def test_a_sign_between_amounts_and_a_reference_back_compare_nothing(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("drift R>L", "The drift is greater on the left than on the right."),
        ("pain same on stairs", "Pain on stairs was lower."),
        ("TUG 14 s vs 19 eval", "The TUG took 19 seconds, compared with 14 at evaluation."),
    ],
)
def test_a_comparison_turned_round_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
