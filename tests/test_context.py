"""Context: denied, possible, planned, past, reported, refused; and pieces that never tear a denied list."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def state(text: str, concept: str) -> str:
    reading = read(text, PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if m.sense.id == concept}
    assert len(states) == 1, "the concept is not read, or not in one way"
    return states.pop()


@pytest.mark.parametrize(
    ("text", "concept", "expected"),
    [
        ("no ataxia", "ataxia", "negated"),
        ("without ataxia", "ataxia", "negated"),
        ("denies nausea", "nausea", "negated"),
        ("did not show ataxia", "ataxia", "negated"),
        ("ataxia not observed", "ataxia", "negated"),
        ("VC not needed", "verbal_cue", "negated"),
        ("ataxia resolved", "ataxia", "negated"),
        ("light touch intact", "light_touch", "intact"),
        ("ataxia in R arm", "ataxia", "affirmed"),
        ("ataxia, no neglect", "ataxia", "affirmed"),
        ("ataxia, no neglect", "neglect", "negated"),
        ("no neglect. ataxia", "ataxia", "affirmed"),
        ("no neglect; ataxia", "ataxia", "affirmed"),
        ("no neglect but ataxia", "ataxia", "affirmed"),
        ("no neglect or ataxia", "ataxia", "negated"),
        ("no neglect, sway noted", "sway", "affirmed"),
        ("no neglect, sway noted", "neglect", "negated"),
        ("denies dizziness but sways, sway", "sway", "affirmed"),
        ("no increase in ataxia", "ataxia", "affirmed"),
        ("not only ataxia", "ataxia", "affirmed"),
        ("no change in sway", "sway", "affirmed"),
        ("proprioception intact, sway", "sway", "affirmed"),
        ("possible neglect", "neglect", "possible"),
        ("rule out neglect", "neglect", "possible"),
        ("neglect?", "neglect", "possible"),
        ("sway, neglect?", "sway", "affirmed"),
        ("sway, neglect?", "neglect", "possible"),
        ("neglect? sway seen", "sway", "affirmed"),
        ("will add head turns", "head_turn", "planned"),
        ("head turns next session", "head_turn", "planned"),
        ("did head turns", "head_turn", "affirmed"),
        ("sway last week", "sway", "historical"),
        ("history of neglect", "neglect", "historical"),
        ("patient reports nausea", "nausea", "reported"),
        ("complains of nausea", "nausea", "reported"),
        ("declined head turns", "head_turn", "negated"),
        ("refused head turns", "head_turn", "negated"),
        ("denies nausea, head turns x8", "head_turn", "affirmed"),
    ],
)
def test_state(text: str, concept: str, expected: str) -> None:
    assert state(text, concept) == expected


@pytest.mark.parametrize(
    "text",
    ["denies nausea, vomiting", "denied nausea, vomiting", "negative for nausea, vomiting", "no nausea or vomiting"],
)
def test_a_list_is_denied_to_its_end(text: str) -> None:
    assert state(text, "nausea") == state(text, "vomiting") == "negated"


def test_a_refusal_is_told_apart_from_a_plain_denial() -> None:
    refused = read("refused head turns", PACK)
    denied = read("no head turns", PACK)
    bits = [
        reading.bits[i]
        for reading in (refused, denied)
        for i, m in enumerate(reading.mentions)
        if m.sense.id == "head_turn"
    ]
    assert len(bits) == 2
    assert bits[0] != bits[1]


def test_what_is_not_asserted_today_is_not_had() -> None:
    reading = read("no neglect. possible ataxia. sway last week. patient reports nausea. poor balance", PACK)
    assert [reading.mentions[i].sense.id for i in reading.having("impairment", "symptom", "ability")] == ["balance"]


@pytest.mark.parametrize(
    "text",
    [
        "denies nausea, vomiting, dizziness",
        "no fever, chills",
        "no nausea, vomiting or dizziness",
        "denies falls, near falls",
        "negative for neglect, ataxia",
        "no LOB, dizziness",
    ],
)
def test_pieces_never_tear_a_denied_list(text: str) -> None:
    facts = find_facts(read(f"tall kneel. {text}. foam next", PACK), PACK)
    first, *_, last = text.split()
    holding = [fact for fact in facts if {first, last} & set(fact.surface.lower().split())]
    assert len(holding) == 1
    assert last in holding[0].surface


def test_treatment_behind_a_denied_list_is_a_piece_of_its_own() -> None:
    facts = find_facts(read("denies nausea, vomiting, head turns x8", PACK), PACK)
    assert [(fact.surface, fact.polarity) for fact in facts] == [
        ("denies nausea, vomiting", "negated"),
        ("head turns for 8 repetitions", "affirmed"),
    ]


def test_a_reach_costs_no_more_than_the_text_is_long() -> None:
    reading = read("no sway, no LOB or ataxia not seen and none (not done) last week " * 300, PACK)
    assert len(reading.bits) == len(reading.mentions)
