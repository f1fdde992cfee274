"""What a code takes as shown: its own ways beside the general rule, and what is said where none is met."""

from dataclasses import replace
from pathlib import Path

import pytest

from rewriter.check import check, read
from rewriter.checks import Case
from rewriter.errors import PackError
from rewriter.pack import load_pack
from rewriter.shown import holds, shown, unless_shown
from rewriter.visit import Visit

PACK = load_pack("97110")
RULE = PACK.rules["DOC121"]


def case(text: str, source: str | None = None) -> Case:
    return Case(read(text), read(source) if source is not None else None, Visit(), PACK)


def test_every_part_of_a_way_is_needed() -> None:
    assert unless_shown(case("Therapist corrected form in leg press with 40 pounds."), RULE) == []
    assert unless_shown(case("Patient completed leg press with 40 pounds."), RULE)
    assert unless_shown(case("Therapist corrected form."), RULE)


def test_what_meets_the_general_rule_still_does() -> None:
    assert unless_shown(case("Therapist used tactile cues at the knee."), RULE) == []


def test_a_rule_on_the_note_reads_the_note_and_the_answers() -> None:
    rule = PACK.rules["BIL314"]
    thin = case("x", "leg press, tol well")
    assert unless_shown(thin, rule)
    answered = replace(thin, answers=(read("3x12 40#, corrected trunk lean"),))
    assert unless_shown(answered, rule) == []


def test_what_the_source_holds_is_the_writers_to_mend() -> None:
    pack = load_pack("97140")
    rule = pack.rules["DOC192"]
    text, source = "Therapist performed soft tissue mobilization.", "GH posterior glides gr III R shoulder"
    with_source = replace(case(text, source), pack=pack)
    assert [item.mend for item in shown(with_source, rule)] == ["model"]
    assert [item.mend for item in shown(replace(with_source, source=None), rule)] == ["clinician"]


def test_what_does_not_belong_is_pointed_to() -> None:
    pack = load_pack("97140")
    text = "Soft tissue mobilization to the right trapezius, then bicep curls with 5 pounds."
    found = holds(replace(case(text), pack=pack), pack.rules["DOC193"])
    assert [item.text for item in found] == ["bicep curls"]


@pytest.mark.parametrize("parameters", [{"base": "no_such_check", "shows": "skill"}, {"base": "how_cue"}])
def test_a_rule_that_names_nothing_is_an_error(parameters: dict[str, str]) -> None:
    with pytest.raises(PackError, match="DOC121"):
        unless_shown(case("Therapist cued."), replace(RULE, parameters=parameters))


def test_an_overlay_may_add_a_way(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('pack = "site"\n[code.shows.skill.own]\nwords = "= wobble method"\n', "utf-8")
    text = "Patient did the wobble method."
    assert "DOC121" in {item.code for item in check(text, cpt="97110").findings}
    assert "DOC121" not in {item.code for item in check(text, cpt="97110", overlay=path).findings}


def test_what_met_a_rule_is_shown_where_it_is_asked_for() -> None:
    text = "Therapist corrected form in leg press with 40 pounds to address weakness."
    passed = {item.code: item for item in check(text, cpt="97110", explain=True).passed}
    assert [(text[one.start : one.end], one.role) for one in passed["DOC121"].evidence] == [
        ("40 pounds", "dose"),
        ("corrected", "control"),
    ]
    cued = check("Therapist cued leg press with verbal cues at the knee.", cpt="97110", explain=True)
    assert "DOC121" in {item.code for item in cued.passed}
