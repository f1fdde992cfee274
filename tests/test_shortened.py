"""Words cut short or mistyped: a beginning, initials, consonants or a slip stand for a word, another word does not."""

import pytest

from rewriter.fidelity.texts.shortened import may_stand_for, spells_out
from tests.worded import error_codes


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("stab", "stabilizer"),  # its beginning
        ("stabs", "stabilizer"),  # its beginning, in the plural
        ("kneeled", "kneel"),  # the word and more
        ("brdg", "bridge"),  # its consonants
        ("wk", "week"),
        ("brigde", "bridge"),  # neighbours swapped
        ("brige", "bridge"),  # a letter missing
        ("briddge", "bridge"),  # a letter too many
        ("bricge", "bridge"),  # a letter wrong
        ("propiroceptoin", "proprioception"),  # two slips in a long word
        ("knee", "knee"),
    ],
)
def test_a_word_cut_short_or_mistyped_stands_for_the_word(short: str, word: str) -> None:
    assert may_stand_for(short, [word], 0)


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("kneel", "elbow"),
        ("br", "bridge"),  # too short for a beginning
        ("bed", "bad"),  # too short for a slip
        ("rbidge", "bridge"),  # another first letter
        ("brxdxe", "bridge"),  # two slips in a short word
        ("proprioxexxion", "proprioception"),  # three slips in a long word
        ("week", "wk"),  # the long form does not stand for the short one
        ("w", "we"),  # one letter
    ],
)
def test_another_word_does_not(short: str, word: str) -> None:
    assert not may_stand_for(short, [word], 0)


@pytest.mark.parametrize("at", [1, 2, 3])
def test_initials_stand_for_each_of_their_words(at: int) -> None:
    low = ["the", "flexor", "carpi", "ulnaris", "pulled"]
    assert may_stand_for("fcu", low, at)


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("blt", "bending , lifting or twisting"),
        ("b/b", "bladder or bowel"),
        ("mpk", "microprocessor knee"),  # both halves of a compound
        ("pf", "patellofemoral"),
    ],
)
def test_initials_pass_over_joining_words_and_take_both_halves_of_a_compound(short: str, text: str) -> None:
    low = text.split()
    words = [at for at, word in enumerate(low) if len(word) > 2]
    assert all(may_stand_for(short, low, at) for at in words)


@pytest.mark.parametrize(
    ("short", "text"),
    [("rs", "right at the shoulder"), ("blt", "bending . lifting or twisting"), ("mp", "motorpool"), ("pk", "polka")],
)
def test_few_initials_pass_over_nothing_and_none_pass_a_full_stop(short: str, text: str) -> None:
    low = text.split()
    assert not all(may_stand_for(short, low, at) for at, word in enumerate(low) if len(word) > 2)


@pytest.mark.parametrize("at", [0, 4])
def test_initials_do_not_stand_for_the_words_around(at: int) -> None:
    assert not may_stand_for("fcu", ["the", "flexor", "carpi", "ulnaris", "pulled"], at)


def test_initials_cut_off_at_the_end_of_the_text_do_not_match() -> None:
    assert not may_stand_for("fcu", ["flexor", "carpi"], 1)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [("vest loss p gent", "Vestibular loss after gentamicin."), ("MAS elbow flex 1+", "MAS of the elbow flexors 1+.")],
)
def test_a_clip_that_is_a_word_too_is_spelled_out(source: str, rewrite: str) -> None:
    assert not {"FID130", "FID230"}.intersection(error_codes(source, rewrite))


def test_a_word_is_no_clip_of_another_thing() -> None:
    assert error_codes("hand exercise", "Handwriting exercise.")


@pytest.mark.parametrize(
    ("short", "word", "stands"),
    [
        ("bsmt", "basement", True),
        ("mgmt", "management", True),
        ("blvd", "boulevard", True),
        ("bsmt", "basketball", False),
    ],
)
def test_consonants_may_be_left_out(short: str, word: str, *, stands: bool) -> None:
    assert may_stand_for(short, [word], 0) is stands


def test_an_english_clip_may_be_in_the_plural() -> None:
    assert spells_out("eves", ["evenings"], 0, frozenset({"eves", "eve"}))
    assert not spells_out("legs", ["leggings"], 0, frozenset({"legs", "leg", "gings"}))
