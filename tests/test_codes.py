"""Codes: each has its words, and no heading opens the sections of two."""

from rewriter.codes import load_codes


def test_every_code_says_what_it_is_for() -> None:
    assert all(code.aims and code.heads for code in load_codes().by_code.values())


def test_what_a_code_is_for_can_stand_among_options() -> None:
    assert not [code.aims for code in load_codes().by_code.values() if ":" in code.aims or " / " in code.aims]


def test_an_add_on_has_the_clues_of_its_base() -> None:
    assert load_codes().by_code["97130"].family == "97129"


def test_no_heading_stands_for_two_codes() -> None:
    heads = [(words, code) for entries in load_codes().headings.values() for words, code, _ in entries]
    by_words = {words: {code for other, code in heads if other == words} for words, _ in heads}
    assert {words: codes for words, codes in by_words.items() if len(codes) > 1} == {}


def test_the_longest_heading_comes_first() -> None:
    for entries in load_codes().headings.values():
        assert [len(words) for words, _, _ in entries] == sorted((len(words) for words, _, _ in entries), reverse=True)
