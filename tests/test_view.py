"""How a reading looks: typed pieces under their fact."""

import re

from rewriter.lines import Look
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.view import reading, reading_dict

RUN_ON = "ok so sit to stands off the mat, she needed min assist no scratch that mod assist, and it hurt a bit"


def shown(text: str, look: Look | None = None) -> str:
    pack = load_pack()
    found = read(text, pack)
    return reading(found, find_facts(found, pack), look or Look())


def test_a_carried_sentence_shows_its_typed_pieces_and_what_they_belong_to() -> None:
    printed = shown(RUN_ON)
    assert re.search(r"^      level +moderate assistance @ sit to stand$", printed, re.M)
    assert re.search(r"^      level +minimal assistance @ sit to stand \(taken back\)$", printed, re.M)


def test_a_guess_is_shown_as_one() -> None:
    assert "minimal assistance @ sit to stand (not sure)" in shown("sit>stand | min | x5")


def test_a_fact_of_one_piece_has_no_list() -> None:
    assert "      cue" not in shown("tactile cues")


def test_in_json_a_piece_names_its_head_and_a_doubtful_one_names_none() -> None:
    pack = load_pack()
    found = read(f"{RUN_ON}. squat | mod | x5", pack)
    facts = reading_dict(found, find_facts(found, pack))["facts"]
    levels = [(item["value"], item["polarity"]) for item in facts if item["kind"] == "level"]
    assert levels == [
        ("minimal_assistance @ sit to stand", "retracted"),
        ("moderate_assistance @ sit to stand", "affirmed"),
        ("moderate_assistance", "affirmed"),
    ]
    for item in facts:
        assert found.text[item["start"] : item["end"]]
