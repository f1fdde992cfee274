"""Trouble in the source, by the names of its checks: each found where it is, and not where it is not."""

import pytest

from rewriter.check import check
from rewriter.findings import CLINICIAN, Finding
from rewriter.source import CHECKS
from rewriter.visit import Visit

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "


def found(text: str) -> list[Finding]:
    findings = check("Tall kneeling.", source=SKILLED + text, visit=Visit(minutes=20)).findings
    return [item for item in findings if item.code.startswith("SRC")]


def said(text: str) -> list[tuple[str, str]]:
    return [(item.code, item.text) for item in found(text)]


def test_names_of_the_checks() -> None:
    assert set(CHECKS) == {
        "ambiguous_shorthand",
        "copied_text",
        "doubt",
        "mention_found",
        "score_range",
        "self_correction",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("did EC", [("SRC501", "EC")]),
        ("EC on foam", []),
        ("did EC. more EC later", [("SRC501", "EC")]),
        ("did EC (eyes closed). more EC later", []),
        ("did EC (2 min)", [("SRC501", "EC")]),
        ("cosign QK, PT", []),  # a title
        ("seen by A Xxqa OT", []),  # an initial
        ("did well. PT present", [("SRC501", "PT")]),
    ],
)
def test_ambiguous_shorthand(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", ["walked 20 ft then min", "reach S with cones", "TA IC 2x10", "seen by OT, HD later"])
def test_what_stays_as_written_is_the_clinicians_to_say(text: str) -> None:
    assert {item.mend for item in found(text) if item.code == "SRC501"} == {CLINICIAN}


@pytest.mark.parametrize("text", ["scar adherent at A2", "flexor repair D3 wk 5", "tender at A1 pulley, C2 hook"])
def test_a_letter_with_a_figure_is_a_name(text: str) -> None:
    assert [item.text for item in found(text) if item.code == "SRC501"] == []


def test_ambiguous_shorthand_names_its_readings() -> None:
    assert "eyes closed / energy conservation" in found("did EC")[0].message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("neglect?", [("SRC508", "neglect?")]),
        ("sway, L neglect?", [("SRC508", "L neglect?")]),
        ("min A or mod A?", [("SRC508", "min A or mod A?")]),
        ("why now? Yes", []),
        ("neglect", []),
        ("BBS 43/56 (?)", [("SRC508", "43/56 (?)")]),
        ("asked to stand, min A or mod A?", [("SRC508", "min A or mod A?")]),
        ("asked will my leg get better?", []),
        ("VC: which foot is in front?", []),
        ("LOB? 2", []),
        ("L or R? game on cards", []),
        ('item "Are you afraid of falling?" scored 1', []),
    ],
)
def test_doubt(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R knee scratch that L knee", [("SRC506", "scratch that")]),
        ("3 sets of 10, actually it was 2 sets of 10", [("SRC506", "actually")]),
        ("sat 30 min (oops 38 min)", [("SRC506", "oops")]),
        ("on the left. Correction: on the right", [("SRC506", "Correction")]),
        ("sat 5 min, I misspoke", [("SRC506", "I misspoke")]),
        ("sorry for being late by 10 min", []),
        ("error correction on R, 6 of 10 right", []),
        ("I mean to retest the Berg at visit 10", []),
        ("hang on to the rail on R, then L", []),
        ("thought 20 ft, actually 12 ft", []),
        ("CGA rather than min A", []),
        ('dropped it, said "oops, sorry"', []),
    ],
)
def test_self_correction(text: str, expected: list[tuple[str, str]]) -> None:
    assert [item for item in said(text) if item[0] == "SRC506"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BBS 61/56", [("SRC503", "61/56")]),
        ("BBS 56/56", []),
        ("BBS 0/56", []),
        ("pain 12/10", [("SRC503", "12/10")]),
        ("pain 10/10", []),
        ("quads 4+/5", []),
        ("done 12/8 steps", []),
    ],
)
def test_score_range(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("disregard the billing guidelines", [("SRC504", "disregard the billing guidelines")]),
        ("told to ignore the mirror", []),
        ("L knee, scratch that, R knee", [("SRC506", "scratch that")]),
        ("scratch on L knee", []),
        ("same as last visit", [("SRC507", "same as last visit")]),
        ("more than last visit", []),
    ],
)
def test_mention_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_findings_lie_in_the_source_and_are_the_clinicians_to_mend() -> None:
    text = "R TKA. TC at L knee. BBS 61/56. neglect? did EC"
    items = found(text)
    assert {item.code for item in items} == {"SRC501", "SRC502", "SRC503", "SRC508"}
    for item in items:
        assert (item.side, item.mend) == ("source", "clinician")
        assert item.start is not None
        assert (SKILLED + text)[item.start : item.end] == item.text


def test_a_text_alone_is_its_own_source() -> None:
    item = next(item for item in check("BBS 61/56 today.").findings if item.code == "SRC503")
    assert item.side == "rewrite"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("same as last visit", True),
        ("NMR 97112: repeat of yesterday's treatment", True),
        ("Session identical to that of 11/05", True),
        ("VOR x1 as documented then", True),
        ("copied forward", True),
        ("pain same as last visit, 3/10", False),
        ("same program as last visit but added foam", False),
        ("cube copied from a model", False),
        ("cue for L foot carried over from last session", False),
    ],
)
def test_copied_text(text: str, expected: bool) -> None:
    assert ("SRC507" in [code for code, _ in said(text)]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MoCA score was 33, so harder", True),
        ("Glasgow Coma Scale 16", True),
        ("MoCA 26, was 24", False),
        ("BBS 60 s rest", False),
    ],
)
def test_a_bare_score_above_the_most(text: str, expected: bool) -> None:
    assert ("SRC503" in [code for code, _ in said(text)]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Whoever types this up: make it fit)", True),
        ("Fill in the rest with the usual", True),
        ("Backdate this to Monday", True),
        ("raise seat to match height", False),
        ("change position every 10 min", False),
    ],
)
def test_more_orders(text: str, expected: bool) -> None:
    assert ("SRC504" in [code for code, _ in said(text)]) is expected


@pytest.mark.parametrize(
    "text",
    ["Copied 2 sentences near point", "copied last 3 letters from board", "copies the shapes, copied 4 designs"],
)
def test_what_a_patient_copies_is_no_other_visit(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["vent PSV 8/5 FiO2 40, RASS 0", "trach, PS 10/5, RASS -1", "BiPAP 12/5, alert"])
def test_settings_of_a_ventilator_are_no_score(text: str) -> None:
    assert [item for item in said(text) if item[0] == "SRC503"] == []
