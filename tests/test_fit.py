"""Which code a text fits: labelled notes, honest ones that must draw nothing, and what the question says."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rewriter import Answer, Note, Visit, improve
from rewriter.check import check, read
from rewriter.findings import Finding
from rewriter.fit import weigh
from tests.shared_data import load_lines

RULE = "DOC113"
NOTES = [json.loads(line) for line in Path(__file__).with_name("fit.jsonl").read_text("utf-8").splitlines()]
HONEST = [note for note in NOTES if note["fits"] == note["cpt"]]
# The first set was written before the clues were tuned, the second before a threshold and some words were added, the
# third after: nothing was changed for it. `python -m tests.test_fit` prints the figures of each.
LEAST_RIGHT = {"first": 79, "second": 23, "third": 27}
# What is billed under a code it does not fit, as the notes' own expectations say too.
MISBILLED = {"tn-19": "97110", "tn-20": "97116", "tn-21": "97535"}


def found(text: str, cpt: str) -> Finding | None:
    """Return the finding that the note fits another code, or None."""
    return next((item for item in check("x", source=text, cpt=cpt).findings if item.code == RULE), None)


def fitted(note: dict[str, Any]) -> str:
    """Return the code that the rule says the note fits."""
    finding = found(note["text"], note["cpt"])
    return finding.message.partition(" point to ")[2][:5] if finding else str(note["cpt"])


def test_labelled_notes_are_told_apart() -> None:
    right = Counter(note["set"] for note in NOTES if fitted(note) == note["fits"])
    assert {name: right[name] for name in LEAST_RIGHT if right[name] < LEAST_RIGHT[name]} == {}


def test_a_third_of_the_labelled_notes_is_hard() -> None:
    first = [note for note in NOTES if note["set"] == "first"]
    assert len(first) >= 60
    assert 3 * sum(note["hard"] for note in first) >= len(first)
    assert {note["fits"] for note in NOTES} >= {"97110", "97112", "97116", "97129", "97140", "97530", "97535"}


@pytest.mark.parametrize("note", HONEST, ids=lambda note: str(note["id"]))
def test_an_honest_note_draws_no_warning(note: dict[str, Any]) -> None:
    assert found(note["text"], note["cpt"]) is None


@pytest.mark.parametrize("note", load_lines("terse_notes.jsonl"), ids=lambda note: str(note["id"]))
def test_of_the_terse_notes_only_the_misbilled_are_warned_of(note: dict[str, Any]) -> None:
    assert fitted(note) == MISBILLED.get(note["id"], note["cpt"])


@pytest.mark.parametrize("example", load_lines("seed_examples.jsonl"), ids=lambda example: str(example["id"]))
def test_published_examples_draw_no_warning(example: dict[str, Any]) -> None:
    assert RULE not in {item.code for item in check(example["text"]).findings}


def test_the_purpose_outweighs_the_activity() -> None:
    strength = weigh(read("sit to stand 3x12 to increase quad strength and endurance"))
    control = weigh(read("sit to stand 3x12, TC at sternum to improve postural control and balance reactions"))
    assert strength["97110"].score > strength["97530"].score
    assert control["97112"].score > control["97530"].score


def test_a_goal_is_not_what_was_practiced() -> None:
    assert "97535" not in weigh(read("reach to cup x12. goal self feeding"))


def test_the_message_names_the_other_code_and_the_words() -> None:
    finding = found("3x15 LAQ 3#, bridges, heel raises, bike 8 min lvl 4. quads 4-/5", "97112")
    assert finding is not None
    assert "97110" in finding.message
    assert "'LAQ'" in finding.message
    assert finding.level == "warning"


def test_the_question_is_balanced_and_names_no_code() -> None:
    verdict = check("x", source="gait w RW 150ft x2, VC heel strike R + longer step. stairs x6 1 rail", cpt="97112")
    asked = next(item for item in verdict.questions if item.code == RULE)
    assert asked.text.startswith("What was the purpose of")
    assert asked.options[-3:] == ("not done", "do not recall", "other")
    assert len(asked.options) == 5
    assert not any(char.isdigit() for option in asked.options for char in option)


def test_an_add_on_is_never_held_against_its_base() -> None:
    text = "memory log training, recalled 3/5 w/ spaced retrieval, cues for attention, problem solving worksheets"
    assert found(text, "97129") is None
    assert found(text, "97130") is None


def test_an_answer_ends_the_question_and_changes_no_code() -> None:
    text = "gait w RW 150ft x2 CGA, VC heel strike R + longer step. stairs x6 1 rail"
    answer = Answer(RULE, "retrain stepping control and balance reactions")
    result = improve(Note(text, visit=Visit(minutes=15), answers=(answer,)))
    assert RULE not in {item.code for item in result.verdict.findings}
    assert result.pack.name == "97112"


if __name__ == "__main__":  # python -m tests.test_fit: accuracy and false warnings on the labelled notes
    for name in LEAST_RIGHT:
        notes = [note for note in NOTES if note["set"] == name]
        honest = [note for note in notes if note["fits"] == note["cpt"]]
        right = sum(fitted(note) == note["fits"] for note in notes)
        false = sum(fitted(note) != note["cpt"] for note in honest)
        print(f"{name}: right {right} of {len(notes)}; false warnings {false} of {len(honest)} honest notes")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("97116", "GAIT. TUG 16. Laser cane trialed, freezing in doorway 5 of 6 passes. Retropulses backward."),
        ("97116", "amb 200 ft x3 w/ cane, trunk lean R, metronome 88, poor stance time"),
        ("97112", "SLS foam 3x30 s, 3x15 toss w/ 2 kg, 2x12. hops held til strength test fri"),
    ],
)
def test_what_was_seen_at_a_code_s_own_work_points_to_no_other(code: str, text: str) -> None:
    assert [item for item in check(text, cpt=code).findings if item.code == RULE] == []
