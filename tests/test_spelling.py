"""Typing slips: mended when one word fits, and never into another word that exists."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading.shorthand import read_words
from rewriter.reading.spelling import repair

PACK = load_pack()
VOCABULARY = PACK.vocabulary


def shown(text: str) -> str:
    words = read_words(text, PACK)
    return " ".join(words.shown(at) for at in range(len(words.low)))


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("gaurd", "guard"),
        ("stockng", "stocking"),
        ("polyneuropthy", "polyneuropathy"),
        ("tandum", "tandem"),
        ("rhomberg", "romberg"),
        ("ankl", "ankle"),
        ("blance", "balance"),
        ("weigth", "weight"),
        ("posturla", "postural"),
        ("vestibualr", "vestibular"),
        ("ataxai", "ataxia"),
        ("unstedy", "unsteady"),
    ],
)
def test_a_slip_is_mended(slip: str, word: str) -> None:
    assert repair(slip, VOCABULARY) == word


@pytest.mark.parametrize(
    "word", ["reflux", "dysphagia", "contusion", "phonation", "cath", "conversion", "palpation", "infraction", "trail"]
)
def test_another_word_is_never_mended(word: str) -> None:
    assert repair(word, VOCABULARY) in (word, None)
    assert shown(f"{word} noted") == f"{word} noted"


def test_a_word_that_nothing_fits_is_left() -> None:
    assert repair("zzyqx", VOCABULARY) is None


def test_two_words_that_fit_equally_leave_the_slip() -> None:
    assert repair("pelvc", frozenset({"pelvac", "pelvic"})) is None
    assert repair("pelvc", frozenset({"pelvic"})) == "pelvic"


@pytest.mark.parametrize("short", ["gat", "hp", "bal"])
def test_short_words_are_left(short: str) -> None:
    assert repair(short, frozenset({"gait", "hip", "ball"})) in (short, None)


def test_endings_are_left_alone() -> None:
    assert repair("flexoz", frozenset({"flexor"})) is None


def test_a_mended_word_is_listed_with_what_was_written() -> None:
    words = read_words("Gaurd at hip", PACK)
    assert [(item.text, item.said, item.sure, item.start, item.end) for item in words.read_as] == [
        ("Gaurd", "guard", True, 0, 5)
    ]


def test_a_word_that_is_not_known_is_listed_as_unread() -> None:
    words = read_words("told zzyqx twice", PACK)
    assert [words.low[at] for at in words.unread] == ["zzyqx"]


def test_a_name_inside_a_sentence_is_not_mended() -> None:
    assert shown("seen with Gaurd today") == "seen with Gaurd today"


def test_a_word_in_capitals_is_not_mended() -> None:
    assert shown("his STOCKNG") == "his STOCKNG"


def test_a_capital_that_opens_a_sentence_is_no_name() -> None:
    assert shown("stood. Blance poor") == "stood . balance poor"


def test_slips_in_a_note_of_capitals_are_mended() -> None:
    assert shown("POOR BLANCE ON THE FOAM TODAY") == "poor balance on the foam today"


@pytest.mark.parametrize("title", ["Mr.", "Mrs.", "Dr."])
def test_a_name_behind_a_title_is_not_mended(title: str) -> None:
    assert "Tandum" in shown(f"{title} Tandum walked")
