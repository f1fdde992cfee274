"""How a piece fits a sentence."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import Fact, find_facts

PACK = load_pack()


def first(text: str) -> Fact:
    return find_facts(read(text, PACK), PACK)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ambulates 50 ft RW",
        "cruises 3 steps L",
        "climbs 4 stairs w/ rail",
        "negotiates 6in curb",
        "crawls 10 ft",
        "propels w/c 120 ft",
    ],
)
def test_a_verb_that_is_no_noun_is_the_patients(text: str) -> None:
    assert first(text).form == "patient"


@pytest.mark.parametrize(
    "text",
    ["crawls x5", "cruises x4 at bench", "climbs him upstairs", "walks him to door", "feeds her", "ambulates pt to BR"],
)
def test_what_is_counted_or_done_to_somebody_is_not(text: str) -> None:
    assert first(text).form != "patient"


@pytest.mark.parametrize("text", ["shaved by wife", "dressed by aide", "fed by CNA at noon"])
def test_what_somebody_else_did_is_not_the_patients(text: str) -> None:
    assert first(text).form != "patient"


@pytest.mark.parametrize("text", ["steps VC x2", "modified plank 3x20 s", "sat 93 RA", "turns min A x3"])
def test_a_thing_with_its_dose_or_help_is_no_deed(text: str) -> None:
    assert first(text).form == "phrase"
