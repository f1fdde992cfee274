"""Steps told the other way round are found, the same order in other words is not."""

import pytest

from rewriter.fidelity import compare
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def reversed_at(source: str, rewrite: str) -> list[str]:
    findings = compare([read(source, PACK)], read(rewrite, PACK), Visit(), PACK)
    return [item.text for item in findings if item.code == "FID125"]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("Frenkel LE then UE", "Frenkel with the arms, then with the legs."),
        ("Frenkel LE first then UE", "Frenkel with the arms first and the legs second."),
        ("swing 5 min first, then table work", "Table work first; swing 5 minutes after that."),
        ("sand -> beans", "The patient progressed from beans to sand."),
        ("dep Hoyer bed>chair x2 staff", "Two staff moved the patient by Hoyer lift from chair to bed."),
        (
            "w/c to toilet txf w/ grab bar",
            "The patient transferred from the toilet to the wheelchair with the grab bar.",
        ),
        ("Propels BUE 50 ft then BLE only", "The patient propelled 50 feet with the legs alone and then both arms."),
        ("cushion swapped gel>air", "The air cushion was swapped for a gel cushion."),
        ("putty red, switched to green", "The green putty was used and then switched to red."),
    ],
)
def test_steps_told_the_other_way_round_are_found(source: str, rewrite: str) -> None:
    assert reversed_at(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("Frenkel LE then UE", "Frenkel with the legs, followed by the arms."),
        ("Frenkel LE first then UE", "Frenkel with the legs first and the arms second."),
        ("swing 5 min first, then table work", "Swing 5 minutes first; table work after that."),
        ("swing 5 min first, then table work", "After 5 minutes of swing, table work."),
        ("dep Hoyer bed>chair x2 staff", "Two staff moved the patient by Hoyer lift from bed to chair."),
        (
            "w/c to toilet txf w/ grab bar",
            "The patient transferred to the toilet from the wheelchair with the grab bar.",
        ),
        ("Propels BUE 50 ft then BLE only", "The patient propelled 50 feet with both arms and then the legs alone."),
        ("cushion swapped gel>air", "The gel cushion was swapped for an air cushion."),
        ("HOH first 2 then VC only, TC to L hand", "Hand-over-hand, VC from then on; tactile cue to L hand."),
    ],
)
def test_the_same_steps_in_other_words_are_silent(source: str, rewrite: str) -> None:
    assert reversed_at(source, rewrite) == []
