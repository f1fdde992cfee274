"""Headings inside a sentence: pieces of their own, or words that their sentence says."""

import pytest

from rewriter.lexicon import split_form
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces.headings import (
    ends_record,
    find_own_piece,
    heads_of,
    is_bare,
    names_only_service,
    opens_education,
    says_the_same,
)

PACK = load_pack()
OWN = split_form(PACK.code["names"])


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("CP GMFCS II: crawl x4", "cerebral palsy gmfcs ii"),
        ("L CVA: bridges x10", "left cerebrovascular accident"),
        ("L CVA: tired today", ""),
        ("stroke and neglect: crawl x4", ""),
        ("knee: bridges x10", ""),
        ("97112 (30 min): tandem", "97112 ( 30 minutes )"),
        ("97112: tandem", ""),
        ("30 min: tandem", ""),
        ("TBI:crawl x4", ""),
    ],
)
def test_a_condition_or_a_record_before_the_colon_is_a_piece_of_its_own(text: str, heading: str) -> None:
    reading = read(text, PACK)
    sentence = reading.sentences[0]
    colon = find_own_piece(reading, sentence, reading.by_sentence[0])
    assert " ".join(reading.words.low[sentence.first : colon]) == heading


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("HEP: bridges", True),
        ("Goal: stairs", True),
        ("Education: pacing", True),
        ("Neuromuscular re-education: bridges", True),
        ("Gait training: bridges", False),
        ("Knee: bridges", False),
        ("O: bridges", False),
        ("OT: R hemi UE", True),
    ],
)
def test_what_a_sentence_says_its_heading_need_not(text: str, same: bool) -> None:
    reading = read(text, PACK)
    assert says_the_same(reading, reading.sentences[0], reading.by_sentence[0], OWN) is same


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("OT: balance", True),
        ("OT treatment note: R hemi UE", True),
        ("PT: bridges x10", True),
        ("PT: feels better", False),
        ("OT: dressing\nPT: bridges", False),
        ("OT: dressing\nKnee: bridges", True),
        ("OT:\nfoam", False),
        ("Knee: bridges", False),
    ],
)
def test_a_service_before_the_note_names_only_whose_it_is(text: str, only: bool) -> None:
    reading = read(text, PACK)
    assert names_only_service(reading, reading.sentences[0]) is only


def test_a_service_names_whose_note_it_is_only_where_that_begins() -> None:
    reading = read("Tandem x5\nOT: balance", PACK)
    assert names_only_service(reading, reading.sentences[-1]) is False


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Treatment:\nbridges x10", True),
        ("Exercises today:\nbridges", True),
        ("NMR:\nbridges", True),
        ("Barriers:\nstairs", False),
        ("Treatment: bridges x10", False),
    ],
)
def test_a_heading_alone_on_its_line_may_only_say_of_what_kind_the_lines_are(text: str, bare: bool) -> None:
    reading = read(text, PACK)
    assert is_bare(reading, reading.sentences[0], OWN) is bare


@pytest.mark.parametrize(("text", "opens"), [("HEP bridges", True), ("bridges, HEP given", False)])
def test_teaching_opens_a_sentence(text: str, opens: bool) -> None:
    reading = read(text, PACK)
    assert opens_education(reading, reading.sentences[0], reading.by_sentence[0]) is opens


@pytest.mark.parametrize(
    ("text", "word", "ends"),
    [
        ("97140 15 min L DRF", "left", True),
        ("97140 PT 15 min bridges", "bridges", True),
        ("97140 walked bridges", "bridges", False),
        ("97140 foam L DRF", "left", False),
        ("15 min bridges", "bridges", False),
        ("97140 15 min foam", "foam", False),
    ],
)
def test_a_record_ends_where_the_patients_own_begins(text: str, word: str, ends: bool) -> None:
    reading = read(text, PACK)
    at, indexes = reading.words.low.index(word), reading.by_sentence[0]
    assert ends_record(reading, 0, at, heads_of(reading, at, at + 1, indexes), indexes) is ends


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Edu: shoes not slippers, she laughed.", "education: shoes not slippers, she laughed"),
        ("Education: no lifting, he argued.", "education: no lifting, he argued"),
        ("HEP: she did it twice.", "home exercise program: she did it twice"),
        ("Edu: pt was taught pacing and agreed.", "patient was taught pacing and agreed"),
        ("Edu: sit before dressing.", "sit before dressing"),
    ],
)
def test_what_was_taught_says_so(text: str, surface: str) -> None:
    assert [fact.surface for fact in find_facts(read(text, PACK), PACK)] == [surface]
