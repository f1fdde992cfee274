"""Typing slips: mended when one word fits, and never into another word that exists."""

import pytest

from rewriter.reading import read
from rewriter.reading.shorthand import read_words
from rewriter.reading.shorthand.spelling import repair
from tests.spelled import PACK, shown

VOCABULARY = PACK.vocabulary


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
        ("hallwsy", "hallway"),  # the key beside
        ("wsa", "was"),
        ("sotpped", "stopped"),
        ("alwyas", "always"),
        ("cldnt", "couldn't"),
        ("wldnt", "wouldn't"),
        ("didnt", "didn't"),
        ("doesnt", "doesn't"),
        ("prkinsns", "parkinson's"),
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


@pytest.mark.parametrize(
    "slip",
    [
        "stpped",  # stopped, stepped
        "lft",  # left, lift
        "clnic",  # clinic, clonic
        "bord",  # board, bored
        "frst",  # first, forest
        "ponation",  # phonation, which is no word of the packs, and pronation
        "minimis",
    ],
)
def test_a_slip_that_two_words_fit_is_left(slip: str) -> None:
    assert repair(slip, VOCABULARY) is None


@pytest.mark.parametrize("name", ["chang", "brian", "patel", "nguyen", "rivera", "millon"])
def test_a_name_is_never_mended_even_in_small_letters(name: str) -> None:
    assert repair(name, VOCABULARY) is None


@pytest.mark.parametrize("short", ["strat", "elim", "adj", "bfb", "conc", "indiv", "smo", "nad", "wks", "bball"])
def test_what_may_be_an_abbreviation_is_left(short: str) -> None:
    assert repair(short, VOCABULARY) in (short, None)


@pytest.mark.parametrize("denial", ["didnt", "wasnt", "doesnt", "hasnt"])
def test_a_denial_without_its_apostrophe_denies(denial: str) -> None:
    reading = read(f"{denial} use walker", PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if reading.written(m) == "walker"}
    assert states == {"negated"}


@pytest.mark.parametrize(("clip", "word"), [("dysmetr", "dysmetria"), ("oscillops", "oscillopsia")])
def test_a_clip_is_read_as_the_one_word_that_begins_so(clip: str, word: str) -> None:
    assert repair(clip, PACK.vocabulary) == word


@pytest.mark.parametrize("clip", ["dysdiadoch", "vestibul", "proprioc"])
def test_a_clip_that_two_words_begin_with_is_left(clip: str) -> None:
    assert repair(clip, PACK.vocabulary) is None


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


@pytest.mark.parametrize("clip", ["oscillo", "inflammat", "recogni", "hemisp", "triang", "necrot", "immuno"])
def test_a_clip_of_two_words_stays_as_written(clip: str) -> None:
    assert repair(clip, VOCABULARY) in (None, clip)


@pytest.mark.parametrize(
    ("clip", "word"), [("sternocleid", "sternocleidomastoid"), ("dexterit", "dexterity"), ("kinesthes", "kinesthesia")]
)
def test_a_clip_of_one_word_is_completed(clip: str, word: str) -> None:
    assert repair(clip, VOCABULARY) == word
