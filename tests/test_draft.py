"""Drafts: slots, references, and a rendering that knows where each fact landed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.draft import Draft, DraftSentence, render
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import Fact, find_facts

PACK = load_pack()


def facts_of(text: str) -> dict[str, Fact]:
    return {fact.id: fact for fact in find_facts(read(text, PACK), PACK)}


FACTS = facts_of("wt shift R, TC at hip. poor balance on ramp")
FACTS["impairment1"] = replace(FACTS["impairment1"], why="poor balance")


def draft(*texts: str) -> Draft:
    return Draft(tuple(DraftSentence(f"s{number}", text) for number, text in enumerate(texts, 1)))


def test_slots_and_references_are_told_apart_in_order() -> None:
    assert DraftSentence("s1", "The {cue1}, {impairment1.why} and {cue1}.").slots() == [
        ("cue1", False),
        ("impairment1", True),
        ("cue1", False),
    ]


@pytest.mark.parametrize("text", ["{Cue1}", "{cue}", "{cue1", "cue1", "{cue1.what}", "{1}", "{}"])
def test_what_is_not_quite_a_slot_is_none(text: str) -> None:
    assert DraftSentence("s1", text).slots() == []


def test_a_sentence_opens_with_a_capital_and_ends_with_a_stop() -> None:
    assert render(draft("{activity1} with {cue1}", "therapist used {cue1}."), FACTS).text == (
        "Weight shift right with tactile cues at the hip. Therapist used tactile cues at the hip."
    )


def test_a_reference_gives_only_the_name_of_the_deficit() -> None:
    assert (
        render(draft("To address {impairment1.why}. {impairment1}"), FACTS).text
        == "To address poor balance. poor balance on a ramp."
    )


def test_a_slot_without_a_fact_is_no_text() -> None:
    with pytest.raises(KeyError):
        render(draft("{cue9}."), FACTS)


def test_an_empty_draft_is_an_empty_text() -> None:
    assert render(Draft(()), FACTS).text == ""


def test_one_stop_where_the_fact_brings_its_own() -> None:
    stopped = {"quote1": _with_surface("quote1", "she was slow.")}
    assert render(draft("{quote1}."), stopped).text == "She was slow."


def _with_surface(name: str, surface: str) -> Fact:
    return Fact(name, "remark", "", surface, surface, "phrase", "", 0, 0, 0, ())


SURFACES = st.text(st.sampled_from('ab \u00e9\U0001f6001.?!"'), min_size=1, max_size=8).filter(
    lambda text: bool(text.strip())
)
SCAFFOLDS = st.lists(
    st.lists(
        st.sampled_from(("{remark1}", "{remark2}", "{remark3}", "therapist ", " and ", ", ", "the ", ".")),
        min_size=1,
        max_size=6,
    ).map("".join),
    min_size=1,
    max_size=4,
)


@settings(max_examples=200, deadline=None)
@given(st.tuples(SURFACES, SURFACES, SURFACES), SCAFFOLDS)
def test_every_placed_fact_stands_where_it_is_said_to(surfaces: tuple[str, str, str], texts: list[str]) -> None:
    facts = {f"remark{n}": _with_surface(f"remark{n}", surface) for n, surface in enumerate(surfaces, 1)}
    rendered = render(draft(*texts), facts)
    wanted = [(f"s{n}", slot) for n, text in enumerate(texts, 1) for slot, _ in DraftSentence("", text).slots()]
    assert [(item.sentence, item.fact) for item in rendered.placed] == wanted
    for item in rendered.placed:
        there, surface = rendered.text[item.start : item.end], facts[item.fact].surface
        whole = surface[0].upper() + surface[1:] if surface[0].islower() else surface
        assert there in (surface, whole, surface.rstrip("."), whole.rstrip("."))


def test_the_stop_of_a_quotation_gives_way_to_a_comma() -> None:
    facts = facts_of('STS x8, VC "nose over toes.", min A')
    text = render(draft("Therapist guided the patient through {activity1} using {cue1}, with {assist1}."), facts).text
    assert 'cues "nose over toes", with' in text


def test_offsets_are_code_points() -> None:
    facts = {**FACTS, "remark9": _with_surface("remark9", "said \U0001f600")}
    rendered = render(draft("{remark9}.", "{activity1}."), facts)
    assert [rendered.text[place.start : place.end] for place in rendered.placed] == [
        "Said \U0001f600",
        "Weight shift right",
    ]
