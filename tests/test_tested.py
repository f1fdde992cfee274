"""Tests named by what they look for tell of no deficit."""

import pytest

from rewriter import Note, Visit, improve
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    [
        "Retropulsion pull x3, 2 steps",
        "neglect screen neg",
        "Clonus test 3 beats L",
        "apraxia screening 8/12",
        "Ataxia scale 12/40",
        "nystagmus testing done",
        "aphasia battery today",
        "vertigo questionnaire given",
    ],
)
def test_a_test_is_no_deficit(text: str) -> None:
    facts = find_facts(read(text, PACK), PACK)
    assert {fact.kind for fact in facts}.isdisjoint({"impairment", "diagnosis"})


@pytest.mark.parametrize("text", ["neglect L", "Ataxia R>L", "retropulsion x3", "clonus 3 beats L"])
def test_a_deficit_stays_one(text: str) -> None:
    assert "impairment" in {fact.kind for fact in find_facts(read(text, PACK), PACK)}


def test_no_treatment_addresses_what_was_only_looked_for() -> None:
    written = improve(Note("Tandem 30 s x3 CGA. VC for upright. Neglect screen neg.", "97112", Visit(minutes=15)))
    assert "to address neglect" not in (written.rewrite or "")


@pytest.mark.parametrize("text", ["mastectomy 2019", "R TKA in 2018", "L THA 2018", "CABG 2020", "no BP R arm"])
def test_what_is_of_another_year_or_forbidden_is_told_as_written(text: str) -> None:
    assert {fact.kind for fact in find_facts(read(text, PACK), PACK)} == {"remark"}
