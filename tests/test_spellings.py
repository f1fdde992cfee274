"""One word in two spellings is one word; a word that only looks alike is another."""

import pytest

from rewriter.fidelity.texts.spellings import in_one_spelling
from tests.worded import error_codes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("practise", "practice"),
        ("stabilised", "stabilized"),
        ("mobilisation", "mobilization"),
        ("colour", "color"),
        ("behaviours", "behaviors"),
        ("centre", "center"),
        ("travelling", "traveling"),
        ("oedema", "edema"),
        ("licence", "license"),
        ("analysed", "analyzed"),
        ("fianc\u00e9e", "fiancee"),
    ],
)
def test_two_spellings_come_out_as_one(one: str, other: str) -> None:
    assert in_one_spelling(one) == in_one_spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("filling", "filing"), ("hour", "hor"), ("toes", "tes"), ("four", "for"), ("shoes", "shes"), ("\u00e1rm", "arm")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert in_one_spelling(one) != in_one_spelling(other)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Husband shown tub transfer, did not practise.",
            "The husband was shown the tub transfer but did not practice.",
        ),
        ("Fiancee watched.", "The fianc\u00e9e watched."),
        ("Neighbour drives.", "A neighbor drives."),
    ],
)
def test_another_spelling_is_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)
