"""An exercise with its dose is a treatment, though no word of it is known as one."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    [
        "GH inf and post glides gr III-IV 3x45s",
        "talocrural post glides 3x30s",
        "AP glide talus gr IV 30 s x3",
        "bean bag game 10 min",
        "EOB midline work w/ mirror 3x2 min",
        "prone lying 10 min for R hip flexor tightness",
        "long sit 5 min for HS tightness",
        "wand ER 2x10",
        "red TB rows 3x10",
        "1# hammer sup/pron 2x10",
        "repeated ext in lying 3x10",
        "retro step w/ perturbation at shoulders 2x10",
        "pendulums 2 min",
    ],
)
def test_what_has_the_dose_of_an_exercise_is_a_treatment(text: str) -> None:
    facts = find_facts(read(text, PACK), PACK)
    assert [fact.kind for fact in facts] == ["activity"]


@pytest.mark.parametrize(
    "text",
    [
        "DNF hold 9 s (12 last wk)",
        "head up 15 s -> 50 s",
        "wear 3 x 30 min",
        "SpO2 88 3x10",
        "pain 3/10 2x10",
        "stares 10 s x3",
        "staring spell 10 s x2",
        "spasm R LE 20 s x3",
        "dizzy 30 s x3",
        "rest 5 min for dizziness",
        "nap 20 min",
        "seated break 2 min",
        "tilt gone in 3 min at 90",
        "no game",
        "missed game Sat",
        "family game night",
        "stretched hamstrings 3x30",
        "EC 12 s",
        "3x10",
    ],
)
def test_what_was_felt_found_or_rested_is_none(text: str) -> None:
    kinds = {fact.kind for fact in find_facts(read(text, PACK), PACK)}
    assert "activity" not in kinds
