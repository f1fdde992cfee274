"""The validator: reproducible to the byte, refusing before asking, asking in the note's own words."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench.texts import PAIRS, Pair
from rewriter.findings import Finding
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.validate import ASK, PASS, REFUSE, REVISE, Verdict, ask, decide, to_dict, validate
from rewriter.visit import Visit

PACK = load_pack()
SCRIPT = """
import json, sys
from bench.texts import PAIRS
from rewriter.check import check
from rewriter.visit import Visit
from rewriter.validate import to_dict
pairs = list(PAIRS)[:8]
if sys.argv[1] == "back":
    pairs.reverse()
said = {p.source: to_dict(check(p.rewrite, source=p.source, visit=Visit(minutes=p.minutes))) for p in pairs}
print(json.dumps(said, sort_keys=True))
"""


def judged(text: str, source: str | None = None, answered: tuple[str, ...] = (), minutes: float | None = 20) -> Verdict:
    reading = read(source, PACK, minutes) if source is not None else None
    return validate(read(text, PACK, minutes), PACK, source=reading, answered=answered, visit=Visit(minutes=minutes))


def run(seed: str, order: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", SCRIPT, order]
    root = Path(__file__).parents[1]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True).stdout


def test_a_note_alone_is_judged_without_the_modules_of_the_comparison() -> None:
    told = "print('rewriter.fidelity' in sys.modules)"
    script = f"import sys; from rewriter import check; check('min A x8, knee buckles'); {told}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_verdicts_do_not_hang_on_the_hash_seed_or_the_order_of_texts() -> None:
    first = run("0", "forth")
    assert len(json.loads(first)) == 8
    assert run("1", "forth") == first
    assert run("4242", "back") == first


@pytest.mark.parametrize("pair", PAIRS[:6], ids=range(6))
def test_findings_come_in_order_of_side_and_place(pair: Pair) -> None:
    verdict = judged(pair.rewrite, pair.source)
    keys = [item.sort_key() for item in verdict.findings]
    assert keys == sorted(keys)


THIN = "tall kneel, TC at ribs, poor balance. "


@pytest.mark.parametrize("code", ["BIL301", "BIL310", "BIL311"])
def test_a_refusal_stands_against_answers(code: str) -> None:
    source = {"BIL301": THIN, "BIL310": THIN + "aide guided squats", "BIL311": THIN + "group of 5 patients"}[code]
    minutes = 6 if code == "BIL301" else 20
    plain, spoken = (
        judged("Tall kneeling.", source, minutes=minutes),
        judged("Tall kneeling.", source, (code,), minutes),
    )
    assert code in {item.code for item in spoken.findings}
    assert (plain.verdict, spoken.verdict) == (REFUSE, REFUSE)


def test_what_was_answered_is_not_asked_again() -> None:
    open_codes = {question.code for question in judged("Tall kneeling with tactile cues at the ribs.", THIN).questions}
    assert "DOC130" in open_codes
    left = {
        question.code
        for question in judged("Tall kneeling with tactile cues at the ribs.", THIN, ("DOC130",)).questions
    }
    assert left == open_codes - {"DOC130"}


@pytest.mark.parametrize(
    "source", [THIN, THIN + "did EC. BBS 61/56. neglect? R TKA, TC at L knee", "squats\nand   rest"]
)
def test_questions_quote_the_source(source: str) -> None:
    verdict = judged("Tall kneeling.", source)
    flat = " ".join(source.split())
    assert verdict.questions
    assert all(question.quote for question in verdict.questions)
    asked = [q for q in verdict.questions if not q.code.startswith("FID")]
    assert [q.quote for q in asked if " ".join(q.quote.split()) not in flat] == []


def test_questions_always_offer_a_way_out_and_have_ids_of_their_own() -> None:
    questions = judged("Tall kneeling.", THIN + "did EC").questions
    assert [question.id for question in questions] == [f"q{n}" for n in range(1, len(questions) + 1)]
    assert all({"not done", "other"} <= set(question.options) for question in questions)
    assert len({question.options.count("other") for question in questions}) == 1


def test_a_riddle_is_asked_with_its_readings_as_options() -> None:
    question = next(q for q in judged("Tall kneeling.", THIN + "did EC").questions if q.code == "SRC501")
    assert question.quote == "EC"
    assert question.options[:2] == ("eyes closed", "energy conservation")


@pytest.mark.parametrize(
    ("codes", "mends", "level", "expected"),
    [
        ((), (), "error", PASS),
        (("DOC130",), ("clinician",), "error", ASK),
        (("DOC130",), ("model",), "error", REVISE),
        (("DOC130", "FID101"), ("clinician", "model"), "error", ASK),
        (("BIL310", "DOC130"), ("clinician", "clinician"), "error", REFUSE),
        (("BIL310",), ("clinician",), "warning", PASS),
        (("DOC140",), ("clinician",), "warning", PASS),
    ],
)
def test_refuse_before_ask_before_revise_before_pass(
    codes: tuple[str, ...], mends: tuple[str, ...], level: str, expected: str
) -> None:
    blank = Finding("", "", level, "rewrite", None, None, None, None, "", "", "", (), "")
    assert (
        decide([replace(blank, code=code, mend=mend) for code, mend in zip(codes, mends, strict=True)], PACK)
        == expected
    )


def test_what_a_model_can_mend_is_not_asked() -> None:
    blank = Finding("DOC130", "", "error", "rewrite", None, None, 0, 4, "", "", "model", (), "")
    assert ask([blank], PACK, read("tall kneel", PACK)) == []
    assert [q.code for q in ask([replace(blank, mend="clinician")], PACK, read("tall kneel", PACK))] == ["DOC130"]


DOUBTED = "vertigo? vs. orthostatic? unsure. Wt shift to R, TC @ R hip."


def keys(note: str, *answered: str, code: str = "SRC508") -> list[str]:
    questions = judged("Therapist facilitated weight shift.", note, answered).questions
    return [question.key for question in questions if question.code == code]


def test_questions_of_one_code_are_told_apart_and_an_answer_closes_its_own() -> None:
    one, two = keys(DOUBTED)
    assert (one, two) == ("SRC508@0", "SRC508@9")
    assert keys(DOUBTED, one) == [two]
    assert keys(DOUBTED, two) == [one]
    assert keys(DOUBTED, one, two) == keys(DOUBTED, one, "SRC508") == []


def test_a_bare_code_closes_the_only_question_and_not_one_of_several() -> None:
    assert keys(DOUBTED, "SRC508") == keys(DOUBTED)
    assert len(keys("vertigo? Wt shift to R, TC @ R hip.")) == 1
    assert keys("vertigo? Wt shift to R, TC @ R hip.", "SRC508") == []
    assert keys(DOUBTED, "SRC501@0", "SRC508@77") == keys(DOUBTED)


def test_words_that_stand_twice_are_asked_about_once_and_answered_once() -> None:
    blank = Finding(
        "SRC501", "", "warning", "source", 0, 2, 0, 2, "EC", "'EC' could be read as: a / b.", "clinician", (), ""
    )
    twice = [blank, replace(blank, start=6, end=8)]
    assert [question.key for question in ask(twice, PACK, read("EC on EC", PACK))] == ["SRC501@0"]


def test_one_thing_is_asked_once() -> None:
    blank = Finding("SRC508", "", "warning", "source", 0, 2, 0, 2, "EC", "'EC' is doubted.", "clinician", (), "")
    assert len(ask([blank, blank, replace(blank, text="MS")], PACK, read("EC MS", PACK))) == 2


def test_one_question_asks_about_all_unread_shorthand() -> None:
    blank = Finding(
        "SRC501", "", "warning", "source", 0, 2, 0, 2, "EC", "'EC' could be read as: a / b.", "clinician", (), ""
    )
    other = replace(blank, text="MS", start=3, end=5, message="'MS' could be read as: c / d.")
    nobody = replace(other, text="PT", mend="none")
    (question,) = ask([blank, blank, other, nobody], PACK, read("EC MS", PACK))
    assert question.text == 'What do these stand for here: "EC" (a or b), "MS" (c or d)?'
    assert question.key == "SRC501"


def test_of_unread_shorthand_one_place_may_be_answered() -> None:
    text = "Fatigued min. Wt shift to R, EC 3x30, TC @ R hip."
    assert keys(text, code="SRC501") == ["SRC501"]
    assert keys(text, "SRC501@9", code="SRC501") == ["SRC501@29"]
    assert keys(text, "SRC501", code="SRC501") == keys(text, "SRC501@9", "SRC501@29", code="SRC501") == []


def test_the_contract_of_a_check() -> None:
    said = to_dict(judged("Tall kneeling.", THIN + "did EC"))
    assert set(said) == {"verdict", "findings", "segments", "questions"}
    assert {key for item in said["findings"] for key in item} == {
        "code", "name", "level", "side", "start", "end", "anchor_start", "anchor_end", "text", "message", "mend",
        "evidence", "source",
    }  # fmt: skip
    assert {key for item in said["questions"] for key in item} == {"id", "code", "key", "text", "quote", "options"}
    assert {key for item in said["segments"] for key in item} == {"start", "end", "role", "facts"}
    assert json.loads(json.dumps(said, allow_nan=False))["verdict"] == said["verdict"]


def test_explaining_gives_the_evidence_of_what_passed() -> None:
    text = "Therapist guided tall kneeling using tactile cues at the ribs to improve balance for stairs."
    reading = read(text, PACK)
    passed = {item.code: item.evidence for item in validate(reading, PACK, explain=True).passed}
    assert [text[spot.start : spot.end] for spot in passed["DOC121"]][:1] == ["tactile cues"]
    assert "stairs" in [text[spot.start : spot.end] for spot in passed["DOC130"]]
    assert validate(reading, PACK).passed == ()


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("R CVA. big step taps x10, TC @ hip. LOB x2", "big step taps x10, TC @ hip"),  # the sentence of what was done
        ("s/p CVA; NMR x15; tandem, TC @ hip", "tandem, TC @ hip"),  # from its clause on; the service is no exercise
        ("TC @ hip 25 min. denies pain", "TC @ hip 25 min. denies pain"),  # no exercise is named: the opening
    ],
)
def test_a_question_about_the_whole_quotes_what_was_done(source: str, quote: str) -> None:
    questions = judged("Therapist facilitated stepping with tactile cues at the hip.", source).questions
    asked = {question.code: question.quote for question in questions}
    assert asked["DOC130"] == quote
