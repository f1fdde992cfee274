"""Marks by which a note parts its items: each item is a sentence, and nothing of a range, a list or a table is."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading.sentences import split_sentences
from rewriter.reading.shorthand import read_words

PACK = load_pack()


def items(text: str) -> list[str]:
    words = read_words(text, PACK)
    return [words.written(item.first, item.last) for item in split_sentences(words)]


@pytest.mark.parametrize(
    ("mark", "parts"),
    [
        ("-", ["SNF", "L THA ant approach 10 d", "STS x5 CGA", "son says stairs at home ok", "tub not tried"]),
        ("--", ["R TTA 4 wks", "amb FWW 40 ft min A", "pt reports phantom pain 3/10", "nsg told", "stairs deferred"]),
        ("/", ["L TKA wk 3", "bike 8 min", "QS to fatigue 2x10", "pt says sleeping better", "no stairs today"]),
        ("|", ["hip fx", "STS from 20in x5 min A", "daughter reports walker too low", "raised 1 notch"]),
        ("|", ["hip fx", "STS x5: 1-2 Mod, 3-5 Min", "daughter reports walker too low", "toilet xfer refused"]),
        ("-", ["denies dizziness", "STS x8 CGA", "not tried tub", "husband to bring bench"]),
        ("-", ["LBP", "STM paraspinals 8 min", "L4-5 PA gr II", "pain 6 to 4", "thinks mattress is bad"]),
    ],
)
def test_each_item_is_a_sentence(mark: str, parts: list[str]) -> None:
    assert items(f" {mark} ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "HEP: bridges - clams - SLR - hamstring stretch",
        "HEP: bridges | clams 2x10 ea | SLR with strap | hamstring stretch",
        "denies pain - swelling - redness - fever",
        "wt shift fwd / back / side / diagonal x10",
        "BP 120 / 70 sitting, 110 / 68 standing, HR 70 / min",
        "gait RW 50 ft - 75 ft - 60 ft - CGA",
        "dtr - who lives w him - will help w shower",
        "STS x5 - CGA - vc hands",
        'VC "heel - toe - push - step"',
        "shower (bench - bar - hose - mat) min A",
        "he did well - but slowly - with RW - and rested",
    ],
)
def test_what_does_not_stand_alone_is_not_parted(text: str) -> None:
    assert items(text) == [text]


def test_an_item_that_leans_stays_with_the_one_before() -> None:
    text = "SNF - gait 80 ft RW CGA - was 60 ft - wife reports falls - bed to chair - min A - stairs 4 - 5 next visit"
    assert items(text) == [
        "SNF",
        "gait 80 ft RW CGA - was 60 ft",
        "wife reports falls",
        "bed to chair - min A",
        "stairs 4 - 5 next visit",
    ]


def test_rows_of_a_table_are_no_items() -> None:
    text = "Tandem stance / 3 sets / 20 s hold / VC for gaze\nStep over hurdle / 2 sets / 8 reps / TC at glute"
    assert items(text) == text.split("\n")
