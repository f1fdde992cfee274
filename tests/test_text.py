"""Characters: folding keeps every offset; tokens cover all that is not white space."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.text import TOKEN, fold, is_binary

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("3\u20135", "3-5"),
        ("\u22122", "-2"),
        ("don\u2019t", "don't"),
        ("\u201ctall\u201d", '"tall"'),
        ("5\u00a0min", "5 min"),
        ("2\u00d710", "2x10"),
        ("4\u204410", "4/10"),
        ("\u224820", "~20"),
        ("a\u21d2b", "a\u2192b"),
        ("\u25cf foam", "\u2022 foam"),
        ("R\tHIP", "r hip"),
        ("a\rb", "a\nb"),
        ("\uff2c \uff11\uff10\uff05", "l 10%"),
        ("\u0661\u0662 \U0001d7d9 \u0967", "12 1 1"),
        ("\ufeffhip\u200b, \u00adknee", " hip , \u0020knee"),
        ("10\u00bd", "10\u00bd"),
        ("caf\u00e9", "caf\u00e9"),
    ],
)
def test_look_alikes_become_plain(written: str, plain: str) -> None:
    assert fold(written) == plain


@pytest.mark.parametrize(
    "word",
    ["l\u200beft", "le\u00adft", "lef\u0301t", "1\u200b0", "10\u00b2", "\u24db\u24d4\u24d5\u24e3", "\u202e21",
     "\u2169", "=\u0338", "l\u2800eft", "10\ue000", "10\ufffd", "l\u0435ft", "\U0001d425eft"],
)  # fmt: skip
def test_a_disguised_word_is_folded_to_letters_that_nobody_knows(word: str) -> None:
    folded = fold(word)
    assert len(folded) == len(word)
    assert any(char.isalpha() and not char.isascii() for char in folded)
    assert "left" not in folded


def test_strange_characters_stay_apart() -> None:
    strange = "\u00b2\u00b3\u24c1\u24c7\u2460\u2461\u2160\u2161\u0301\u0336\u202a\u202e\U0001f13b\U0001f141"
    assert len({fold("a" + char) for char in strange}) == len(strange)


def test_a_capital_that_would_grow_keeps_its_place() -> None:
    text = "\u0130 Hip"
    assert fold(text)[2:] == "hip"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("w/ rail", ["w/", "rail"]),
        ("s/p fall", ["s/p", "fall"]),
        ("r/l leg", ["r/l", "leg"]),
        ("1,000 ft", ["1,000", "ft"]),
        ("0.8", ["0.8"]),
        ("3x10", ["3", "x", "10"]),
        ("don't", ["don't"]),
        ("a->b", ["a", "->", "b"]),
        ("a<->b", ["a", "<->", "b"]),
        ("// bars", ["//", "bars"]),
        ("c6.", ["c", "6", "."]),
        ("a\nb", ["a", "\n", "b"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert TOKEN.findall(text) == tokens


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_tokens_leave_out_only_white_space(text: str) -> None:
    assert TOKEN.sub("", text).strip() == ""


@pytest.mark.parametrize("text", ["plain", "two\nlines", "tab\there", "\r\n", "caf\u00e9 \U0001f600", ""])
def test_text_is_not_binary(text: str) -> None:
    assert not is_binary(text)


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[31m", "\x07", "end\x7f"])
def test_control_characters_are_binary(text: str) -> None:
    assert is_binary(text)
