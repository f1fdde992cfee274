"""Clauses with a sign that something is not so or not yet, which no cue of the reading covers."""

import pytest

from rewriter.fidelity.rewording.signs import find_signed
from rewriter.fidelity.texts.aspects import DENIAL, denies
from rewriter.reading.context import HISTORICAL, PLANNED
from tests.worded import terms


def signed(text: str) -> list[tuple[str, int]]:
    note = terms(text, source=True)
    return [(" ".join(note.reading.words.low[first:last]), bits) for first, last, bits in find_signed(note)]


@pytest.mark.parametrize(
    ("text", "words", "bits"),
    [
        ("Held shower", "held shower", DENIAL),
        ("unable to do tandem", "unable to do tandem", DENIAL),
        ("drive in 2 wks, not met", "drive in 2 wks , not met", DENIAL),
        ("stairs, deferred", "stairs , deferred", DENIAL),
        ("Son to install rails", "son to install rails", PLANNED),
        ("Vendor to quote", "vendor to quote", PLANNED),
        ("DME vendor to quote", "durable medical equipment vendor to quote", PLANNED),
        ("wife watched, not trained yet", "not trained yet", DENIAL),
        ("treadmill 5 min, stopped", "stopped", DENIAL),
        ("Foam marching to begin Mon", "foam marching to begin monday", PLANNED),
        ("MRI pending", "mri pending", PLANNED),
        ("could progress to foam", "could progress to foam", PLANNED),
        ("hx migraine", "history migraine", HISTORICAL),
    ],
)
def test_a_sign_holds_its_clause(text: str, words: str, bits: int) -> None:
    assert signed(text) == [(words, bits)]


@pytest.mark.parametrize(
    "text",
    [
        "tandem held 20 s",  # a time
        "holds rail",
        "supine to sit",
        "max A to start",
        "balance ex x 20 min",
        "basic wants and needs",
        "perhaps not tested",  # a doubt is compared as one
    ],
)
def test_words_that_only_look_so_are_no_sign(text: str) -> None:
    assert signed(text) == []


def test_a_denial_is_any_word_for_it() -> None:
    assert denies(["stairs", "withheld"])
    assert denies(["wasn't"])
    assert not denies(["stairs", "done"])
