import json
import re
from dataclasses import replace

import pytest

from rewriter.case import Case, open_case
from rewriter.draft import Draft, DraftSentence
from rewriter.improve import write_plainly
from rewriter.loop import Limits, Task
from rewriter.note import Note
from rewriter.plan import plan_draft
from rewriter.prompt import load_prompt
from rewriter.result import Status
from rewriter.task import make_free, make_proved
from rewriter.visit import Visit
from tests.shared_data import load_lines

LIMITS = Limits()
# What no request may ask for: only the clinician can say it.
DEMANDS = re.compile(
    r"\b(add|include|state|name|give|provide|mention)\b[^.]{0,40}\b(impairment|deficit|function|goal|cue)", re.I
)


def tasks(case: Case) -> tuple[Task, Task]:
    plain = write_plainly(case)
    left_open = {item.code for item in plain.verdict.findings if item.level == "error"}
    proved = make_proved(case, plain.facts, load_prompt("arrange"), LIMITS, mask=True, open_codes=left_open)
    free = make_free(case, plain.facts, load_prompt("prose"), LIMITS, mask=True, open_codes=left_open)
    return proved, free


def draft(*texts: str) -> Draft:
    return Draft(tuple(DraftSentence(f"s{n}", text) for n, text in enumerate(texts, 1)))


def test_a_true_arrangement_has_no_fault() -> None:
    case = open_case(
        Note("Wt shift to R, TC @ R hip, poor propriocep R LE. goal: amb to bathroom", visit=Visit(minutes=20))
    )
    proved, _ = tasks(case)
    judged = proved.judge(
        draft(
            "Therapist provided {treatment1} for {time1}.",
            "Patient presented with {impairment1}.",
            "Therapist facilitated {activity1} using {cue1}.",
        )
    )
    assert judged.faults == ()
    assert judged.rendered is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Therapist facilitated {activity1} to improve balance using {cue1}.", "FID192"),
        ("Therapist facilitated {activity1} using {cue9}.", "FID190"),
        ("Therapist facilitated {activity1}.", "FID193"),
    ],
)
def test_a_fault_names_its_sentence(text: str, code: str) -> None:
    proved, _ = tasks(open_case(Note("Wt shift to R, TC @ R hip, poor propriocep R LE.")))
    found = {(fault.sentence, fault.code) for fault in proved.judge(draft(text)).faults}
    assert ("s1", code) in found


def test_what_the_draft_leaves_out_belongs_to_no_sentence() -> None:
    proved, _ = tasks(open_case(Note("Wt shift to R, TC @ R hip, poor propriocep R LE.")))
    faults = proved.judge(draft("Treatment included {activity1}.")).faults
    assert ("", "FID290") in {(fault.sentence, fault.code) for fault in faults}


def test_prose_with_another_side_is_faulty() -> None:
    _, free = tasks(open_case(Note("Weight shift to right. Tactile cues at right hip.")))
    faults = free.judge(draft("Weight shift to the right.", "Tactile cues at the left hip.")).faults
    assert "s2" in {fault.sentence for fault in faults}


def test_prose_holds_no_slots() -> None:
    _, free = tasks(open_case(Note("Weight shift to right.")))
    assert free.judge(draft("Weight shift {side1}.")).faults


def open_notes() -> list[tuple[str, str]]:
    rows = [(row["id"], row.get("text") or row["note"], row.get("expect")) for row in load_lines("terse_notes.jsonl")]
    return [(name, text) for name, text, _ in rows]


@pytest.mark.parametrize(("name", "text"), open_notes(), ids=[name for name, _ in open_notes()])
def test_no_request_asks_for_what_the_note_lacks(name: str, text: str) -> None:
    case = open_case(Note(text))
    plain = write_plainly(case)
    if plain.status is Status.REFUSED:
        return  # no model is asked at all
    lacking = {item.code for item in plain.verdict.findings if item.level == "error"}
    for task, inventions in zip(
        tasks(case),
        (
            ("Therapist used {cue1} to address impaired balance for safe gait.",),
            ("To address impaired balance for safe gait in the community.",),
        ),
        strict=True,
    ):
        first = task.prompt.render("ask", task.inputs)
        assert not DEMANDS.search(json.dumps([item.text for item in first[1:]]))
        judged = task.judge(draft(*inventions))
        assert judged.faults, "an invention passes"
        asked_for = {fault.code for fault in judged.faults}
        assert not {code for code in asked_for & lacking if not code.startswith("FID")}


def test_a_fault_quotes_no_name_to_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Note(
        "Testa Patiente wt shift to R, TC @ R hip. Testa declined stairs.", visit=Visit(people=("Testa Patiente",))
    )
    case = open_case(note)
    proved, _ = tasks(case)
    verdict = case.judge("Weight shift to left.")
    quoting = [replace(item, message=f"'Testa Patiente': {item.message}") for item in verdict.findings]
    verdict = replace(verdict, findings=tuple(quoting))
    monkeypatch.setattr(Case, "judge", lambda *_, **__: verdict)
    plan = plan_draft(case.gather(), case.pack)
    judged = proved.judge(Draft(tuple(DraftSentence(f"s{n}", ways[0]) for n, ways in enumerate(plan.ways, 1))))
    assert judged.rendered is not None
    assert judged.faults
    assert not any("testa" in fault.message.lower() for fault in judged.faults)
